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
  CapacityItem,
  ResourceAmounts,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { capacityOf } from '../billOfMaterials/capacityOf';
import { known } from '../database/text';
import type { CostedCluster } from './types';

const LISTED = 20;
/** Above this share of what there is, nobody calls a cluster empty. */
const FULL_ENOUGH = 0.5;

/**
 * The clusters with the most room for what they are asked, those that run
 * nothing first. Clusters whose pods nobody may list are left out: they are
 * not empty, they are unknown.
 */
export function findEmptiest(clusters: CostedCluster[]): CapacityItem[] {
  return clusters
    .flatMap(({ cluster, observations }): CapacityItem[] => {
      const capacity = capacityOf(observations);
      if (!capacity?.requested) {
        return [];
      }
      const { allocatable, requested, workloadPods } = capacity;
      return [
        {
          entityRef: cluster.entityRef,
          name: cluster.name,
          owner: known(cluster.owner),
          environment: known(cluster.environment),
          capacity,
          cpuShare: share('cpuMillis', requested, allocatable),
          memoryShare: share('memoryBytes', requested, allocatable),
          runsNothing: workloadPods === 0,
        },
      ];
    })
    .filter(item => item.runsNothing || fullness(item) < FULL_ENOUGH)
    .sort(
      (a, b) =>
        Number(b.runsNothing) - Number(a.runsNothing) ||
        fullness(a) - fullness(b) ||
        (a.entityRef < b.entityRef ? -1 : 1),
    )
    .slice(0, LISTED);
}

/** What is scarcer of the two decides how full a cluster is. */
function fullness({ cpuShare = 0, memoryShare = 0 }: CapacityItem): number {
  return Math.max(cpuShare, memoryShare);
}

function share(
  resource: keyof ResourceAmounts,
  requested: ResourceAmounts,
  allocatable: ResourceAmounts,
): number | undefined {
  return allocatable[resource] > 0
    ? Math.round((requested[resource] / allocatable[resource]) * 1000) / 1000
    : undefined;
}
