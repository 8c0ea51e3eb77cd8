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

import { versionRank } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { NodePool } from './nodePools';
import { allowedSkew, versionOf } from './versions';

/** Nodes that are replaced by ones of another version. */
export interface NodeRoll {
  pool: NodePool;
  /** The hop that cannot be made before; left out for the one at the end. */
  beforeHop?: string;
  from?: string;
  to: string;
}

/**
 * The fewest rolls: kubelets may trail the control plane, so nodes are left
 * alone until a hop would leave them too far behind, and go to the target at
 * the end.
 */
export function planNodes(options: {
  pools: NodePool[];
  current?: string;
  hops: string[];
}): NodeRoll[] {
  const { pools, current, hops } = options;
  const target = hops[hops.length - 1];
  if (target === undefined) {
    return [];
  }
  return pools.flatMap(pool => {
    const rolls: NodeRoll[] = [];
    let kubelet = pool.oldestKubelet;
    for (const [index, hop] of hops.entries()) {
      const rank = versionRank(hop);
      if (kubelet !== undefined && rank - kubelet > allowedSkew(kubelet)) {
        const to =
          index === 0 ? current ?? versionOf(rank - 1) : hops[index - 1];
        rolls.push({ pool, beforeHop: hop, from: versionOf(kubelet), to });
        kubelet = versionRank(to);
      }
    }
    if (kubelet === undefined || kubelet < versionRank(target)) {
      rolls.push({
        pool,
        from: kubelet === undefined ? undefined : versionOf(kubelet),
        to: target,
      });
    }
    return rolls;
  });
}
