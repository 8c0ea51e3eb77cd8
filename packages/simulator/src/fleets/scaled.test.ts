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

import { ManualClock } from '../clock';
import { CloudModel } from '../model';
import { insightsOf } from '../model/insightsOf';
import { parseFleetSize, scaledFleet } from './scaled';

const clock = new ManualClock('2026-11-23T09:00:00Z');

describe('a scaled fleet', () => {
  const size = { accounts: 2, regions: 2, clustersPerTarget: 20 };
  const model = CloudModel.fromSpec(scaledFleet(size, 1, clock.now()), clock);

  it('has the same amount to be read of every cluster', () => {
    const clusters = model.clusters();
    expect(clusters).toHaveLength(80);
    expect(new Set(clusters.map(({ version }) => version)).size).toBe(6);
    for (const cluster of clusters) {
      const notPassing = insightsOf(cluster, clock.now()).filter(
        ({ status }) => status !== 'PASSING',
      );
      expect({
        nodegroups: cluster.nodegroups.length,
        addons: cluster.addons.length,
        fargateProfiles: cluster.fargateProfiles.length,
        capabilities: cluster.capabilities.length,
        updates: cluster.updates.length,
        notPassing: notPassing.length,
      }).toEqual({
        nodegroups: 3,
        addons: 6,
        fargateProfiles: 0,
        capabilities: 0,
        updates: 1,
        notPassing: 2,
      });
    }
  });

  it('has updates of the past alone', () => {
    const times = model
      .clusters()
      .flatMap(({ updates }) => updates)
      .map(({ createdAt }) => createdAt);
    expect(times.every(time => time < clock.now())).toBe(true);
  });

  it.each([
    ['40x5x5', { accounts: 40, regions: 5, clustersPerTarget: 5 }],
    ['1x17x0', { accounts: 1, regions: 17, clustersPerTarget: 0 }],
    ['1x18x1', undefined],
    ['0x1x1', undefined],
    ['demo', undefined],
  ])('reads %s', (text, expected) => {
    expect(parseFleetSize(text)).toEqual(expected);
  });
});
