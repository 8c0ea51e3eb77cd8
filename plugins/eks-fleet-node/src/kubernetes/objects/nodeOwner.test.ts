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

import { nodeOwner } from './nodeOwner';

const COMPUTE_TYPE = 'eks.amazonaws.com/compute-type';

describe('nodeOwner', () => {
  it.each([
    [
      'a managed node group',
      { 'eks.amazonaws.com/nodegroup': 'general' },
      { kind: 'nodegroup', name: 'general' },
    ],
    [
      'Karpenter',
      { 'karpenter.sh/nodepool': 'spot' },
      { kind: 'karpenter', name: 'spot' },
    ],
    [
      'an old Karpenter',
      { 'karpenter.sh/provisioner-name': 'default' },
      { kind: 'karpenter', name: 'default' },
    ],
    [
      'Auto Mode',
      { [COMPUTE_TYPE]: 'auto', 'karpenter.sh/nodepool': 'system' },
      { kind: 'autoMode', name: 'system' },
    ],
    ['Fargate', { [COMPUTE_TYPE]: 'fargate' }, { kind: 'fargate' }],
    ['a hybrid node', { [COMPUTE_TYPE]: 'hybrid' }, { kind: 'hybrid' }],
    [
      'a compute type of the future, by what else it says',
      { [COMPUTE_TYPE]: 'ec2', 'eks.amazonaws.com/nodegroup': 'general' },
      { kind: 'nodegroup', name: 'general' },
    ],
    [
      'a node group that eksctl made by itself',
      { 'alpha.eksctl.io/nodegroup-name': 'ng-1' },
      { kind: 'selfManaged', name: 'ng-1' },
    ],
    ['somebody', {}, { kind: 'selfManaged' }],
  ])('knows %s', (_, labels, expected) => {
    expect(nodeOwner({ metadata: { labels } })).toEqual(expected);
  });
});
