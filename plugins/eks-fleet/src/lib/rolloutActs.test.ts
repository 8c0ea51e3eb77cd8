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

import type { Rollout } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { createTranslator } from '../__testUtils__/createTranslator';
import {
  aGate,
  ALL_RIGHTS,
  anOutcome,
  aRollout,
  aWave,
  NO_RIGHTS,
} from '../__testUtils__/rollouts';
import { actConsequence, offeredActs } from './rolloutActs';

const t = createTranslator();
const outcome = anOutcome({ total: 44, succeeded: 0 });

describe('offeredActs', () => {
  it.each<[Partial<Rollout>, string[]]>([
    [{ lifecycle: 'draft' }, ['plan', 'edit', 'cancel']],
    [{ lifecycle: 'planned' }, ['start', 'edit', 'skipWave', 'cancel']],
    [
      { lifecycle: 'planned', unassigned: 2 },
      ['start', 'edit', 'skipWave', 'assign', 'cancel'],
    ],
    [{ lifecycle: 'running' }, ['pause', 'stop', 'skipWave', 'cancel']],
    [{ lifecycle: 'paused' }, ['resume', 'skipWave', 'cancel']],
    [
      { lifecycle: 'paused', waves: [aWave({ lifecycle: 'done' })] },
      ['resume', 'cancel'],
    ],
    [
      {
        lifecycle: 'running',
        waves: [aWave({ gates: [aGate({ state: 'expired' })] })],
      },
      ['pause', 'resume', 'stop', 'skipWave', 'cancel'],
    ],
    [{ lifecycle: 'stopping' }, ['resume', 'cancel']],
    [{ lifecycle: 'done', outcome }, ['stragglers']],
    [{ lifecycle: 'done', outcome: anOutcome({ total: 2, succeeded: 2 }) }, []],
    [{ lifecycle: 'running', may: NO_RIGHTS }, []],
    [
      { lifecycle: 'planned', may: { ...ALL_RIGHTS, start: false } },
      ['edit', 'skipWave', 'cancel'],
    ],
  ])('of %j are %j', (part, acts) => {
    expect(offeredActs(aRollout(part))).toEqual(acts);
  });
});

describe('actConsequence', () => {
  it.each([
    [
      'pause',
      /^3 cells in flight will finish, 41 cells will not start\..*resume/,
    ],
    ['stop', /^3 cells in flight will finish, 41 cells will not start\./],
    ['cancel', /41 cells will never start\..*cannot be resumed/],
    ['resume', /41 cells still to start/],
    ['start', /^44 cells in 1 waves, the first one sandbox \(1 cell\)/],
    ['stragglers', /: 44 cells\./],
    [
      'assign',
      /^The last wave takes the clusters that are chosen, of 2 clusters\./,
    ],
    ['skipWave', /^1 cell of wave sandbox will not be moved/],
  ] as const)('of %s is told with figures', (act, text) => {
    const rollout = aRollout({ outcome, running: 3, unassigned: 2 });
    expect(actConsequence(act, rollout, rollout.waves[0], t)).toMatch(text);
  });

  it('says that resuming accepts what failed', () => {
    const failed = aRollout({ outcome: anOutcome({ total: 3, failed: 1 }) });
    expect(actConsequence('resume', failed, undefined, t)).toMatch(
      /Failures so far are accepted/,
    );
    expect(actConsequence('resume', aRollout(), undefined, t)).not.toMatch(
      /Failures/,
    );
  });
});
