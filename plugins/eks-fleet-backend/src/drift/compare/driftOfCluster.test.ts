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

import type {
  ControlPlaneDocument,
  Nodegroup,
  Update,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterObservations } from '../../collection/types';
import type { ClusterStatement } from '../types';
import { driftOfCluster } from './driftOfCluster';

const CONTROL_PLANE: ControlPlaneDocument = {
  name: 'orders',
  version: '1.34',
  status: 'ACTIVE',
  supportType: 'STANDARD',
  deletionProtection: true,
  healthIssues: [],
  vpcId: 'vpc-1',
  subnetIds: ['subnet-1', 'subnet-2'],
  securityGroupIds: [],
  endpointPrivateAccess: true,
  endpointPublicAccess: false,
  publicAccessCidrs: ['0.0.0.0/0'],
  logTypes: ['api', 'audit'],
  authenticationMode: 'API',
  autoMode: false,
  autoModeNodePools: [],
  zonalShift: false,
  hybridNodes: false,
  roleArn: 'arn:aws:iam::111122223333:role/eks',
  tags: { team: 'orders', 'aws:cloudformation:stack-name': 'x' },
};
const GROUP: Nodegroup = {
  name: 'general',
  status: 'ACTIVE',
  version: '1.34',
  releaseVersion: '1.34.2-20261110',
  amiType: 'AL2023_ARM_64_STANDARD',
  capacityType: 'ON_DEMAND',
  instanceTypes: ['m7g.large', 'm7g.xlarge'],
  minSize: 1,
  desiredSize: 2,
  maxSize: 3,
  subnetIds: [],
  healthIssues: [],
};
const ADDON = {
  name: 'vpc-cni',
  version: 'v1.20.1-eksbuild.1',
  status: 'ACTIVE',
  healthIssues: [],
  marketplace: false,
};

const SAID: ClusterStatement = {
  isWhole: true,
  kubernetesVersion: '1.34',
  supportType: 'STANDARD',
  deletionProtection: true,
  authenticationMode: 'API',
  endpointAccess: { private: true, public: false, publicCidrs: [] },
  logTypes: ['audit', 'api'],
  zonalShift: false,
  roleArn: CONTROL_PLANE.roleArn,
  network: { vpcId: 'vpc-1', subnetIds: ['subnet-2', 'subnet-1'] },
  autoMode: { isOn: false, nodePools: [] },
  nodeGroups: [
    {
      name: 'general',
      instanceTypes: ['m7g.xlarge', 'm7g.large'],
      capacityType: 'ON_DEMAND',
      amiType: 'AL2023_ARM_64_STANDARD',
      minSize: 1,
      maxSize: 3,
    },
  ],
  addons: [{ name: 'vpc-cni' }],
  tags: { team: 'orders' },
  unobserved: [],
};
const PART: ClusterStatement = {
  isWhole: false,
  kubernetesVersion: '1.34',
  unobserved: [],
};

interface Seen {
  controlPlane?: Partial<ControlPlaneDocument>;
  groups?: Nodegroup[];
  addons?: Array<Partial<typeof ADDON>>;
  unreadable?: string[];
  updates?: Update[];
}

function observed(seen: Seen = {}): ClusterObservations {
  const { addons = [ADDON], groups = [GROUP], updates = [] } = seen;
  const unreadable = (seen.unreadable ?? []).map(name => ({
    name,
    code: 'forbidden' as const,
    reason: 'no',
  }));
  return {
    controlPlane: {
      source: 'discovery',
      document: { ...CONTROL_PLANE, ...seen.controlPlane },
    },
    nodegroups: {
      source: 'collector',
      document: { nodegroups: groups, unreadable },
    },
    addons: {
      source: 'collector',
      document: {
        addons: addons.map(each => ({ ...ADDON, ...each })),
        unreadable,
      },
    },
    updates: { source: 'collector', document: { updates, unreadable: [] } },
  };
}

const found = (said: ClusterStatement, seen: ClusterObservations) => {
  const { differences, uncompared } = driftOfCluster(said, seen);
  return [
    ...differences.map(
      ({ field, inEks = 'nothing', inGit = 'nothing', kind }) =>
        `${field} ${kind}: ${inGit} → ${inEks}`,
    ),
    ...uncompared.map(({ field, reason }) => `${field} ${reason}`),
  ];
};

