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

import type { RolloutChange } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { addon, nodeSet } from '../../readiness/__testUtils__/assessment';
import type { PlanInput } from '../types';
import { planningCluster } from './__testUtils__/planning';
import { ASKED, concernsOf } from './__testUtils__/wordWay';

const to = (version: string, rest: Partial<RolloutChange> = {}) => ({
  change: { kind: 'kubernetesVersion' as const, version, ...rest },
});

describe('concerns of the way to a Kubernetes version', () => {
  it.each<
    [
      string,
      Parameters<typeof planningCluster>[1],
      Partial<PlanInput>,
      string[],
    ]
  >([
    ['nothing of a way without stones', {}, to('1.34'), []],
    [
      'nodes with an image of their own',
      { nodegroups: [{ name: 'own', amiType: 'CUSTOM' }] },
      to('1.34'),
      [
        'warning nodes.notMoved: The node group own has an image of its own: move it by its launch template',
      ],
    ],
    [
      'nodes that must move and are told to stay',
      { nodegroups: [{ version: '1.30' }] },
      to('1.34', { nodes: 'leave' }),
      [
        'error nodes.skew: The node group workers runs kubelet 1.30 and must be at 1.33 before the control plane goes to 1.34; this rollout does not move it',
      ],
    ],
    [
      'nodes that must move and are somebody else’s',
      {
        documents: {
          kubernetesNodes: {
            nodes: 2,
            sets: [
              nodeSet({
                owner: { kind: 'selfManaged' },
                kubeletVersion: 'v1.30.1',
              }),
            ],
            allocatable: { cpuMillis: 0, memoryBytes: 0, pods: 0 },
          },
        },
      },
      to('1.34'),
      [
        'warning nodes.skew: The self-managed nodes runs kubelet 1.30 and must be at 1.33 before the control plane goes to 1.34; this rollout does not move it',
        'warning nodes.notMoved: The self-managed nodes are moved by whoever made them',
      ],
    ],
    [
      'a node group that cannot be read',
      {
        documents: {
          nodegroups: {
            nodegroups: [],
            unreadable: [{ name: 'secret', reason: 'no' }],
          },
        },
      },
      to('1.34'),
      [
        'warning nodes.unreadable: The node group secret cannot be read, so it is not moved',
      ],
    ],
    [
      'an add-on without a version for a hop',
      {
        version: '1.34',
        addons: [addon('kube-proxy', { version: 'v1.34.1' })],
      },
      { ...to('1.35'), ...ASKED },
      ['error addon.impossible: No version of kube-proxy goes with 1.35'],
    ],
    [
      'an add-on that EKS was not asked about',
      { region: 'us-east-1', addons: [addon('coredns')] },
      { ...to('1.34'), ...ASKED },
      [
        'warning addon.notListed: EKS does not say which versions of coredns go with 1.34, so it is not moved',
      ],
    ],
    [
      'an add-on of the Marketplace',
      { addons: [addon('istio', { marketplace: true })] },
      { ...to('1.34'), ...ASKED },
      [
        'warning addon.notListed: EKS does not say which versions of istio go with 1.34; it comes from the AWS Marketplace, so it is not moved',
      ],
    ],
    [
      'an add-on called as every object has something',
      { addons: [addon('constructor')] },
      { ...to('1.34'), ...ASKED },
      [
        'warning addon.notListed: EKS does not say which versions of constructor go with 1.34, so it is not moved',
      ],
    ],
    [
      'an add-on whose version is not known',
      { addons: [{ ...addon('coredns'), version: undefined }] },
      { ...to('1.34'), ...ASKED },
      [
        'warning addon.unknown: The installed version of coredns is not known, so it is not moved',
      ],
    ],
    [
      'a named version that does not go with the target',
      { addons: [addon('coredns', { version: 'v1.11.4' })] },
      { ...to('1.34', { addons: { coredns: 'v1.12.1' } }), ...ASKED },
      ['error addon.incompatible: EKS does not list coredns v1.12.1 for 1.34'],
    ],
  ])('tells of %s', (_, change, input, expected) => {
    expect(concernsOf(planningCluster('payments', change), input)).toEqual(
      expected,
    );
  });
});
