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

import type { Cluster } from '@aws-sdk/client-eks';
import type { Entity } from '@backstage/catalog-model';
import type { ControlPlaneDocument } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { DescribedTarget } from './describeClusters';

/** The entities that discovery hands to the catalog. */
export function clusterEntities(targets: DescribedTarget[]): Entity[] {
  return targets.flatMap(({ accountId, region, clusters }) =>
    clusters.map(cluster => clusterEntity(accountId, region, cluster)),
  );
}

function clusterEntity(
  accountId: string,
  region: string,
  cluster: Cluster,
): Entity {
  const location = `eks-fleet:main/${accountId}/${region}`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: `${cluster.name}-${accountId}-${region}`,
      namespace: 'default',
      title: cluster.name,
      annotations: {
        'backstage.io/managed-by-location': location,
        'backstage.io/managed-by-origin-location': location,
        'amazonaws.com/account-id': accountId,
        'amazonaws.com/arn': cluster.arn!,
        'eks-fleet.io/region': region,
        'eks-fleet.io/kubernetes-version': cluster.version!,
        'eks-fleet.io/platform-version': cluster.platformVersion!,
        'eks-fleet.io/status': cluster.status!,
        'eks-fleet.io/created-at': cluster.createdAt!.toISOString(),
      },
    },
    spec: { type: 'kubernetes-cluster', owner: 'group:default/platform' },
  };
}

/** What collectors and verdicts ask of `DescribeCluster`. */
export function controlPlane(cluster: Cluster): ControlPlaneDocument {
  const vpc = cluster.resourcesVpcConfig;
  return {
    name: cluster.name!,
    version: cluster.version!,
    platformVersion: cluster.platformVersion,
    status: cluster.status!,
    createdAt: cluster.createdAt?.toISOString(),
    endpoint: cluster.endpoint,
    certificateAuthority: cluster.certificateAuthority?.data,
    supportType: cluster.upgradePolicy?.supportType,
    healthIssues: [],
    vpcId: vpc?.vpcId,
    subnetIds: [...(vpc?.subnetIds ?? [])].sort(),
    securityGroupIds: [...(vpc?.securityGroupIds ?? [])].sort(),
    endpointPublicAccess: vpc?.endpointPublicAccess,
    endpointPrivateAccess: vpc?.endpointPrivateAccess,
    publicAccessCidrs: [],
    logTypes: [],
    autoMode: cluster.computeConfig?.enabled === true,
    autoModeNodePools: [],
    hybridNodes: false,
  };
}
