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

import type { RolloutChange } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { AddonCatalogue, AddonVersions } from '../../collection/types';
import { currentVersion } from '../../readiness/assess/context';
import { hopsBetween } from '../../readiness/assess/versions';
import type { PlanningCluster } from '../types';

/** What EKS has of add-ons for each minor on the way, by `<partition>/<region>/<version>`. */
export async function listAddons(
  catalogue: AddonCatalogue,
  clusters: PlanningCluster[],
  change: RolloutChange,
): Promise<Map<string, AddonVersions>> {
  const keys = new Map<string, [string, string, string]>();
  for (const cluster of clusters) {
    const current = currentVersion({
      cluster,
      observations: cluster.observations,
    });
    const versions = current
      ? [current, ...hopsBetween(current, change.version ?? current)]
      : [];
    for (const version of versions) {
      const key: [string, string, string] = [
        cluster.partition,
        cluster.region,
        version,
      ];
      keys.set(key.join('/'), key);
    }
  }
  const found = new Map<string, AddonVersions>();
  await Promise.all(
    [...keys].map(async ([key, parts]) => {
      const listed = await catalogue.versions(...parts);
      if (listed) {
        found.set(key, listed.addons);
      }
    }),
  );
  return found;
}
