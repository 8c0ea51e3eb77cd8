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

import type { AwsPartition } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { ownClusters } from '../../inventory/ownClusters';
import type { ClusterRecord, ClusterStore } from '../../inventory/types';
import type { VersionStore } from '../../versions/types';

/** A cluster of ours, with the labels by which its layers are found. */
export type FleetCluster = ClusterRecord & { partition: AwsPartition };

/** All clusters that our own discovery found, whoever asks. */
export async function layeredClusters(
  clusters: Pick<ClusterStore, 'list'>,
  versions: Pick<VersionStore, 'calendar'>,
  now: () => Date,
): Promise<FleetCluster[]> {
  const own = await ownClusters(clusters, versions, now());
  return own.map(cluster => ({
    ...cluster,
    partition: cluster.partition as AwsPartition,
  }));
}
