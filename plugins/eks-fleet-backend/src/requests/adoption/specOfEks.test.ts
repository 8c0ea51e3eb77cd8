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

import { checkClusterSpec } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { EksParts } from './readEksParts';
import { specOfEks } from './specOfEks';

const PLACE = { accountId: '111122223333', region: 'eu-west-1' };
const IAM = 'arn:aws:iam::111122223333:role';
const EFS = 'arn:aws:eks:eu-west-1:111122223333:podidentityassociation/x/a-1';

const parts = (part: Partial<EksParts> = {}): EksParts => ({
  cluster: {
    name: 'orders-prod',
    status: 'ACTIVE',
    version: '1.35',
    roleArn: `${IAM}/eks-cluster`,
    resourcesVpcConfig: {
      vpcId: 'vpc-0a1b2c3d',
      subnetIds: ['subnet-0a1b2c3d', 'subnet-1a1b2c3d'],
      endpointPrivateAccess: true,
      endpointPublicAccess: false,
      // EKS answers it even where the endpoint is not public.
      publicAccessCidrs: ['0.0.0.0/0'],
    },
    kubernetesNetworkConfig: { serviceIpv4Cidr: '172.20.0.0/16' },
    logging: {
      clusterLogging: [
        { types: ['audit', 'api'], enabled: true },
        { types: ['scheduler'], enabled: false },
      ],
    },
    accessConfig: { authenticationMode: 'API' },
    upgradePolicy: { supportType: 'STANDARD' },
    computeConfig: { enabled: false },
    tags: { team: 'orders', 'aws:cloudformation:stack-name': 'x' },
    deletionProtection: true,
  },
  nodegroups: [
    {
      nodegroupName: 'general',
      instanceTypes: ['m7g.large'],
      capacityType: 'ON_DEMAND',
      amiType: 'AL2023_ARM_64_STANDARD',
      scalingConfig: { minSize: 1, desiredSize: 2, maxSize: 3 },
      diskSize: 20,
      labels: { 'acme.io/tier': 'gold' },
      taints: [{ key: 'acme.io/x', value: 'y', effect: 'NO_SCHEDULE' }],
      version: '1.35',
      releaseVersion: '1.35.1-20261101',
      nodeRole: `${IAM}/eks-node`,
    },
  ],
  addons: [
    {
      addonName: 'vpc-cni',
      addonVersion: 'v1.20.1-eksbuild.1',
      configurationValues: 'env:\n  ENABLE_PREFIX_DELEGATION: "true"\n',
    },
    { addonName: 'aws-efs-csi-driver', podIdentityAssociations: [EFS] },
  ],
  access: [
    {
      entry: { principalArn: `${IAM}/team-orders`, kubernetesGroups: ['x'] },
      policies: [
        {
          policyArn:
            'arn:aws:eks::aws:cluster-access-policy/AmazonEKSEditPolicy',
          accessScope: { type: 'namespace', namespaces: ['orders'] },
        },
      ],
    },
    {
      entry: { principalArn: `${IAM}/eks-node`, type: 'EC2_LINUX' },
      policies: [],
    },
    {
      entry: {
        principalArn: `${IAM}/aws-service-role/eks.amazonaws.com/AWSServiceRoleForAmazonEKS`,
      },
      policies: [],
    },
  ],
  associations: [
    {
      associationArn: EFS,
      ownerArn: 'arn:aws:eks:eu-west-1:111122223333:addon/x/efs/1',
      namespace: 'kube-system',
      serviceAccount: 'efs-csi-controller-sa',
      roleArn: `${IAM}/efs`,
    },
    {
      associationArn: `${EFS}2`,
      namespace: 'orders',
      serviceAccount: 'api',
      roleArn: `${IAM}/team-orders-api`,
    },
  ],
  ...part,
});

describe('specOfEks', () => {
  it('says all that a file of a cluster can say of it', () => {
    const spec = specOfEks(parts(), PLACE);
    const checked = checkClusterSpec({
      ...spec,
      environment: 'prod',
      owner: 'group:default/orders',
    });
    expect(checked).toEqual({
      spec: {
        ...PLACE,
        name: 'orders-prod',
        environment: 'prod',
        owner: 'group:default/orders',
        kubernetesVersion: '1.35',
        network: {
          vpcId: 'vpc-0a1b2c3d',
          subnetIds: ['subnet-0a1b2c3d', 'subnet-1a1b2c3d'],
          serviceIpv4Cidr: '172.20.0.0/16',
        },
        compute: {
          nodeGroups: [
            {
              name: 'general',
              instanceTypes: ['m7g.large'],
              capacityType: 'ON_DEMAND',
              amiType: 'AL2023_ARM_64_STANDARD',
              minSize: 1,
              desiredSize: 2,
              maxSize: 3,
              diskSizeGib: 20,
              labels: { 'acme.io/tier': 'gold' },
              taints: [{ key: 'acme.io/x', value: 'y', effect: 'NO_SCHEDULE' }],
              kubernetesVersion: '1.35',
              releaseVersion: '1.35.1-20261101',
              nodeRoleArn: `${IAM}/eks-node`,
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
            name: 'aws-efs-csi-driver',
            podIdentityAssociations: [
              {
                serviceAccount: 'efs-csi-controller-sa',
                roleArn: `${IAM}/efs`,
              },
            ],
          },
        ],
        gitopsAddons: [],
        podIdentityAssociations: [
          {
            namespace: 'orders',
            serviceAccount: 'api',
            roleArn: `${IAM}/team-orders-api`,
          },
        ],
        authenticationMode: 'API',
        // Those that EKS makes for nodes and itself are not written down.
        accessEntries: [
          {
            principalArn: `${IAM}/team-orders`,
            kubernetesGroups: ['x'],
            accessPolicies: [
              {
                policyArn:
                  'arn:aws:eks::aws:cluster-access-policy/AmazonEKSEditPolicy',
                namespaces: ['orders'],
              },
            ],
          },
        ],
        upgradePolicy: { supportType: 'STANDARD' },
        endpointAccess: { private: true, public: false, publicCidrs: [] },
        logTypes: ['api', 'audit'],
        zonalShift: false,
        roleArn: `${IAM}/eks-cluster`,
        tags: { team: 'orders' },
        deletionProtection: true,
        lifecycle: 'active',
      },
    });
  });

  it.each<[string, Partial<EksParts>, string]>([
    [
      'one that is not up',
      { cluster: { ...parts().cluster, status: 'UPDATING' } },
      'it can be adopted once it is ACTIVE',
    ],
    [
      'access by the aws-auth ConfigMap alone',
      {
        cluster: {
          ...parts().cluster,
          accessConfig: { authenticationMode: 'CONFIG_MAP' },
        },
      },
      'spec.authenticationMode: is CONFIG_MAP',
    ],
    [
      'a launch template',
      {
        nodegroups: [
          { ...parts().nodegroups[0], launchTemplate: { id: 'lt-1' } },
        ],
      },
      'general has a launch template',
    ],
    [
      'a configuration that nobody can read',
      { addons: [{ addonName: 'vpc-cni', configurationValues: '{"a": [' }] },
      'of vpc-cni is neither JSON nor YAML',
    ],
  ])('refuses %s', (_, part, words) => {
    expect(() => specOfEks(parts(part), PLACE)).toThrow(words);
  });
});
