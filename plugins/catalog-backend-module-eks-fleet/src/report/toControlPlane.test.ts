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

import type { DescribedCluster } from '../discovery/readTarget';
import { toControlPlane } from './toControlPlane';

const ARN = 'arn:aws:eks:eu-west-1:111111111111:cluster/alpha';

const described = (more: Partial<DescribedCluster> = {}): DescribedCluster => ({
  arn: ARN,
  name: 'alpha',
  version: '1.34',
  status: 'ACTIVE',
  ...more,
});

describe('toControlPlane', () => {
  it('keeps what matters of DescribeCluster', () => {
    expect(
      toControlPlane(
        described({
          platformVersion: 'eks.7',
          createdAt: new Date('2026-01-01T00:00:00Z'),
          roleArn: 'arn:aws:iam::111111111111:role/cluster',
          endpoint: 'https://abc.gr7.eu-west-1.eks.amazonaws.com',
          certificateAuthority: { data: 'LS0t' },
          identity: { oidc: { issuer: 'https://oidc.eks/id/ABC' } },
          upgradePolicy: { supportType: 'EXTENDED' },
          deletionProtection: true,
          health: {
            issues: [
              {
                code: 'Ec2SubnetNotFound',
                message: 'gone',
                resourceIds: ['b', 'a'],
              },
              { code: 'Ec2SecurityGroupNotFound', message: 'gone' },
            ],
          },
          resourcesVpcConfig: {
            vpcId: 'vpc-1',
            subnetIds: ['subnet-b', 'subnet-a'],
            securityGroupIds: ['sg-2'],
            clusterSecurityGroupId: 'sg-1',
            endpointPublicAccess: true,
            endpointPrivateAccess: false,
            publicAccessCidrs: ['203.0.113.0/24', '198.51.100.0/24'],
          },
          kubernetesNetworkConfig: {
            ipFamily: 'ipv4',
            serviceIpv4Cidr: '10.100.0.0/16',
          },
          logging: {
            clusterLogging: [
              { types: ['audit', 'api'], enabled: true },
              { types: ['scheduler'], enabled: false },
            ],
          },
          encryptionConfig: [
            { resources: ['secrets'], provider: { keyArn: 'arn:aws:kms:key' } },
          ],
          accessConfig: { authenticationMode: 'API' },
          computeConfig: {
            enabled: true,
            nodePools: ['system', 'general-purpose'],
          },
          zonalShiftConfig: { enabled: true },
          controlPlaneScalingConfig: { tier: 'standard' },
          remoteNetworkConfig: {
            remoteNodeNetworks: [{ cidrs: ['10.0.0.0/8'] }],
          },
          tags: { team: 'orders', 'cost-center': '4711' },
          clientRequestToken: 'not to be kept',
        }),
      ),
    ).toEqual({
      name: 'alpha',
      version: '1.34',
      platformVersion: 'eks.7',
      status: 'ACTIVE',
      createdAt: '2026-01-01T00:00:00.000Z',
      roleArn: 'arn:aws:iam::111111111111:role/cluster',
      endpoint: 'https://abc.gr7.eu-west-1.eks.amazonaws.com',
      certificateAuthority: 'LS0t',
      oidcIssuer: 'https://oidc.eks/id/ABC',
      supportType: 'EXTENDED',
      deletionProtection: true,
      healthIssues: [
        { code: 'Ec2SecurityGroupNotFound', message: 'gone', resourceIds: [] },
        { code: 'Ec2SubnetNotFound', message: 'gone', resourceIds: ['a', 'b'] },
      ],
      vpcId: 'vpc-1',
      subnetIds: ['subnet-a', 'subnet-b'],
      securityGroupIds: ['sg-1', 'sg-2'],
      endpointPublicAccess: true,
      endpointPrivateAccess: false,
      publicAccessCidrs: ['198.51.100.0/24', '203.0.113.0/24'],
      ipFamily: 'ipv4',
      serviceCidr: '10.100.0.0/16',
      logTypes: ['api', 'audit'],
      tags: { 'cost-center': '4711', team: 'orders' },
      secretsKeyArn: 'arn:aws:kms:key',
      authenticationMode: 'API',
      autoMode: true,
      autoModeNodePools: ['general-purpose', 'system'],
      zonalShift: true,
      scalingTier: 'standard',
      hybridNodes: true,
    });
  });

  it('leaves out what a cluster does not have yet', () => {
    const document = toControlPlane(
      described({ status: 'CREATING', version: undefined }),
    );
    expect(JSON.parse(JSON.stringify(document))).toEqual({
      name: 'alpha',
      version: '',
      status: 'CREATING',
      healthIssues: [],
      subnetIds: [],
      securityGroupIds: [],
      publicAccessCidrs: [],
      logTypes: [],
      autoMode: false,
      autoModeNodePools: [],
      hybridNodes: false,
    });
  });

  it('knows the service addresses of a cluster with IPv6', () => {
    expect(
      toControlPlane(
        described({
          kubernetesNetworkConfig: {
            ipFamily: 'ipv6',
            serviceIpv6Cidr: 'fd00::/108',
          },
        }),
      ),
    ).toMatchObject({ ipFamily: 'ipv6', serviceCidr: 'fd00::/108' });
  });

  it('does not take a key for other things to be one for secrets', () => {
    expect(
      toControlPlane(
        described({
          encryptionConfig: [{ resources: [], provider: { keyArn: 'key' } }],
        }),
      ).secretsKeyArn,
    ).toBeUndefined();
  });
});
