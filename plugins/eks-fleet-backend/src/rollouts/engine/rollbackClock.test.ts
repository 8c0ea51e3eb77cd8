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

import type { CellClusterRecord, TrackRecord } from '../records';
import { rollbackClock, stepBack } from './rollbackClock';

const NOW = new Date('2026-11-23T12:00:00Z');
const daysAgo = (days: number) =>
  new Date(NOW.getTime() - days * 86_400_000).toISOString();

const track = (more: Partial<TrackRecord>): TrackRecord => ({
  kind: 'controlPlane',
  from: '1.32',
  to: '1.34',
  hops: ['1.33', '1.34'],
  order: [1, 2],
  state: 'running',
  done: 0,
  attempt: 1,
  memory: {},
  ...more,
});
const cluster = (...tracks: TrackRecord[]): CellClusterRecord => ({
  cluster: {
    arn: 'arn',
    name: 'alpha',
    entityRef: 'resource:default/alpha',
    partition: 'aws',
    accountId: '111111111111',
    region: 'eu-west-1',
    labels: {},
  },
  queue: '',
  touched: true,
  tracks,
});
const nodes = track({
  kind: 'nodegroup',
  name: 'system',
  hops: ['1.33'],
  to: '1.33',
  done: 1,
});
const addon = track({
  kind: 'addon',
  name: 'vpc-cni',
  hops: ['v2'],
  to: 'v2',
  done: 1,
});
const moved = track({ done: 1, movedAt: daysAgo(2) });

describe('rollbackClock', () => {
  it.each<[string, CellClusterRecord, object, string, string]>([
    ['nothing moved', cluster(track({})), {}, 'notNeeded', 'was not moved'],
    ['one minor', cluster(moved), {}, 'possible', 'can go back to 1.32'],
    [
      'two minors, of which one goes back',
      cluster(track({ done: 2, movedAt: daysAgo(1) })),
      {},
      'possible',
      'can go back to 1.33',
    ],
    ['nodes', cluster(moved, nodes), {}, 'nodesFirst', 'system'],
    [
      'seven days',
      cluster(track({ done: 1, movedAt: daysAgo(7) })),
      {},
      'expired',
      'seven days',
    ],
    [
      'the next minor begun',
      cluster(
        track({ done: 1, movedAt: daysAgo(1), hopStartedAt: daysAgo(0) }),
      ),
      {},
      'pastPoint',
      '1.34 has begun',
    ],
    [
      'the next minor failed',
      cluster(
        track({
          done: 1,
          movedAt: daysAgo(1),
          hopStartedAt: daysAgo(0),
          state: 'failed',
        }),
      ),
      {},
      'possible',
      'can go back to 1.32',
    ],
    [
      'an add-on past the overlap that somebody took back since',
      cluster(moved, addon),
      {
        addonFits: (_name: string, version: string) => version === 'v1',
        addonNow: () => 'v1',
      },
      'possible',
      'can go back',
    ],
    [
      'an add-on past the overlap',
      cluster(moved, addon),
      { addonFits: () => false },
      'pastPoint',
      'vpc-cni',
    ],
    [
      'an add-on of which nobody knows',
      cluster(moved, addon),
      { addonFits: () => undefined },
      'possible',
      'can go back',
    ],
    [
      'no means',
      cluster(moved),
      { cannot: 'Terraform cannot go back' },
      'notPossible',
      'Terraform',
    ],
    [
      'back already',
      cluster({ ...moved, back: { from: '1.33', to: '1.32', done: true } }),
      {},
      'notNeeded',
      'is back at 1.32',
    ],
  ])('tells of %s', (_what, record, means, state, message) => {
    const clock = rollbackClock(record, { way: 'guided', ...means }, NOW);
    expect(clock.state).toBe(state);
    expect(clock.message).toContain(message);
  });

  it('ends seven days after the last minor', () => {
    expect(rollbackClock(cluster(moved), { way: 'git' }, NOW)).toMatchObject({
      until: '2026-11-28T12:00:00.000Z',
      way: 'git',
    });
  });

  it('goes back by what it ran before, and no further', () => {
    expect(stepBack(track({ done: 2 }))).toEqual({ from: '1.34', to: '1.33' });
    expect(stepBack(track({ done: 1 }))).toEqual({ from: '1.33', to: '1.32' });
    expect(stepBack(track({ done: 0 }))).toBeUndefined();
  });
});
