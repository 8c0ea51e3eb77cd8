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

import type { CallContext } from '../../aws/types';
import { vpcIdOf } from '../../model/createSubnets';
import { uuidFrom } from '../../model/ids';
import type { Cluster, ControlPlaneLog } from '../../model/types';
import { epochSeconds } from './times';

const LOGS: ControlPlaneLog[] = [
  'api',
  'audit',
  'authenticator',
  'controllerManager',
  'scheduler',
];

/** A cluster as EKS `DescribeCluster` words it. */
export function clusterDocument(
  cluster: Cluster,
  kubernetes: CallContext['kubernetes'],
): Record<string, unknown> {
  const { accountId, autoMode, id, partition, region } = cluster;
  const iam = `arn:${partition}:iam::${accountId}:role`;
  return {
    name: cluster.name,
    arn: cluster.arn,
    createdAt: epochSeconds(cluster.createdAt),
    version: cluster.version,
    platformVersion: cluster.platformVersion,
    status: cluster.status,
    roleArn: `${iam}/eks-cluster-${region}`,
    resourcesVpcConfig: vpcConfig(cluster),
    kubernetesNetworkConfig: {
      serviceIpv4Cidr: '172.20.0.0/16',
      ipFamily: 'ipv4',
      elasticLoadBalancing: { enabled: autoMode },
    },
    logging: { clusterLogging: loggingOf(cluster) },
    tags: cluster.tags,
    encryptionConfig: cluster.encryption
      ? [
          {
            resources: ['secrets'],
            provider: {
              keyArn: `arn:${partition}:kms:${region}:${accountId}:key/${uuidFrom(
                id,
              )}`,
            },
          },
        ]
      : [],
    accessConfig: { authenticationMode: cluster.authenticationMode },
    upgradePolicy: { supportType: cluster.supportType },
    health: {
      issues: cluster.healthIssues.map(issue => ({ ...issue })),
    },
    computeConfig: autoMode
      ? {
          enabled: true,
          nodePools: ['general-purpose', 'system'],
          nodeRoleArn: `${iam}/eks-auto-node`,
        }
      : { enabled: false, nodePools: [] },
    storageConfig: { blockStorage: { enabled: autoMode } },
    zonalShiftConfig: { enabled: cluster.zonalShift },
    deletionProtection: cluster.deletionProtection,
    controlPlaneScalingConfig: { tier: 'standard' },
    ...connectionOf(cluster, kubernetes),
  };
}

/** What a cluster has only once its control plane has come up. */
function connectionOf(
  cluster: Cluster,
  kubernetes: CallContext['kubernetes'],
): Record<string, unknown> {
  if (cluster.status === 'CREATING' || cluster.status === 'PENDING') {
    return {};
  }
  const { endpoint, certificateAuthority, issuer } =
    kubernetes.connectionOf(cluster);
  return {
    endpoint,
    certificateAuthority: { data: certificateAuthority },
    identity: { oidc: { issuer } },
  };
}

function vpcConfig(cluster: Cluster): Record<string, unknown> {
  const suffix = (salt: number) =>
    `0${cluster.id.toLowerCase().slice(salt, salt + 16)}`;
  return {
    vpcId: vpcIdOf(cluster),
    subnetIds: cluster.subnets.map(({ id }) => id),
    securityGroupIds: [`sg-${suffix(4)}`],
    ...(cluster.status === 'CREATING' || cluster.status === 'PENDING'
      ? {}
      : { clusterSecurityGroupId: `sg-${suffix(5)}` }),
    endpointPublicAccess: cluster.endpointPublicAccess,
    endpointPrivateAccess: true,
    publicAccessCidrs: cluster.publicAccessCidrs,
  };
}

/** Which logs are written, and which are not. */
function loggingOf({ logging }: Cluster): Record<string, unknown>[] {
  return [true, false].flatMap(enabled => {
    const types = LOGS.filter(log => logging.includes(log) === enabled);
    return types.length > 0 ? [{ types, enabled }] : [];
  });
}
