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

import {
  clustersOf,
  planInput,
  planningCluster,
  strategyOf,
  TO_134,
} from './__testUtils__/planning';
import { planWaves } from './planWaves';

const FLEET = [...clustersOf('dev', 2), ...clustersOf('prod', 2)];

describe('planHash', () => {
  const base = planInput({ clusters: FLEET });
  const hash = (change: Partial<typeof base> = {}) =>
    planWaves({ ...base, ...change }).hash;

  it('is the same for the same input, in whatever order it comes', () => {
    expect(hash()).toMatch(/^[0-9a-f]{64}$/);
    expect(hash({ clusters: [...FLEET].reverse() })).toBe(hash());
    expect(
      hash({
        strategy: { waves: [{ name: 'all' }], name: 'test' },
        now: new Date(0),
      }),
    ).toBe(hash());
  });

  it('does not mind when things were observed', () => {
    const later = FLEET.map(cluster => ({
      ...cluster,
      observations: Object.fromEntries(
        Object.entries(cluster.observations).map(([kind, observation]) => [
          kind,
          { ...observation!, observedAt: '2027-01-01T00:00:00.000Z' },
        ]),
      ),
    }));
    expect(hash({ clusters: later })).toBe(hash());
  });

  it.each<[string, Partial<typeof base>]>([
    ['the change', { change: { ...TO_134, nodes: 'leave' } }],
    ['the strategy', { strategy: strategyOf({ retries: 3 }) }],
    ['a cluster less', { clusters: FLEET.slice(1) }],
    [
      'a cluster made again',
      {
        clusters: FLEET.map((cluster, index) =>
          index === 0
            ? { ...cluster, createdAt: '2026-11-01T00:00:00Z' }
            : cluster,
        ),
      },
    ],
    [
      'another way',
      {
        clusters: [
          planningCluster('dev-01', {
            ...FLEET[0],
            version: '1.32',
            observations: undefined,
          }),
          ...FLEET.slice(1),
        ],
      },
    ],
  ])('changes with %s', (_, change) => {
    expect(hash(change)).not.toBe(hash());
  });
});
