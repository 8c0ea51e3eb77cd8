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
  BlockedDrain,
  KubernetesDisruptionDocument,
  NodeOwner,
  Workload,
  WorkloadRef,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { ownerFromLabels } from '../objects/ownerFromLabels';
import { definedOnly } from './definedOnly';
import { budgetsOver, type HeldGroup } from './findHeldGroups';
import type { NodeFacts } from './reduceNodes';
import type { BudgetFacts } from './reduceBudgets';
import { isSystemNamespace } from './reducePods';
import type { WorkloadFacts } from './reduceWorkloads';

const MAX_ITEMS = 2000;

/** What disruption is described from. */
export interface DisruptionFacts {
  budgets: Map<string, BudgetFacts[]>;
  held: HeldGroup[];
  /** Deployments and StatefulSets. */
  workloads: WorkloadFacts[];
  /** Who made each ReplicaSet, by `<namespace>/<name>`. */
  replicaSetOwners: Map<string, { kind: string; name: string }>;
  /** Left out where nodes may not be listed. */
  nodes?: Map<string, NodeFacts>;
  /** Labels by namespace; left out where namespaces may not be listed. */
  namespaces?: Map<string, Record<string, string>>;
  ownerLabels: readonly string[];
}

/** Disruption budgets and what they protect. */
export function describeDisruption(
  facts: DisruptionFacts,
): KubernetesDisruptionDocument {
  const { budgets, workloads } = facts;
  const refOf = workloadRefs(facts);
  const blockedDrains = blockedDrainsOf(facts, refOf);
  const singleReplicas = workloads
    .filter(
      ({ namespace, replicas }) =>
        replicas === 1 && !isSystemNamespace(namespace),
    )
    .map(
      ({ kind, namespace, name, replicas, ready }): Workload => ({
        workload: refOf(namespace, kind, name),
        replicas,
        ready,
      }),
    )
    .sort(byKey(({ workload }) => keyOf(workload)));
  return {
    budgets: [...budgets.values()].reduce((sum, { length }) => sum + length, 0),
    workloads: workloads.length,
    blockedDrains: blockedDrains.slice(0, MAX_ITEMS),
    singleReplicas: singleReplicas.slice(0, MAX_ITEMS),
    withoutBudget: workloads.filter(
      ({ namespace, podLabels, replicas }) =>
        replicas > 1 &&
        budgetsOver(podLabels, budgets.get(namespace)).length === 0,
    ).length,
    truncated:
      blockedDrains.length > MAX_ITEMS || singleReplicas.length > MAX_ITEMS,
  };
}

type RefOf = (
  namespace: string,
  kind: string,
  name: string,
  podLabels?: Record<string, string>,
) => WorkloadRef;

function workloadRefs(facts: DisruptionFacts): RefOf {
  const { namespaces, ownerLabels, workloads } = facts;
  const owners = new Map(
    workloads.map(workload => [keyOf(workload), workload.owner]),
  );
  return (namespace, kind, name, podLabels) =>
    definedOnly({
      namespace,
      kind,
      name,
      owner:
        owners.get(keyOf({ namespace, kind, name })) ??
        ownerFromLabels(ownerLabels, podLabels, namespaces?.get(namespace)),
    });
}

/** Groups of one workload, held for one reason by the same budgets, are one. */
function blockedDrainsOf(facts: DisruptionFacts, refOf: RefOf): BlockedDrain[] {
  const { held, nodes, replicaSetOwners } = facts;
  const drains = new Map<
    string,
    { drain: BlockedDrain; nodes: Set<string>; owners: Map<string, NodeOwner> }
  >();
  for (const { group, budgets, reason, pods } of held) {
    const { namespace, controller, labels } = group;
    const { kind, name } =
      (controller.kind === 'ReplicaSet' &&
        replicaSetOwners.get(`${namespace}/${controller.name}`)) ||
      controller;
    const names = budgets.map(budget => `${budget.namespace}/${budget.name}`);
    const key = JSON.stringify([namespace, kind, name, reason, names.sort()]);
    const entry = drains.get(key) ?? {
      drain: emptyDrain(refOf(namespace, kind, name, labels), {
        budgets,
        names,
        reason,
      }),
      nodes: new Set<string>(),
      owners: new Map<string, NodeOwner>(),
    };
    drains.set(key, entry);
    entry.drain.pods += pods;
    for (const node of group.nodes) {
      entry.nodes.add(node);
      const owner = nodes?.get(node)?.kind.owner;
      if (owner) {
        entry.owners.set(JSON.stringify(owner), owner);
      }
    }
  }
  return [...drains].sort(byKey(([key]) => key)).map(([, entry]) => ({
    ...entry.drain,
    nodes: entry.nodes.size,
    nodeOwners: [...entry.owners]
      .sort(byKey(([key]) => key))
      .map(([, owner]) => owner),
  }));
}

function emptyDrain(
  workload: WorkloadRef,
  held: {
    budgets: BudgetFacts[];
    names: string[];
    reason: BlockedDrain['reason'];
  },
): BlockedDrain {
  const { budgets, names, reason } = held;
  const [first] = budgets;
  const only = budgets.length === 1 ? first : undefined;
  return definedOnly({
    workload,
    reason,
    budgets: names.slice(0, 500),
    pods: 0,
    disruptionsAllowed: Math.min(
      ...budgets.map(({ disruptionsAllowed }) => disruptionsAllowed),
    ),
    currentHealthy: only?.currentHealthy,
    desiredHealthy: only?.desiredHealthy,
    nodeOwners: [],
    nodes: 0,
  });
}

function keyOf(ref: { namespace: string; kind: string; name: string }): string {
  return `${ref.namespace}/${ref.kind}/${ref.name}`;
}

function byKey<T>(key: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => {
    const [left, right] = [key(a), key(b)];
    if (left === right) {
      return 0;
    }
    return left < right ? -1 : 1;
  };
}
