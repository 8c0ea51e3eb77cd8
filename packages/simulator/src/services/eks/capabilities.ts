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

import type { Operation } from '../../aws/types';
import type { Capability } from '../../model/capabilities';
import { hexFrom } from '../../model/ids';
import { PARTITIONS } from '../../model/partitions';
import type { Cluster } from '../../model/types';
import { partNotFound } from './errors';
import { pageOf } from './pages';
import { clusterArn, partArnOf, requestedCluster } from './requestedCluster';
import { epochSeconds } from './times';

export const listCapabilities: Operation = {
  action: 'eks:ListCapabilities',
  resource: clusterArn,
  handle: context => {
    const { capabilities, id } = requestedCluster(context);
    const { items, nextToken } = pageOf(context, {
      name: id,
      items: capabilities,
      keyOf: ({ name }) => name,
    });
    return { capabilities: items.map(summary), nextToken };
  },
};

export const describeCapability: Operation = {
  action: 'eks:DescribeCapability',
  resource: partArnOf('capability', 'capabilityName'),
  handle: context => {
    const cluster = requestedCluster(context);
    const { capabilityName } = context.call.parameters;
    const found = cluster.capabilities.find(
      ({ name }) => name === capabilityName,
    );
    if (!found) {
      throw partNotFound(`No capability found for name: ${capabilityName}.`, {
        clusterName: cluster.name,
      });
    }
    return { capability: capabilityDocument(found, cluster) };
  },
};

function summary(capability: Capability) {
  return {
    capabilityName: capability.name,
    arn: capability.arn,
    type: capability.type,
    status: capability.status,
    version: capability.version,
    createdAt: epochSeconds(capability.createdAt),
    modifiedAt: epochSeconds(capability.modifiedAt),
  };
}

function capabilityDocument(
  capability: Capability,
  cluster: Cluster,
): Record<string, unknown> {
  const { accountId, partition } = cluster;
  const role = `eks-capability-${capability.type.toLowerCase()}`;
  return {
    ...summary(capability),
    clusterName: cluster.name,
    roleArn: `arn:${partition}:iam::${accountId}:role/${role}`,
    configuration: configurationOf(capability, cluster),
    tags: capability.tags,
    health: { issues: capability.healthIssues },
    deletePropagationPolicy: 'RETAIN',
  };
}

function configurationOf(
  { type }: Capability,
  cluster: Cluster,
): Record<string, unknown> {
  switch (type) {
    case 'ARGOCD':
      return { argoCd: argoCdOf(cluster) };
    case 'ACK':
      return { ack: { enableCrossNamespace: false, disabledServices: [] } };
    default:
      return {};
  }
}

function argoCdOf(cluster: Cluster): Record<string, unknown> {
  const { accountId, id, partition, region } = cluster;
  const instance = `ssoins-${hexFrom(accountId, 16)}`;
  return {
    namespace: 'argocd',
    awsIdc: {
      idcInstanceArn: `arn:${partition}:sso:::instance/${instance}`,
      idcRegion: region,
      idcManagedApplicationArn: `arn:${partition}:sso::${accountId}:application/${instance}/apl-${hexFrom(
        id,
        16,
      )}`,
    },
    rbacRoleMappings: [
      {
        role: 'ADMIN',
        identities: [
          { id: hexFrom(`${accountId}/platform`, 20), type: 'SSO_GROUP' },
        ],
      },
    ],
    networkAccess: { vpceIds: [] },
    serverUrl: `https://${hexFrom(id, 12)}.eks-capabilities.${region}.${
      PARTITIONS[partition].dnsSuffix
    }`,
  };
}
