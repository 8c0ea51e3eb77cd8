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

import type { BlockedDrain } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { matchesSelector } from '../objects/matchesSelector';
import type { BudgetFacts } from './reduceBudgets';
import type { PodGroup } from './reducePods';

/** Pods that a drain cannot evict, and the budgets that hold them. */
export interface HeldGroup {
  group: PodGroup;
  budgets: BudgetFacts[];
  reason: BlockedDrain['reason'];
  /** How many of the group's pods are held. */
  pods: number;
}

/** The budgets of a namespace that select pods with these labels. */
export function budgetsOver(
  labels: Record<string, string>,
  budgets: BudgetFacts[] = [],
): BudgetFacts[] {
  return budgets.filter(({ selector }) => matchesSelector(selector, labels));
}

/**
 * Where the eviction API would answer no, as it decides now.
 *
 * A pod under more than one budget is always refused. A pod that is not ready
 * may go under a budget that is kept, or that says `AlwaysAllow`.
 */
export function findHeldGroups(
  groups: Iterable<PodGroup>,
  budgets: Map<string, BudgetFacts[]>,
): HeldGroup[] {
  const held: HeldGroup[] = [];
  for (const group of groups) {
    const over = budgetsOver(group.labels, budgets.get(group.namespace));
    const verdict = over.length > 0 ? verdictOn(group, over) : undefined;
    if (verdict) {
      held.push({ group, budgets: over, ...verdict });
    }
  }
  return held;
}

function verdictOn(
  group: PodGroup,
  over: BudgetFacts[],
): Pick<HeldGroup, 'reason' | 'pods'> | undefined {
  const { pods, notReady } = group;
  if (over.length > 1) {
    return { reason: 'severalBudgets', pods };
  }
  const [budget] = over;
  if (budget.disruptionsAllowed > 0) {
    return undefined;
  }
  const { alwaysAllowsUnhealthy, currentHealthy, desiredHealthy } = budget;
  const kept = currentHealthy >= desiredHealthy && desiredHealthy > 0;
  const heldPods = alwaysAllowsUnhealthy || kept ? pods - notReady : pods;
  return heldPods > 0
    ? { reason: reasonOf(budget), pods: heldPods }
    : undefined;
}

function reasonOf(budget: BudgetFacts): HeldGroup['reason'] {
  const {
    alwaysAllowsUnhealthy,
    currentHealthy,
    desiredHealthy,
    expectedPods,
  } = budget;
  if (expectedPods > 0 && desiredHealthy >= expectedPods) {
    return 'budgetNeedsAll';
  }
  return currentHealthy < desiredHealthy && !alwaysAllowsUnhealthy
    ? 'unhealthyPods'
    : 'budgetAllowsNone';
}
