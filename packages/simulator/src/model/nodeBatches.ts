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

import { minorOf } from './minors';
import type { NodeBatch, Nodegroup } from './nodegroups';

/** The nodes of a group, by what they are. */
export function batchesOf(group: Nodegroup): NodeBatch[] {
  return (
    group.batches ?? [
      {
        version: group.version,
        releaseVersion: group.releaseVersion,
        count: group.desiredSize,
        generation: group.generation,
        launchedAt: group.launchedAt,
      },
    ]
  );
}

/** The version of the oldest kubelet in a group, or the group's own. */
export function oldestVersionOf(group: Nodegroup): string {
  return sortedVersions(group)[0];
}

/** The version of the newest kubelet in a group, or the group's own. */
export function newestVersionOf(group: Nodegroup): string {
  return sortedVersions(group).at(-1)!;
}

function sortedVersions(group: Nodegroup): string[] {
  const versions = batchesOf(group)
    .filter(({ count }) => count > 0)
    .map(({ version }) => version);
  return versions.length > 0
    ? versions.sort((one, other) => minorOf(one) - minorOf(other))
    : [group.version];
}
