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

import type { Nodegroup } from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** How many nodes a group has, and in how many batches they roll. */
export function nodeBatches(
  nodegroup:
    | Pick<
        Nodegroup,
        'desiredSize' | 'maxUnavailable' | 'maxUnavailablePercentage'
      >
    | undefined,
): { nodes: number; batches: number } {
  const nodes = nodegroup?.desiredSize ?? 1;
  const atOnce = Math.max(
    nodegroup?.maxUnavailable ??
      Math.floor((nodes * (nodegroup?.maxUnavailablePercentage ?? 0)) / 100),
    1,
  );
  return { nodes, batches: Math.ceil(nodes / atOnce) };
}
