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

import type { NodeSetSpec } from '../model/kubernetesStory';
import type { Cluster } from '../model/types';
import type { KubernetesObject } from './objects/KubernetesObject';
import { NodePlans, type NodePlan } from './objects/NodePlans';
import { objectsOf } from './objects/objectsOf';

interface PodLike extends KubernetesObject {
  spec: { nodeName?: string };
  status: { conditions?: { type: string; status: string }[] };
}

interface BudgetLike extends KubernetesObject {
  spec: {
    selector: { matchLabels: Record<string, string> };
    unhealthyPodEvictionPolicy?: string;
  };
  status: {
    disruptionsAllowed: number;
    currentHealthy: number;
    desiredHealthy: number;
  };
}

/** Which of some nodes cannot be drained, because a pod on them may not be evicted. */
export function undrainableNodes(cluster: Cluster, names: string[]): string[] {
  const { byResource } = objectsOf(cluster);
  const budgets = (byResource.get('poddisruptionbudgets.policy') ??
    []) as BudgetLike[];
  const stuck = new Set(
    ((byResource.get('pods') ?? []) as PodLike[])
      .filter(pod => !mayBeEvicted(pod, budgets))
      .map(({ spec }) => spec.nodeName),
  );
  return names.filter(name => stuck.has(name));
}

/** The nodes that something made, those of generations before one alone, in order. */
export function nodesOf(
  cluster: Cluster,
  kind: NodeSetSpec['owner']['kind'],
  before: number = Infinity,
): NodePlan[] {
  return NodePlans.create(cluster)
    .all()
    .filter(({ set }) => set.owner.kind === kind && set.generation < before);
}

/** As the eviction API decides; pods of DaemonSets are left where they are. */
function mayBeEvicted(pod: PodLike, budgets: BudgetLike[]): boolean {
  const { metadata } = pod;
  if (metadata.ownerReferences?.some(({ kind }) => kind === 'DaemonSet')) {
    return true;
  }
  const selecting = budgets.filter(
    budget =>
      budget.metadata.namespace === metadata.namespace &&
      Object.entries(budget.spec.selector.matchLabels).every(
        ([key, value]) => metadata.labels?.[key] === value,
      ),
  );
  if (selecting.length > 1) {
    // The API does not know which one to take it from.
    return false;
  }
  return selecting.every(
    ({ spec, status }) =>
      status.disruptionsAllowed > 0 ||
      (!isReady(pod) &&
        (spec.unhealthyPodEvictionPolicy === 'AlwaysAllow' ||
          status.currentHealthy >= status.desiredHealthy)),
  );
}

function isReady({ status }: PodLike): boolean {
  return !!status.conditions?.some(
    ({ type, status: value }) => type === 'Ready' && value === 'True',
  );
}
