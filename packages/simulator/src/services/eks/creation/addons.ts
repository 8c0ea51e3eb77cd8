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
import { createAddon as addonFrom } from '../../../model/createAddon';
import { addonCreation } from '../../../model/runs/creations';
import { textOf } from '../../parameters';
import { addonDocument } from '../addons';
import { invalidParameter, resourceInUse } from '../errors';
import { clusterArn, requestedCluster } from '../requestedCluster';
import { refuseWhileClusterInUse } from '../upgrades/inUse';
import { fieldsOf, tagsOf } from './readParameters';

/** As much of it as the model of an add-on has. */
export const createAddon: Operation = {
  action: 'eks:CreateAddon',
  resource: clusterArn,
  handle: context => {
    const { call, clock, model } = context;
    const { parameters } = call;
    const cluster = requestedCluster(context);
    const addonName = textOf(parameters, 'addonName') ?? '';
    const version = textOf(parameters, 'addonVersion');
    const subject = { clusterName: cluster.name, addonName };
    if (cluster.addons.some(({ name }) => name === addonName)) {
      throw resourceInUse('Addon already exists.', subject);
    }
    const known = findCatalogueAddon(addonName);
    const versions = compatibleAddonVersions(addonName, cluster.version);
    if (version ? !versions.includes(version) : versions.length === 0) {
      throw invalidParameter(
        'Addon version specified is not supported',
        subject,
      );
    }
    refuseWhileClusterInUse(cluster, 'CreateAddon', { addonName });
    const addon = addonFrom(
      {
        name: addonName,
        version,
        configurationValues: textOf(parameters, 'configurationValues'),
        roleName: textOf(parameters, 'serviceAccountRoleArn')?.split(
          'role/',
        )[1],
        tags: tagsOf(parameters.tags),
        createdAt: clock.now().toISOString(),
      },
      cluster,
    );
    cluster.addons.push(addon);
    for (const asked of listOf(parameters.podIdentityAssociations)) {
      cluster.podIdentityAssociations.push({
        namespace: known?.namespace ?? 'kube-system',
        serviceAccount: textOf(asked, 'serviceAccount') ?? '',
        roleArn: textOf(asked, 'roleArn') ?? '',
        createdAt: clock.now().toISOString(),
      });
    }
    model.runs.start({
      cluster,
      operation: call.operation,
      work: (_at, failure) => addonCreation(addon, failure),
    });
    return { addon: addonDocument(addon, cluster) };
  },
};

function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}
