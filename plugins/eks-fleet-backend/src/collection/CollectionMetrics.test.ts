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

import { at, iso } from './__testUtils__/fleet';
import { rememberMetrics } from './__testUtils__/rememberMetrics';
import { CollectionMetrics } from './CollectionMetrics';

describe('CollectionMetrics', () => {
  const remembered = rememberMetrics();
  const metrics = new CollectionMetrics(
    remembered.service,
    {
      states: async now => {
        expect(now).toEqual(at(90));
        return [
          { kind: 'addons', oldestObservedAt: iso(0), due: 2 },
          { kind: 'insights', oldestObservedAt: undefined, due: 5 },
        ];
      },
      counts: async now => {
        expect(now).toEqual(at(90));
        return [
          { kind: 'addons', state: 'fresh', count: 3 },
          { kind: 'addons', state: 'forbidden', count: 1 },
        ];
      },
    },
    () => at(90),
  );

  it('counts collections by kind and result, and says how long they took', () => {
    metrics.record('addons', 'success', 1500);
    metrics.record('addons', 'throttled', 250);
    expect(remembered.told).toEqual([
      ['eks_fleet.collections', 1, { kind: 'addons', result: 'success' }],
      [
        'eks_fleet.collections.duration',
        1.5,
        { kind: 'addons', result: 'success' },
      ],
      ['eks_fleet.collections', 1, { kind: 'addons', result: 'throttled' }],
      [
        'eks_fleet.collections.duration',
        0.25,
        { kind: 'addons', result: 'throttled' },
      ],
    ]);
  });

  it('tells the age of the oldest good observation, and what waits', async () => {
    expect(await remembered.read('eks_fleet.observations.oldest_age')).toEqual([
      [90, { kind: 'addons' }],
    ]);
    expect(await remembered.read('eks_fleet.observations.due')).toEqual([
      [2, { kind: 'addons' }],
      [5, { kind: 'insights' }],
    ]);
  });

  it('counts observations by what they are', async () => {
    expect(await remembered.read('eks_fleet.observations')).toEqual([
      [3, { kind: 'addons', state: 'fresh' }],
      [1, { kind: 'addons', state: 'forbidden' }],
    ]);
  });
});
