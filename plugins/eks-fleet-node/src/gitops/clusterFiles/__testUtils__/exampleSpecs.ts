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

import type { ClusterSpec } from '@eks-fleet/backstage-plugin-eks-fleet-common';

const ACCOUNT = '111122223333';

export function role(name: string): string {
  return `arn:aws:iam::${ACCOUNT}:role/${name}`;
}

export function accessPolicy(name: string): string {
  return `arn:aws:eks::aws:cluster-access-policy/${name}`;
}

const ADMIN = {
  principalArn: role('Admin'),
  kubernetesGroups: [],
  accessPolicies: [{ policyArn: accessPolicy('AmazonEKSClusterAdminPolicy') }],
};

/** Auto Mode in a VPC of its own, as `EksclusterWithVpc` makes every cluster. */
export const AUTO_MODE_SMALL: ClusterSpec = {
  name: 'checkout-dev',
  accountId: ACCOUNT,
  region: 'eu-west-1',
  environment: 'dev',
  owner: 'group:default/checkout',
  kubernetesVersion: '1.33',
  network: { vpcCidr: '10.40.0.0/16', availabilityZones: 2 },
  compute: {
    autoMode: { nodePools: ['general-purpose', 'system'] },
    nodeGroups: [],
  },
  addons: [],
  gitopsAddons: ['cert_manager', 'kyverno', 'metrics_server'],
  podIdentityAssociations: [],
  authenticationMode: 'API_AND_CONFIG_MAP',
  accessEntries: [ADMIN],
  upgradePolicy: { supportType: 'EXTENDED' },
  endpointAccess: { private: true, public: true, publicCidrs: ['0.0.0.0/0'] },
  logTypes: ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'],
  zonalShift: true,
  tags: {},
  expiresOn: '2027-03-31',
  deletionProtection: false,
  lifecycle: 'active',
};

const SUBNETS = [
  'subnet-0a1b2c3d4e5f60001',
  'subnet-0a1b2c3d4e5f60002',
  'subnet-0a1b2c3d4e5f60003',
];

/** Managed node groups for production, in a VPC that is there. */
export const NODE_GROUPS_PROD: ClusterSpec = {
  name: 'orders-prod',
  accountId: ACCOUNT,
  region: 'eu-west-1',
  environment: 'prod',
  owner: 'group:default/orders',
  kubernetesVersion: '1.33',
  network: {
    vpcId: 'vpc-0a1b2c3d4e5f60718',
    subnetIds: SUBNETS,
    serviceIpv4Cidr: '172.20.0.0/16',
  },
  compute: {
    nodeGroups: [
      {
        name: 'general',
        instanceTypes: ['m7g.large'],
        capacityType: 'ON_DEMAND',
        amiType: 'AL2023_ARM_64_STANDARD',
        minSize: 3,
        desiredSize: 4,
        maxSize: 12,
        diskSizeGib: 80,
        labels: { 'acme.io/tier': 'gold' },
        taints: [],
        kubernetesVersion: '1.33',
        releaseVersion: '1.33.5-20261020',
        nodeRoleArn: role('eks-node'),
      },
      {
        name: 'spot',
        instanceTypes: ['m7i.xlarge'],
        capacityType: 'SPOT',
        amiType: 'BOTTLEROCKET_x86_64',
        minSize: 0,
        desiredSize: 0,
        maxSize: 20,
        labels: {},
        taints: [{ key: 'acme.io/spot', value: 'true', effect: 'NO_SCHEDULE' }],
        kubernetesVersion: '1.33',
        nodeRoleArn: role('eks-node'),
      },
    ],
  },
  addons: [
    {
      name: 'vpc-cni',
      version: 'v1.20.1-eksbuild.1',
      configuration: { env: { ENABLE_PREFIX_DELEGATION: 'true' } },
      podIdentityAssociations: [],
    },
    {
      name: 'coredns',
      version: 'v1.12.1-eksbuild.4',
      podIdentityAssociations: [],
    },
    {
      name: 'kube-proxy',
      version: 'v1.33.0-eksbuild.2',
      podIdentityAssociations: [],
    },
    {
      name: 'aws-ebs-csi-driver',
      version: 'v1.50.0-eksbuild.1',
      serviceAccountRoleArn: role('orders-ebs-csi'),
      podIdentityAssociations: [],
    },
  ],
  gitopsAddons: [],
  podIdentityAssociations: [],
  authenticationMode: 'API',
  accessEntries: [
    ADMIN,
    {
      principalArn: role('team-orders-dev'),
      kubernetesGroups: ['team-orders'],
      accessPolicies: [
        {
          policyArn: accessPolicy('AmazonEKSEditPolicy'),
          namespaces: ['orders', 'orders-*'],
        },
      ],
    },
  ],
  upgradePolicy: { supportType: 'STANDARD' },
  endpointAccess: { private: true, public: false, publicCidrs: [] },
  logTypes: ['api', 'audit'],
  zonalShift: false,
  roleArn: role('eks-cluster'),
  encryptionKeyArn: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/0a1b2c3d-1111-2222-3333-444455556666`,
  tags: { 'cost-center': '4711', team: 'orders' },
  deletionProtection: false,
  lifecycle: 'active',
};

const { encryptionKeyArn: _, ...UNENCRYPTED } = NODE_GROUPS_PROD;

/** Auto Mode, a node group beside and Pod Identity, in a VPC that is there. */
export const EXISTING_VPC: ClusterSpec = {
  ...UNENCRYPTED,
  name: 'search-stage',
  environment: 'stage',
  owner: 'group:default/search',
  network: { vpcId: 'vpc-0a1b2c3d', subnetIds: SUBNETS.slice(0, 2) },
  compute: {
    autoMode: { nodePools: ['general-purpose'] },
    nodeGroups: [NODE_GROUPS_PROD.compute.nodeGroups[0]],
  },
  addons: [
    {
      name: 'aws-efs-csi-driver',
      version: 'v2.1.9-eksbuild.1',
      podIdentityAssociations: [
        {
          serviceAccount: 'efs-csi-controller-sa',
          roleArn: role('search-efs'),
        },
      ],
    },
  ],
  podIdentityAssociations: [
    {
      namespace: 'search',
      serviceAccount: 'indexer',
      roleArn: role('search-indexer'),
    },
  ],
  zonalShift: true,
  nodeRoleArn: role('eks-auto-node'),
  deletionProtection: true,
};
