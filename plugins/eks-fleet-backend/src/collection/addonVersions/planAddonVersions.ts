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

import {
  compareVersions,
  versionRank,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  AwsTarget,
  CollectedCluster,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';

/** What to ask in one Region, and in which accounts it can be asked. */
export interface AddonVersionsPlan {
  partition: AwsTarget['partition'];
  region: string;
  /** Oldest first. */
  kubernetesVersions: string[];
  targets: AwsTarget[];
}

/**
 * The Kubernetes versions of the fleet in each Region, and those after the
 * oldest of them that EKS has.
 */
export function planAddonVersions(
  clusters: CollectedCluster[],
  knownVersions: (partition: string) => string[],
): AddonVersionsPlan[] {
  const places = new Map<string, CollectedCluster[]>();
  for (const cluster of clusters) {
    if (cluster.version !== undefined && versionRank(cluster.version) >= 0) {
      const key = `${cluster.partition}/${cluster.region}`;
      places.set(key, [...(places.get(key) ?? []), cluster]);
    }
  }
  return [...places.values()].map(own => {
    const [{ partition, region }] = own;
    const present = [...new Set(own.map(({ version }) => version!))];
    const oldest = Math.min(...present.map(versionRank));
    const later = knownVersions(partition).filter(
      version => versionRank(version) > oldest,
    );
    const accounts = [...new Set(own.map(({ accountId }) => accountId))].sort();
    return {
      partition,
      region,
      kubernetesVersions: [...new Set([...present, ...later])].sort(
        compareVersions,
      ),
      targets: accounts.map(accountId => ({ partition, accountId, region })),
    };
  });
}
