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

import type { ListReducer } from '../client/types';
import type { LabelSelector, PodDisruptionBudget } from '../objects/types';

/** What is kept of a disruption budget. */
export interface BudgetFacts {
  namespace: string;
  name: string;
  selector?: LabelSelector;
  alwaysAllowsUnhealthy: boolean;
  disruptionsAllowed: number;
  currentHealthy: number;
  desiredHealthy: number;
  expectedPods: number;
}

/** The disruption budgets, by namespace. */
export const reduceBudgets: ListReducer<
  PodDisruptionBudget,
  Map<string, BudgetFacts[]>
> = {
  start: () => new Map(),
  add: (budgets, items) => {
    for (const { metadata, spec, status } of items) {
      const { namespace = '', name = '' } = metadata ?? {};
      const inNamespace = budgets.get(namespace) ?? [];
      inNamespace.push({
        namespace,
        name,
        selector: spec?.selector,
        alwaysAllowsUnhealthy:
          spec?.unhealthyPodEvictionPolicy === 'AlwaysAllow',
        // Without a status the API server refuses each eviction.
        disruptionsAllowed: status?.disruptionsAllowed ?? 0,
        currentHealthy: status?.currentHealthy ?? 0,
        desiredHealthy: status?.desiredHealthy ?? 0,
        expectedPods: status?.expectedPods ?? 0,
      });
      budgets.set(namespace, inNamespace);
    }
    return budgets;
  },
};
