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
import { findCatalogueAddon } from '../../model/addonCatalogue';
import type { Addon } from '../../model/addons';
import type { Cluster } from '../../model/types';
import { partNotFound } from './errors';
import { pageOf } from './pages';
import { clusterArn, partArnOf, requestedCluster } from './requestedCluster';
import { epochSeconds } from './times';

export const listAddons: Operation = {
  action: 'eks:ListAddons',
  resource: clusterArn,
  handle: context => {
    const { addons, id } = requestedCluster(context);
    const { items, nextToken } = pageOf(context, {
      name: id,
      items: addons,
      keyOf: ({ name }) => name,
    });
    return { addons: items.map(({ name }) => name), nextToken };
  },
};

export const describeAddon: Operation = {
  action: 'eks:DescribeAddon',
  resource: partArnOf('addon', 'addonName'),
  handle: context => {
    const cluster = requestedCluster(context);
    return { addon: addonDocument(requestedAddon(context, cluster), cluster) };
  },
};

/** The add-on that a call is about. */
export function requestedAddon({ call }: CallContext, cluster: Cluster): Addon {
  const { addonName } = call.parameters;
  const found = cluster.addons.find(({ name }) => name === addonName);
  if (!found) {
    throw partNotFound(
      `No addon: ${addonName} found in cluster: ${cluster.name}`,
      { clusterName: cluster.name, addonName },
    );
  }
  return found;
}

export function addonDocument(
  addon: Addon,
  cluster: Cluster,
): Record<string, unknown> {
  const { accountId, partition } = cluster;
  const known = findCatalogueAddon(addon.name);
  return {
    addonName: addon.name,
    clusterName: cluster.name,
    status: addon.status,
    addonVersion: addon.version,
    health: { issues: addon.healthIssues },
    addonArn: addon.arn,
    createdAt: epochSeconds(addon.createdAt),
    modifiedAt: epochSeconds(addon.modifiedAt),
    serviceAccountRoleArn:
      addon.roleName &&
      `arn:${partition}:iam::${accountId}:role/${addon.roleName}`,
    tags: addon.tags,
    configurationValues: addon.configurationValues,
    publisher: known?.publisher,
    owner: known?.owner,
    marketplaceInformation: known?.marketplace,
    podIdentityAssociations: [],
    namespaceConfig: known && { namespace: known.namespace },
  };
}
