/*
 * Copyright 2026 The EKS Fleet Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import type {
  Gate,
  Rollout,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  ALL_RIGHTS,
  aGate,
  aRollout,
  NO_RIGHTS,
} from '../__testUtils__/rollouts';
import { evidenceLines, gateRight } from './rolloutGates';

const PAT = 'user:default/pat';
const SAM = 'user:default/sam';

describe('gateRight', () => {
  it.each<[string, Partial<Gate>, Partial<Rollout>, string, object]>([
    ['a look', { type: 'readiness' }, {}, SAM, { kind: 'automatic' }],
    [
      'who may',
      { mayDecide: true },
      {},
      SAM,
      { kind: 'may', decisions: ['approve', 'reject'] },
    ],
    [
      'who may before its turn',
      { mayDecide: true, state: 'notStarted' },
      {},
      SAM,
      { kind: 'may', decisions: ['approve', 'reject'] },
    ],
    [
      'a hold that is shut',
      { type: 'hold', mayDecide: true },
      {},
      SAM,
      { kind: 'may', decisions: ['release'] },
    ],
    [
      'a hold that is open',
      { type: 'hold', state: 'open', mayDecide: true },
      {},
      SAM,
      { kind: 'may', decisions: ['hold'] },
    ],
    [
      'what is decided',
      { state: 'open' },
      {},
      SAM,
      { kind: 'not', why: 'over' },
    ],
    [
      'what is over',
      { mayDecide: true },
      { lifecycle: 'cancelled' },
      SAM,
      { kind: 'not', why: 'over' },
    ],
    [
      'what is not asked yet',
      { state: 'notStarted' },
      {},
      SAM,
      { kind: 'not', why: 'notYet' },
    ],
    ['who started it', {}, {}, PAT, { kind: 'not', why: 'own' }],
    ['who edited it', {}, { updatedBy: SAM }, SAM, { kind: 'not', why: 'own' }],
    [
      'who has no right',
      {},
      { may: NO_RIGHTS },
      SAM,
      { kind: 'not', why: 'noRight' },
    ],
    [
      'who owns nothing in it',
      {},
      { may: ALL_RIGHTS },
      SAM,
      { kind: 'not', why: 'notOwner' },
    ],
  ])('of %s', (_, gate, rollout, self, right) => {
    expect(gateRight(aGate(gate), aRollout(rollout), self)).toEqual(right);
  });
});

describe('evidenceLines', () => {
  it('names what is nested by its path', () => {
    expect(
      evidenceLines({
        ready: 12,
        alarms: ['a', 'b'],
        wave: { name: 'prod', cells: [{ id: 1 }] },
        waves: [
          { name: 'dev', succeeded: 2 },
          { title: 'Readiness', state: 'open' },
        ],
        nothing: undefined,
        none: null,
      }),
    ).toEqual([
      { name: 'ready', value: '12' },
      { name: 'alarms', value: 'a, b' },
      { name: 'wave.name', value: 'prod' },
      { name: 'wave.cells.0.id', value: '1' },
      { name: 'waves.dev.name', value: 'dev' },
      { name: 'waves.dev.succeeded', value: '2' },
      { name: 'waves.Readiness.title', value: 'Readiness' },
      { name: 'waves.Readiness.state', value: 'open' },
      { name: 'none', value: 'null' },
    ]);
  });

  it('ends somewhere', () => {
    const many = Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [`k${index}`, index]),
    );
    expect(evidenceLines(many, 5)).toHaveLength(5);
  });
});
