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

import { NO_CELLS, type GateRecord, type RolloutSnapshot } from '../records';
import { rolloutOf } from '../store/__testUtils__/bigRollout';
import { freezeEvidence, type Surroundings } from './freezeEvidence';

const NOW = new Date('2026-11-23T12:00:00Z');
const AT = '2026-11-23T11:55:00.000Z';

const gateOf = (more: Partial<GateRecord>): GateRecord => ({
  id: 'approval',
  wave: 2,
  place: 1,
  phase: 'before',
  type: 'approval',
  title: 'Approval',
  asked: {},
  state: 'shut',
  decisions: [],
  ...more,
});

function snapshotOf(): RolloutSnapshot {
  const { snapshot } = rolloutOf('one', 1);
  const [wave] = snapshot.waves;
  const bake = {
    seconds: 3600,
    healthySeconds: 3600.4,
    stoodStillSeconds: 120,
    samples: 140,
    minimumSamples: 0,
    startedAt: AT,
    lookedAt: AT,
    quiet: true,
    endedAt: AT,
  };
  return {
    ...snapshot,
    rollout: { ...snapshot.rollout, planHash: 'abc' },
    waves: [
      {
        ...wave,
        index: 1,
        name: 'dev',
        lifecycle: 'done',
        counts: { ...NO_CELLS, succeeded: 3, failed: 1 },
        state: {
          stage: 'first',
          bake,
          alarms: { state: 'quiet', message: '', since: AT },
        },
      },
      {
        ...wave,
        index: 2,
        name: 'prod',
        lifecycle: 'gated',
        counts: { ...NO_CELLS, planned: 1 },
        state: { stage: 'first' },
      },
      { ...wave, index: 3, name: 'rest', lifecycle: 'planned' },
    ],
    gates: [
      gateOf({}),
      gateOf({
        id: 'readiness',
        type: 'readiness',
        title: 'Readiness',
        checkedAt: AT,
        waiting: {
          code: 'gate.readiness',
          message: 'Readiness: prod-1: a PodDisruptionBudget allows none',
        },
      }),
      gateOf({ id: 'later', wave: 3, title: 'Of another wave' }),
    ],
  };
}

const freeze = (surroundings: Partial<Surroundings> = {}) =>
  freezeEvidence(
    gateOf({}),
    snapshotOf(),
    { notRead: 0, heads: [], ...surroundings },
    NOW,
  );

describe('freezeEvidence', () => {
  it('keeps the plan, the waves up to this one with their bakes, and the other gates', () => {
    expect(freeze()).toMatchObject({
      takenAt: NOW.toISOString(),
      plan: { hash: 'abc' },
      waves: [
        {
          name: 'dev',
          lifecycle: 'done',
          succeeded: 3,
          failed: 1,
          alarms: 'quiet',
          alarmsSince: AT,
          bakes: [
            {
              askedSeconds: 3600,
              healthySeconds: 3600,
              stoodStillSeconds: 120,
              samples: 140,
              seenAt: AT,
              endedAt: AT,
            },
          ],
        },
        { name: 'prod', lifecycle: 'gated', alarms: 'notLooked' },
      ],
      gates: [
        {
          title: 'Readiness',
          state: 'shut',
          seenAt: AT,
          message: 'Readiness: prod-1: a PodDisruptionBudget allows none',
        },
      ],
    });
    expect(freeze()).not.toHaveProperty('readiness');
    expect(freeze()).not.toHaveProperty('heads');
  });

  it('counts readiness, names the worst first, and says how old it is', () => {
    const { readiness } = freeze({
      notRead: 2,
      readiness: [
        { name: 'a', verdict: 'ready', seenAt: AT },
        { name: 'b', verdict: 'unknown', reason: 'never seen' },
        {
          name: 'c',
          verdict: 'blocked',
          reason: 'an add-on is too old',
          seenAt: '2026-11-23T11:00:00.000Z',
        },
      ],
    });
    expect(readiness).toEqual({
      ready: 1,
      blocked: 1,
      unknown: 1,
      notRead: 2,
      oldestSeenAt: '2026-11-23T11:00:00.000Z',
      worst: ['c: an add-on is too old', 'b: never seen'],
    });
  });

  it('keeps what would be merged', () => {
    const heads = [
      { name: 'prod-1', head: 'f00', url: 'https://git.example/pull/1' },
    ];
    expect(freeze({ heads })).toMatchObject({ heads });
  });
});
