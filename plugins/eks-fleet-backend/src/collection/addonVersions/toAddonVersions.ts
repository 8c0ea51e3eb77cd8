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

import type { AddonInfo, AddonVersionInfo } from '@aws-sdk/client-eks';
import type { AddonVersions } from '../types';
import { compareAddonVersions } from './compareAddonVersions';

/** What EKS `DescribeAddonVersions` says for one Kubernetes version. */
export function toAddonVersions(
  addons: AddonInfo[],
  kubernetesVersion: string,
): AddonVersions {
  const versions = new Map<string, AddonVersions[string]>();
  for (const { addonName, addonVersions = [] } of addons) {
    if (addonName !== undefined) {
      versions.set(addonName, [
        ...(versions.get(addonName) ?? []),
        ...addonVersions.flatMap(info => toVersion(info, kubernetesVersion)),
      ]);
    }
  }
  return Object.fromEntries(
    [...versions]
      .filter(([, list]) => list.length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, list]) => [
        name,
        list.sort((a, b) => compareAddonVersions(b.version, a.version)),
      ]),
  );
}

function toVersion(
  info: AddonVersionInfo,
  kubernetesVersion: string,
): AddonVersions[string] {
  const { addonVersion, compatibilities } = info;
  const compatibility = compatibilities?.find(
    ({ clusterVersion }) => clusterVersion === kubernetesVersion,
  );
  return addonVersion !== undefined && compatibility
    ? [
        {
          version: addonVersion,
          default: compatibility.defaultVersion === true,
        },
      ]
    : [];
}
