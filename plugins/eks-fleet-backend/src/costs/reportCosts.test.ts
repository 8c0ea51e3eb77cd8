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
  aClusterRecord,
  aControlPlane,
  allSeen,
  aNodegroup,
  someNodes,
} from '../__testUtils__/observations';
import { SupportCalendar } from '../versions/SupportCalendar';
import { computeCost } from './computeCost';
import { reportCosts } from './reportCosts';
import type { CostedCluster } from './types';

const instancePrices = new Map([
  ['m7i.xlarge', 0.2],
  ['c7g.xlarge', 0.1],
]);

function report(
  clusters: CostedCluster[],
  groupBy: 'owner' | 'account' | 'environment' = 'owner',
) {
  return reportCosts({
    clusters,
    groupBy,
    calendar: new SupportCalendar(),
    prices: { standardUsdPerHour: 0.1, extendedUsdPerHour: 0.6 },
    instancePrices,
    now: new Date('2026-11-23T12:00:00Z'),
  });
}

describe('computeCost', () => {
  it.each([
    [
      "the nodes' own types",
      allSeen({
        kubernetesNodes: someNodes([
          { nodes: 2 },
          { instanceType: 'c7g.xlarge' },
        ]),
        nodegroups: { nodegroups: [aNodegroup()], unreadable: [] },
      }),
      { observed: true, usdPerMonth: 511, unpriced: [] },
    ],
    [
      'the size of node groups, where nobody looks inside',
      allSeen({ nodegroups: { nodegroups: [aNodegroup()], unreadable: [] } }),
      { observed: true, usdPerMonth: 438, unpriced: [] },
    ],
    [
      'no price for what is not in the table',
      allSeen({
        kubernetesNodes: someNodes([{ instanceType: 'x2idn.16xlarge' }]),
      }),
      { observed: true, usdPerMonth: 0, unpriced: [['x2idn.16xlarge', 3]] },
    ],
    [
      'no guess which of several types a node group runs',
      allSeen({
        nodegroups: {
          nodegroups: [
            aNodegroup({ instanceTypes: ['m7i.xlarge', 'c7g.xlarge'] }),
          ],
          unreadable: [],
        },
      }),
      {
        observed: true,
        usdPerMonth: 0,
        unpriced: [['m7i.xlarge or c7g.xlarge', 3]],
      },
    ],
    [
      'no sum for Auto Mode without a look inside',
      allSeen({
        controlPlane: aControlPlane({ autoMode: true }),
        nodegroups: { nodegroups: [], unreadable: [] },
      }),
      { observed: false, usdPerMonth: 0, unpriced: [] },
    ],
    [
      'no sum for what was never seen',
      {},
      { observed: false, usdPerMonth: 0, unpriced: [] },
    ],
    [
      'Fargate by its name',
      allSeen({
        kubernetesNodes: someNodes([
          { owner: { kind: 'fargate' }, instanceType: undefined },
        ]),
      }),
      { observed: true, usdPerMonth: 0, unpriced: [['Fargate', 3]] },
    ],
  ])('takes %s', (_, observations, expected) => {
    const { unpriced, ...cost } = computeCost(observations, instancePrices);
    expect({ ...cost, unpriced: [...unpriced] }).toEqual(expected);
  });
});

describe('reportCosts', () => {
  const clusters: CostedCluster[] = [
    {
      cluster: aClusterRecord({ name: 'a', version: '1.32' }),
      observations: allSeen({ kubernetesNodes: someNodes([{}]) }),
    },
    {
      cluster: aClusterRecord({
        name: 'b',
        version: '1.35',
        owner: '',
        environment: 'dev',
        accountId: '222222222222',
        accountName: '',
      }),
      observations: {},
    },
  ];

  it('groups by owner, the dearest first, and says whose nodes are unknown', () => {
    const { groups, total } = report(clusters);
    expect(
      groups.map(group => [
        group.value,
        group.extendedSupportUsdPerMonth,
        group.computeUsdPerMonth,
        group.unobservedClusters,
      ]),
    ).toEqual([
      ['group:default/payments', 365, 438, 0],
      ['', 0, 0, 1],
    ]);
    expect(total).toMatchObject({
      clusters: 2,
      controlPlaneUsdPerMonth: 438 + 73,
      extendedSupportUsdPerMonth: 365,
      computeUsdPerMonth: 438,
      unobservedClusters: 1,
    });
  });

  it('names accounts where their name is known', () => {
    expect(
      report(clusters, 'account').groups.map(({ title, value }) => [
        value,
        title,
      ]),
    ).toEqual([
      ['111111111111', 'prod'],
      ['222222222222', undefined],
    ]);
  });

  it('has as much in its groups as in all, in each month', () => {
    const { groups, months } = report(clusters, 'environment');
    months.forEach((month, index) => {
      const sum = groups.reduce(
        (usd, group) => usd + group.months[index].controlPlaneUsd,
        0,
      );
      expect(sum).toBeCloseTo(month.controlPlaneUsd, 2);
    });
  });

  it('lists the emptiest, those that run nothing first, and none that nobody may look into', () => {
    const withNodes = (
      name: string,
      requested:
        | { cpuMillis: number; memoryBytes: number; pods: number }
        | undefined,
      workloadPods?: number,
    ): CostedCluster => ({
      cluster: aClusterRecord({ name }),
      observations: allSeen({
        kubernetesNodes: someNodes([{}], { requested, workloadPods }),
      }),
    });
    const { emptiest } = report([
      withNodes('full', { cpuMillis: 11_000, memoryBytes: 1e9, pods: 9 }, 9),
      withNodes('airy', { cpuMillis: 1_200, memoryBytes: 1e9, pods: 9 }, 9),
      withNodes('idle', { cpuMillis: 2_400, memoryBytes: 1e9, pods: 9 }, 0),
      withNodes('hidden', undefined),
    ]);
    expect(
      emptiest.map(({ cpuShare, name, runsNothing }) => [
        name,
        cpuShare,
        runsNothing,
      ]),
    ).toEqual([
      ['idle', 0.2, true],
      ['airy', 0.1, false],
    ]);
  });
});
