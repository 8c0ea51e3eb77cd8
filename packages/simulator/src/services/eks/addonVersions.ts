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
import {
  ADDON_CATALOGUE,
  type AddonVersion,
  type CatalogueAddon,
} from '../../model/addonCatalogue';
import { textOf } from '../parameters';
import { invalidParameter } from './errors';
import { pageOf } from './pages';

const KUBERNETES_VERSION = /^\d+\.\d+$/;

interface Wanted {
  kubernetesVersion?: string;
  addonName?: string;
  types?: unknown;
  publishers?: unknown;
  owners?: unknown;
}

export const describeAddonVersions: Operation = {
  action: 'eks:DescribeAddonVersions',
  handle: context => {
    const { parameters } = context.call;
    const wanted: Wanted = {
      kubernetesVersion: textOf(parameters, 'kubernetesVersion'),
      addonName: textOf(parameters, 'addonName'),
      types: parameters.types,
      publishers: parameters.publishers,
      owners: parameters.owners,
    };
    const { kubernetesVersion } = wanted;
    if (kubernetesVersion && !KUBERNETES_VERSION.test(kubernetesVersion)) {
      throw invalidParameter(
        `Invalid Kubernetes version: ${kubernetesVersion}`,
      );
    }
    const { items, nextToken } = pageOf(context, {
      name: JSON.stringify(wanted),
      items: ADDON_CATALOGUE.filter(addon => isWanted(addon, wanted))
        .map(addon => addonInfo(addon, kubernetesVersion))
        .filter(({ addonVersions }) => addonVersions.length > 0),
      keyOf: ({ addonName }) => addonName,
    });
    return { addons: items, nextToken };
  },
};

function isWanted(addon: CatalogueAddon, wanted: Wanted): boolean {
  const among = (values: unknown, value: string) =>
    !Array.isArray(values) || values.includes(value);
  return (
    (!wanted.addonName || addon.name === wanted.addonName) &&
    among(wanted.types, addon.type) &&
    among(wanted.publishers, addon.publisher) &&
    among(wanted.owners, addon.owner)
  );
}

function addonInfo(addon: CatalogueAddon, kubernetesVersion?: string) {
  return {
    addonName: addon.name,
    type: addon.type,
    addonVersions: addon.versions
      .map(version => versionInfo(version, addon, kubernetesVersion))
      .filter(({ compatibilities }) => compatibilities.length > 0),
    publisher: addon.publisher,
    owner: addon.owner,
    marketplaceInformation: addon.marketplace,
    defaultNamespace: addon.namespace,
  };
}

/** Of the Kubernetes version that was asked for, or of all of them. */
function versionInfo(
  addonVersion: AddonVersion,
  addon: CatalogueAddon,
  kubernetesVersion?: string,
) {
  return {
    addonVersion: addonVersion.version,
    architecture: ['amd64', 'arm64'],
    computeTypes: ['ec2'],
    compatibilities: [...addonVersion.kubernetesVersions]
      .reverse()
      .filter(version => !kubernetesVersion || version === kubernetesVersion)
      .map(version => ({
        clusterVersion: version,
        platformVersions: ['*'],
        defaultVersion: addonVersion.defaultFor.includes(version),
      })),
    requiresConfiguration: false,
    requiresIamPermissions: addon.requiresIamPermissions,
  };
}
