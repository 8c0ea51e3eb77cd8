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

import type {
  PolicyCluster,
  PolicyClusterRef,
  PolicyLayer,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** Clusters of one environment on which a policy may be enforced. */
export interface SafeGroup {
  /** Empty for clusters of none. */
  environment: string;
  safe: PolicyClusterRef[];
  /** Of those that have it and do not enforce it, how many are not safe. */
  notSafe: number;
  /** The layer of the environment, where enforcing in it reaches safe clusters alone. */
  layer?: PolicyLayer;
}

/** How many clusters one pull request can be of. */
export const MOST_AT_ONCE = 100;

/** Where a policy is safe to enforce, by environment, the most clusters first. */
export function safeGroups(
  clusters: PolicyCluster[],
  layers: PolicyLayer[],
): SafeGroup[] {
  const groups = new Map<string, SafeGroup>();
  for (const { cluster, safeToEnforce } of clusters) {
    const environment = cluster.environment ?? '';
    const group = groups.get(environment) ?? {
      environment,
      safe: [],
      notSafe: 0,
    };
    groups.set(environment, group);
    if (safeToEnforce.verdict === 'safe') {
      group.safe.push(cluster);
    } else if (safeToEnforce.verdict !== 'enforced') {
      group.notSafe += 1;
    }
  }
  return [...groups.values()]
    .filter(({ safe }) => safe.length > 0)
    .map(({ environment, notSafe, safe }) => ({
      environment,
      notSafe,
      safe,
      layer:
        notSafe === 0
          ? layers.find(
              ({ kind, label, value }) =>
                kind === 'label' &&
                label === 'environment' &&
                value === environment,
            )
          : undefined,
    }))
    .sort(
      (a, b) =>
        b.safe.length - a.safe.length ||
        (a.environment < b.environment ? -1 : 1),
    );
}
