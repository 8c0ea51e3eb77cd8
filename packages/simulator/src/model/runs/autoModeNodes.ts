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

import { nodesOf, undrainableNodes } from '../../kubernetes/evictions';
import type { NodePlan } from '../../kubernetes/objects/NodePlans';
import type { Cluster } from '../types';
import { DURATIONS } from './durations';

/** Sends the nodes of Auto Mode to a version, from the one that they have. */
export function sendAutoModeNodes(cluster: Cluster, version: string): void {
  cluster.autoModeNodes = {
    ...(cluster.autoModeNodes ?? { version: cluster.version, generation: 0 }),
    next: { version, replaced: {} },
  };
}

/**
 * Replaces the nodes of Auto Mode one by one, each as soon as budgets and
 * annotations let it go.
 *
 * @param wanted - whether to go on, asked before each node with the seconds
 *   that were spent on waiting so far
 * @returns whether all of them are there
 */
export function* replaceAutoModeNodes(
  cluster: Cluster,
  wanted: (waited: number) => boolean,
): Generator<number, boolean, Date> {
  let waited = 0;
  while (wanted(waited)) {
    const nodes = cluster.autoModeNodes;
    const left = oldNodes(cluster);
    if (!nodes?.next || left.length === 0) {
      arrive(cluster);
      return true;
    }
    const free = left.find(plan => mayGo(cluster, plan));
    if (free) {
      const launchedAt: Date = yield DURATIONS.autoModeNode;
      const pool = free.set.owner.name ?? '';
      const { replaced } = nodes.next;
      replaced[pool] = (replaced[pool] ?? 0) + 1;
      nodes.launchedAt = launchedAt;
    } else {
      yield DURATIONS.autoModeRetry;
      waited += DURATIONS.autoModeRetry;
    }
  }
  return false;
}

/** Whether a node is kept for ever, or only as long as pods may not be evicted. */
export function keptByItself({ doNotDisrupt, set }: NodePlan): boolean {
  return doNotDisrupt || set.disruptionBudget === '0';
}

function mayGo(cluster: Cluster, plan: NodePlan): boolean {
  return (
    !keptByItself(plan) && undrainableNodes(cluster, [plan.name]).length === 0
  );
}

/** The last one of each pool that has not been replaced. */
function oldNodes(cluster: Cluster): NodePlan[] {
  const generation = cluster.autoModeNodes?.generation ?? 0;
  const last = new Map<string | undefined, NodePlan>();
  for (const plan of nodesOf(cluster, 'autoMode', generation + 1)) {
    last.set(plan.set.owner.name, plan);
  }
  return [...last.values()];
}

function arrive(cluster: Cluster): void {
  const nodes = cluster.autoModeNodes;
  if (nodes?.next) {
    cluster.autoModeNodes = {
      version: nodes.next.version,
      generation: nodes.generation + 1,
      launchedAt: nodes.launchedAt,
    };
  }
}
