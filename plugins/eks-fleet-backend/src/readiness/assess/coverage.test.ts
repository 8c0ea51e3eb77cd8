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
  healthyDocuments,
  insight,
  news,
  nodegroup,
  nodeSet,
} from '../__testUtils__/assessment';

const { controlPlane } = healthyDocuments();
const insights = (name: string, status = 'ERROR') => ({
  insights: { insights: [insight({ name, status })], unreadable: [] },
});
const far = {
  nodegroups: {
    nodegroups: [nodegroup({ version: '1.30' })],
    unreadable: [],
  },
};
const seen = {
  kubernetesNodes: {
    nodes: 3,
    sets: [nodeSet({ kubeletVersion: 'v1.30.1' })],
    allocatable: { cpuMillis: 0, memoryBytes: 0, pods: 0 },
  },
};

describe('one cause', () => {
  it.each([
    [
      'kubelets, where nodes were seen',
      { ...insights('Kubelet version skew'), ...far, ...seen },
      ['blocking kubelet-skew:node group workers'],
    ],
    [
      'health of the control plane',
      {
        ...insights('Cluster health issues'),
        controlPlane: {
          ...controlPlane,
          healthIssues: [
            { code: 'KmsKeyDisabled', message: '', resourceIds: [] },
          ],
        },
      },
      ['blocking cluster-health:KmsKeyDisabled'],
    ],
    [
      'addresses, that EKS calls a health issue too',
      {
        ...insights('Cluster health issues'),
        controlPlane: {
          ...controlPlane,
          healthIssues: [
            {
              code: 'InsufficientFreeAddresses',
              message: '',
              resourceIds: [],
            },
          ],
        },
        subnets: { subnets: [{ id: 'a', freeAddresses: 1 }], missing: [] },
      },
      ['blocking addresses-short'],
    ],
  ])('is one finding: %s', (_, documents, expected) => {
    expect(news({ documents })).toEqual(expected);
  });

  it.each([
    [
      'EKS may mean nodes that were not seen',
      { ...insights('Kubelet version skew'), ...far },
    ],
    ['nothing else says so', insights('Kubelet version skew')],
  ])('is not left out where %s', (_, documents) => {
    expect(news({ documents })).toContain(
      'blocking insight:Kubelet version skew:1.34',
    );
  });

  it('is not left out for what weighs less', () => {
    const custom = {
      ...seen,
      kubernetesNodes: {
        ...seen.kubernetesNodes,
        sets: [
          nodeSet({
            owner: { kind: 'karpenter', name: 'default' },
            osImage: 'Amazon Linux 2',
          }),
        ],
      },
    };
    expect(
      news({
        documents: { ...insights('Amazon Linux 2 compatibility'), ...custom },
      }),
    ).toEqual([
      'blocking insight:Amazon Linux 2 compatibility:1.34',
      'warning ami-ended:Amazon Linux 2:Karpenter node pool default',
    ]);
  });
});
