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

import type { UpdatesDocument } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterCollector } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { ObservationReader } from '../types';
import { minutes, type AwsCollectorOptions } from './types';
import {
  partsOf,
  partsToList,
  rememberParts,
  UPDATED_KINDS,
  type PartStates,
} from './updatedParts';
import { UpdatesReading } from './UpdatesReading';
import { whileCreating } from './whileCreating';

/** Besides the updates, how parts were when theirs were last listed. */
export interface CollectedUpdates extends UpdatesDocument {
  parts: PartStates;
}

/**
 * Updates of a cluster and of what belongs to it: EKS `ListUpdates`, and
 * `DescribeUpdate` for each that is new or was in progress. The updates of a
 * node group, an add-on or a capability are listed when its state or version is
 * another than before, as their own observations tell.
 */
export function updatesCollector({
  aws,
  observations,
}: AwsCollectorOptions & {
  observations: Pick<ObservationReader, 'ofMany'>;
}): ClusterCollector<CollectedUpdates> {
  return {
    kind: 'updates',
    schedule: minutes(10),
    async collect(cluster, { controlPlane, previous, signal }) {
      const before = previous?.document;
      const found = await observations.ofMany(
        [cluster.arn],
        Object.values(UPDATED_KINDS),
      );
      const observed = found.get(cluster.arn) ?? {};
      const parts = partsOf(observed);

      const reading = new UpdatesReading({
        client: aws.eks(cluster),
        clusterName: cluster.name,
        known: before?.updates ?? [],
        signal,
      });
      await whileCreating(controlPlane, undefined, () => reading.list());
      await reading.listOfParts(partsToList(parts, before?.parts));
      await reading.describe();
      return {
        updates: reading.newestFirst(),
        unreadable: reading.unreadable,
        parts: rememberParts(
          parts,
          before?.parts,
          reading.unreadParts,
          observed,
        ),
      };
    },
  };
}
