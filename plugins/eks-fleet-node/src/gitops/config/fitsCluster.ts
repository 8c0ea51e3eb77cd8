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

import { fitsPattern } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterFileMatch, LocatableCluster } from './types';

/**
 * Whether a cluster fits each list of a match that is given.
 *
 * @public
 */
export function fitsCluster(
  match: ClusterFileMatch,
  cluster: LocatableCluster,
): boolean {
  return (
    (match.partitions?.includes(cluster.partition) ?? true) &&
    (match.accounts?.includes(cluster.accountId) ?? true) &&
    (match.regions?.includes(cluster.region) ?? true) &&
    (match.names?.some(name => fitsPattern(name, cluster.name)) ?? true) &&
    !match.exceptNames?.some(name => fitsPattern(name, cluster.name)) &&
    Object.entries(match.labels ?? {}).every(
      ([key, values]) =>
        Object.hasOwn(cluster.labels, key) &&
        values.includes(cluster.labels[key]),
    )
  );
}
