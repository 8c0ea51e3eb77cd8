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

import type { BudgetSpec, WorkloadSpec } from '../../model/kubernetesStory';
import { listOf, modelCluster } from '../__testUtils__/modelCluster';

const statusOf = (
  workload: Partial<WorkloadSpec> | undefined,
  budget: Partial<BudgetSpec>,
) => {
  const cluster = modelCluster({
    nodegroups: [{ name: 'general', desiredSize: 2 }],
    kubernetes: {
      usualWorkloads: false,
      workloads: workload
        ? [{ namespace: 'team', name: 'api', ...workload }]
        : [],
      budgets: [{ namespace: 'team', name: 'api', workload: 'api', ...budget }],
    },
  });
  const { status } = listOf(cluster, 'poddisruptionbudgets.policy').find(
    ({ metadata }) => metadata.namespace === 'team',
  );
  return [
    status.expectedPods,
    status.currentHealthy,
    status.desiredHealthy,
    status.disruptionsAllowed,
    status.conditions[0].status,
  ];
};

describe('the status of disruption budgets', () => {
  it.each<
    [
      string,
      Partial<WorkloadSpec> | undefined,
      Partial<BudgetSpec>,
      [number, number, number, number, string],
    ]
  >([
    [
      'as many as there are must stay',
      { replicas: 3 },
      { minAvailable: 3 },
      [3, 3, 3, 0, 'False'],
    ],
    ['one may go', { replicas: 3 }, { minAvailable: 2 }, [3, 3, 2, 1, 'True']],
    [
      'one replica must stay',
      { replicas: 1 },
      { minAvailable: 1 },
      [1, 1, 1, 0, 'False'],
    ],
    [
      'one of three crashes',
      { replicas: 3, crashing: 1 },
      { minAvailable: 2 },
      [3, 2, 2, 0, 'False'],
    ],
    [
      'fewer are healthy than must be',
      { replicas: 3, crashing: 2 },
      { minAvailable: 2 },
      [3, 1, 2, 0, 'False'],
    ],
    [
      'half of five, rounded up',
      { replicas: 5 },
      { minAvailable: '50%' },
      [5, 5, 3, 2, 'True'],
    ],
    [
      'one may be away',
      { replicas: 4 },
      { maxUnavailable: 1 },
      [4, 4, 3, 1, 'True'],
    ],
    [
      'none may be away',
      { replicas: 4 },
      { maxUnavailable: 0 },
      [4, 4, 4, 0, 'False'],
    ],
    [
      'a third of four may be away, rounded up',
      { replicas: 4 },
      { maxUnavailable: '30%' },
      [4, 4, 2, 2, 'True'],
    ],
    [
      'more may be away than there are',
      { replicas: 2 },
      { maxUnavailable: 5 },
      [2, 2, 0, 2, 'True'],
    ],
    [
      'there is nothing to protect',
      undefined,
      { minAvailable: 1 },
      [0, 0, 1, 0, 'False'],
    ],
    [
      'there is nothing to protect, and nothing has to be',
      { replicas: 0 },
      { maxUnavailable: 1 },
      [0, 0, 0, 0, 'False'],
    ],
    [
      'its selector is for others',
      { replicas: 3 },
      { selector: { app: 'other' }, minAvailable: 1 },
      [0, 0, 1, 0, 'False'],
    ],
    [
      'a StatefulSet is protected',
      { kind: 'StatefulSet', replicas: 3 },
      { minAvailable: 2 },
      [3, 3, 2, 1, 'True'],
    ],
  ])('where %s', (_, workload, budget, expected) => {
    expect(statusOf(workload, budget)).toEqual(expected);
  });
});
