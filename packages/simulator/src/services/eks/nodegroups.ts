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

import type { CallContext, Operation } from '../../aws/types';
import type { Nodegroup } from '../../model/nodegroups';
import type { Cluster } from '../../model/types';
import { partNotFound } from './errors';
import { pageOf } from './pages';
import { clusterArn, partArnOf, requestedCluster } from './requestedCluster';
import { epochSeconds } from './times';

export const listNodegroups: Operation = {
  action: 'eks:ListNodegroups',
  resource: clusterArn,
  handle: context => {
    const { nodegroups, id } = requestedCluster(context);
    const { items, nextToken } = pageOf(context, {
      name: id,
      items: nodegroups,
      keyOf: ({ name }) => name,
    });
    return { nodegroups: items.map(({ name }) => name), nextToken };
  },
};

export const describeNodegroup: Operation = {
  action: 'eks:DescribeNodegroup',
  resource: partArnOf('nodegroup', 'nodegroupName'),
  handle: context => {
    const cluster = requestedCluster(context);
    return {
      nodegroup: nodegroupDocument(
        requestedNodegroup(context, cluster),
        cluster,
      ),
    };
  },
};

/** The node group that a call is about. */
export function requestedNodegroup(
  { call }: CallContext,
  cluster: Cluster,
): Nodegroup {
  const { nodegroupName } = call.parameters;
  const found = cluster.nodegroups.find(({ name }) => name === nodegroupName);
  if (!found) {
    throw partNotFound(`No node group found for name: ${nodegroupName}.`, {
      clusterName: cluster.name,
      nodegroupName,
    });
  }
  return found;
}

export function nodegroupDocument(
  nodegroup: Nodegroup,
  cluster: Cluster,
): Record<string, unknown> {
  const { accountId, partition } = cluster;
  const { amiType, launchTemplate } = nodegroup;
  const uuid = nodegroup.arn.split('/').at(-1);
  return {
    nodegroupName: nodegroup.name,
    nodegroupArn: nodegroup.arn,
    clusterName: cluster.name,
    version: nodegroup.version,
    releaseVersion: nodegroup.releaseVersion,
    createdAt: epochSeconds(nodegroup.createdAt),
    modifiedAt: epochSeconds(nodegroup.modifiedAt),
    status: nodegroup.status,
    capacityType: nodegroup.capacityType,
    scalingConfig: {
      minSize: nodegroup.minSize,
      maxSize: nodegroup.maxSize,
      desiredSize: nodegroup.desiredSize,
    },
    instanceTypes: nodegroup.instanceTypes,
    subnets: cluster.subnets.map(({ id }) => id),
    amiType,
    nodeRole: `arn:${partition}:iam::${accountId}:role/eks-node`,
    labels: nodegroup.labels,
    taints: nodegroup.taints,
    resources: {
      autoScalingGroups: [{ name: `eks-${nodegroup.name}-${uuid}` }],
    },
    ...(launchTemplate ? { launchTemplate } : { diskSize: 20 }),
    health: { issues: nodegroup.healthIssues },
    updateConfig: nodegroup.updateConfig,
    nodeRepairConfig: { enabled: false },
    tags: nodegroup.tags,
  };
}