describe('driftOfCluster', () => {
  it('finds nothing where EKS has what Git says, in any order', () => {
    expect(found(SAID, observed())).toEqual([]);
  });

  it.each<[string, Partial<ClusterStatement>, Seen, string[]]>([
    [
      'the version',
      {},
      { controlPlane: { version: '1.35' } },
      ['kubernetesVersion changed: 1.34 → 1.35'],
    ],
    [
      'the upgrade policy',
      {},
      { controlPlane: { supportType: 'EXTENDED' } },
      ['upgradePolicy.supportType changed: STANDARD → EXTENDED'],
    ],
    [
      'deletion protection',
      {},
      { controlPlane: { deletionProtection: false } },
      ['deletionProtection changed: true → false'],
    ],
    [
      'an endpoint that was opened',
      {},
      { controlPlane: { endpointPublicAccess: true } },
      ['endpointAccess.public changed: false → true'],
    ],
    [
      'who reaches a public endpoint',
      {
        endpointAccess: {
          private: true,
          public: true,
          publicCidrs: ['10.0.0.0/8'],
        },
      },
      { controlPlane: { endpointPublicAccess: true } },
      ['endpointAccess.publicCidrs changed: 10.0.0.0/8 → 0.0.0.0/0'],
    ],
    [
      'nothing where a public endpoint names nobody, and EKS anybody',
      { endpointAccess: { public: true, publicCidrs: [] } },
      { controlPlane: { endpointPublicAccess: true } },
      [],
    ],
    [
      'logs that were switched off',
      {},
      { controlPlane: { logTypes: [] } },
      ['logTypes changed: api, audit → –'],
    ],
    [
      'Auto Mode that was switched on',
      {},
      { controlPlane: { autoMode: true, autoModeNodePools: ['system'] } },
      ['compute.autoMode changed: off → on, system'],
    ],
    [
      'subnets',
      {},
      { controlPlane: { subnetIds: ['subnet-1'] } },
      ['network.subnetIds changed: subnet-1, subnet-2 → subnet-1'],
    ],
    [
      'a key that Git says and EKS has not',
      { encryptionKeyArn: 'arn:aws:kms:eu-west-1:1:key/1' },
      {},
      ['encryptionKeyArn changed: arn:aws:kms:eu-west-1:1:key/1 → –'],
    ],
    [
      'tags, but not those that AWS and provisioners set',
      { tags: { team: 'orders', gone: 'x' } },
      {
        controlPlane: {
          tags: {
            team: 'search',
            added: 'y',
            'aws:x': '1',
            'services.k8s.aws/namespace': 'orders',
            'kubernetes.io/cluster/orders': 'owned',
            'crossplane-name': 'orders',
          },
        },
      },
      [
        'tags[team] changed: orders → search',
        'tags[gone] onlyInGit: x → nothing',
        'tags[added] onlyInEks: nothing → y',
      ],
    ],
    [
      'sizes of a node group that bound it',
      {},
      { groups: [{ ...GROUP, minSize: 0, maxSize: 9 }] },
      [
        'compute.nodeGroups[general].minSize changed: 1 → 0',
        'compute.nodeGroups[general].maxSize changed: 3 → 9',
      ],
    ],
    [
      'nothing where an autoscaler has moved the desired size',
      {},
      { groups: [{ ...GROUP, desiredSize: 3 }] },
      [],
    ],
    [
      'what a node group runs on',
      {},
      {
        groups: [
          { ...GROUP, instanceTypes: ['m7g.large'], capacityType: 'SPOT' },
        ],
      },
      [
        'compute.nodeGroups[general].instanceTypes changed: m7g.large, m7g.xlarge → m7g.large',
        'compute.nodeGroups[general].capacityType changed: ON_DEMAND → SPOT',
      ],
    ],
    [
      'node groups on one side only',
      {},
      { groups: [{ ...GROUP, name: 'gpu' }] },
      [
        'compute.nodeGroups[general] onlyInGit: m7g.xlarge, m7g.large · 1–3 nodes → nothing',
        'compute.nodeGroups[gpu] onlyInEks: nothing → m7g.large, m7g.xlarge · 1–3 nodes',
      ],
    ],
    [
      'the version of an add-on only where Git has one',
      { addons: [{ name: 'vpc-cni', version: 'v1.19.0-eksbuild.1' }] },
      { addons: [{}, { name: 'coredns', version: 'v1.12.0' }] },
      [
        'addons[vpc-cni].version changed: v1.19.0-eksbuild.1 → v1.20.1-eksbuild.1',
        'addons[coredns] onlyInEks: nothing → v1.12.0',
      ],
    ],
    [
      'an add-on that was removed',
      {},
      { addons: [] },
      ['addons[vpc-cni] onlyInGit: is there → nothing'],
    ],
    [
      'nothing of a part that could not be read',
      {},
      { addons: [], groups: [], unreadable: ['general', 'vpc-cni'] },
      [
        'compute.nodeGroups[general] notObserved',
        'addons[vpc-cni] notObserved',
      ],
    ],
    [
      'nothing of what EKS did not say',
      {},
      { controlPlane: { tags: undefined, zonalShift: undefined } },
      ['zonalShift notObserved', 'tags notObserved'],
    ],
    [
      'nothing of instance types that a launch template has',
      {},
      { groups: [{ ...GROUP, instanceTypes: [] }] },
      ['compute.nodeGroups[general].instanceTypes notObserved'],
    ],
    [
      'nothing of what nobody collects, and says so',
      { unobserved: ['accessEntries'] },
      {},
      ['accessEntries notCollected'],
    ],
  ])('finds %s', (_, said, seen, expected) => {
    expect(found({ ...SAID, ...said }, observed(seen))).toEqual(expected);
  });

  it('takes nothing that was never observed for a difference', () => {
    const nothing = found(SAID, {});
    expect(nothing).toContain('kubernetesVersion notObserved');
    expect(nothing).toContain('compute.nodeGroups notObserved');
    expect(nothing).toContain('addons notObserved');
    expect(nothing.every(each => each.endsWith(' notObserved'))).toBe(true);
  });

  it('compares only what a file says that is understood in part', () => {
    expect(found(PART, observed())).toEqual([]);
    const said = {
      ...PART,
      nodeGroups: [{ name: 'general', maxSize: 5 }],
      addons: [{ name: 'coredns' }],
      tags: {},
    };
    // The tag, the add-on and the sizes that it does not say are nobody's drift.
    expect(found(said, observed())).toEqual([
      'compute.nodeGroups[general].maxSize changed: 5 → 3',
      'addons[coredns] onlyInGit: is there → nothing',
    ]);
  });

  it('says when EKS last changed the part, and nothing where it does not keep that', () => {
    const update = (part: Partial<Update>): Update => ({
      id: 'u',
      type: 'ConfigUpdate',
      status: 'Successful',
      parameters: {},
      errors: [],
      ...part,
    });
    const { differences } = driftOfCluster(
      SAID,
      observed({
        controlPlane: {
          endpointPublicAccess: true,
          tags: {},
          deletionProtection: false,
        },
        groups: [{ ...GROUP, maxSize: 9, modifiedAt: '2026-11-20T00:00:00Z' }],
        addons: [{}, { name: 'coredns' }],
        updates: [
          update({ nodegroup: 'gpu', createdAt: '2026-11-24T00:00:00Z' }),
          update({
            type: 'EndpointAccessUpdate',
            createdAt: '2026-11-23T00:00:00Z',
          }),
          update({
            type: 'EndpointAccessUpdate',
            createdAt: '2026-11-22T00:00:00Z',
          }),
          update({
            type: 'AddonUpdate',
            addon: 'coredns',
            createdAt: '2026-11-21T00:00:00Z',
          }),
        ],
      }),
    );
    expect(
      differences.map(({ changedAt, field }) => [field, changedAt]),
    ).toEqual([
      ['deletionProtection', undefined],
      ['endpointAccess.public', '2026-11-23T00:00:00Z'],
      ['tags[team]', undefined],
      ['compute.nodeGroups[general].maxSize', '2026-11-20T00:00:00Z'],
      ['addons[coredns]', '2026-11-21T00:00:00Z'],
    ]);
  });
});
