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

import type { Operation } from '../../../aws/types';
import {
  compatibleAddonVersions,
  findCatalogueAddon,
} from '../../../model/addonCatalogue';
import type { Addon } from '../../../model/addons';
import { minorOf } from '../../../model/minors';
import { addonUpdate, type AddonChange } from '../../../model/runs/addonUpdate';
import type { Cluster } from '../../../model/types';
import { textOf } from '../../parameters';
import { requestedAddon } from '../addons';
import { invalidParameter, resourceInUse } from '../errors';
import { partArnOf, requestedCluster } from '../requestedCluster';
import { updateDocument } from '../updates';
import { refuseWhileClusterInUse } from './inUse';
import { onceForToken } from './requestTokens';
import { startUpdate } from './startUpdate';

const RESOLUTIONS = ['NONE', 'OVERWRITE', 'PRESERVE'] as const;
const BUSY = ['CREATING', 'UPDATING', 'DELETING'];

export const updateAddon: Operation = {
  action: 'eks:UpdateAddon',
  resource: partArnOf('addon', 'addonName'),
  handle: context => {
    const cluster = requestedCluster(context);
    const addon = requestedAddon(context, cluster);
    const update = onceForToken(context, cluster, () => {
      const change = changeOf(context.call.parameters, cluster, addon);
      const { name: addonName, status } = addon;
      refuseWhileClusterInUse(cluster, 'AddonUpdate', { addonName });
      if (BUSY.includes(status)) {
        throw resourceInUse(
          `Addon ${addonName} cannot be updated as it is currently in ${status} state`,
          { clusterName: cluster.name, addonName },
        );
      }
      return startUpdate(context, cluster, {
        operation: 'UpdateAddon',
        type: 'AddonUpdate',
        addonName,
        params: {
          AddonVersion: change.version,
          ServiceAccountRoleArn: textOf(
            context.call.parameters,
            'serviceAccountRoleArn',
          ),
          ResolveConflicts: change.resolveConflicts,
          ConfigurationValues: change.configurationValues,
        },
        work: (_startedAt, _update, failure) =>
          addonUpdate(addon, change, failure),
      });
    });
    return { update: updateDocument(update) };
  },
};

function changeOf(
  parameters: Record<string, unknown>,
  cluster: Cluster,
  addon: Addon,
): AddonChange {
  const subject = { clusterName: cluster.name, addonName: addon.name };
  const version = textOf(parameters, 'addonVersion');
  if (
    version !== undefined &&
    !compatibleAddonVersions(addon.name, cluster.version).includes(version)
  ) {
    throw invalidParameter('Addon version specified is not supported', subject);
  }
  if (version !== undefined && skipsMinors(addon, version)) {
    throw invalidParameter(
      'Updating VPC-CNI can only go up or down 1 minor version at a time',
      subject,
    );
  }
  const asked = parameters.resolveConflicts ?? 'NONE';
  const resolveConflicts = RESOLUTIONS.find(known => known === asked);
  if (!resolveConflicts) {
    throw invalidParameter(
      `resolveConflicts must be one of ${RESOLUTIONS.join(', ')}.`,
      subject,
    );
  }
  return {
    version,
    configurationValues: textOf(parameters, 'configurationValues'),
    roleName: textOf(parameters, 'serviceAccountRoleArn')?.split('role/')[1],
    resolveConflicts,
  };
}

/** Only the CNI minds, and only where its present version is one that EKS knows. */
function skipsMinors(addon: Addon, version: string): boolean {
  const known = findCatalogueAddon(addon.name)?.versions.some(
    candidate => candidate.version === addon.version,
  );
  return (
    addon.name === 'vpc-cni' &&
    known === true &&
    Math.abs(minorOf(version) - minorOf(addon.version)) > 1
  );
}
