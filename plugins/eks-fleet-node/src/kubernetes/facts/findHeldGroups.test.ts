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

import type { PodDisruptionBudget } from '../objects/types';
import { findHeldGroups } from './findHeldGroups';
import { reduceBudgets } from './reduceBudgets';
import type { PodGroup } from './reducePods';

const group = (pods: number, notReady = 0): PodGroup => ({
  namespace: 'shop',
  controller: { kind: 'ReplicaSet', name: 'web-1' },
  labels: { app: 'web' },
  pods,
  notReady,
  nodes: new Set(['a']),
});

/** `allowed` of the `expected` pods may go; `healthy` are, `desired` must be. */
const budget = (
  [allowed, healthy, desired, expected]: number[],
  more: Partial<NonNullable<PodDisruptionBudget['spec']>> = {},
): PodDisruptionBudget => ({
  metadata: { namespace: 'shop', name: 'web' },
  spec: { selector: { matchLabels: { app: 'web' } }, ...more },
  status: {
    disruptionsAllowed: allowed,
    currentHealthy: healthy,
    desiredHealthy: desired,
    expectedPods: expected,
  },
});

const always = { unhealthyPodEvictionPolicy: 'AlwaysAllow' };

describe('findHeldGroups', () => {
  const judge = (pods: PodGroup, budgets: PodDisruptionBudget[]) =>
    findHeldGroups([pods], reduceBudgets.add(reduceBudgets.start(), budgets));

  it.each<[string, PodGroup, PodDisruptionBudget[]]>([
    ['no budget', group(3), []],
    ['a budget that allows one', group(3), [budget([1, 3, 2, 3])]],
    [
      'a budget over other pods',
      group(3),
      [budget([0, 3, 3, 3], { selector: { matchLabels: { app: 'api' } } })],
    ],
    [
      'a budget without a selector',
      group(3),
      [budget([0, 3, 3, 3], { selector: undefined })],
    ],
    [
      'pods of which none is ready, and each may go',
      group(3, 3),
      [budget([0, 0, 2, 3], always)],
    ],
  ])('lets pods go under %s', (_, pods, budgets) => {
    expect(judge(pods, budgets)).toEqual([]);
  });

  it.each<[string, PodGroup, PodDisruptionBudget[], string, number]>([
    [
      'a budget over everything in its namespace',
      group(3),
      [budget([0, 3, 3, 3], { selector: {} })],
      'budgetNeedsAll',
      3,
    ],
    [
      'a budget that needs every pod, such as maxUnavailable 0',
      group(3),
      [budget([0, 3, 3, 3])],
      'budgetNeedsAll',
      3,
    ],
    [
      'minAvailable 1 over one replica',
      group(1),
      [budget([0, 1, 1, 1])],
      'budgetNeedsAll',
      1,
    ],
    [
      'one that needs more than there are',
      group(2),
      [budget([0, 2, 5, 2])],
      'budgetNeedsAll',
      2,
    ],
    [
      'one that allows none now, while a pod that is not ready may go',
      group(3, 1),
      [budget([0, 2, 2, 3])],
      'budgetAllowsNone',
      2,
    ],
    [
      'pods that are not ready, so that the budget is not kept',
      group(3, 2),
      [budget([0, 1, 2, 3])],
      'unhealthyPods',
      3,
    ],
    [
      'the same where they may always go: those that are ready wait for them',
      group(3, 2),
      [budget([0, 1, 2, 3], always)],
      'budgetAllowsNone',
      1,
    ],
    [
      'a ready pod beside others of the workload that are not',
      group(1),
      [budget([0, 1, 2, 3])],
      'unhealthyPods',
      1,
    ],
    [
      'two budgets, whatever they allow',
      group(3),
      [budget([1, 3, 2, 3]), budget([2, 3, 1, 3])],
      'severalBudgets',
      3,
    ],
    [
      'a budget that its controller has not looked at',
      group(3),
      [{ ...budget([]), status: undefined }],
      'budgetAllowsNone',
      3,
    ],
  ])('holds pods under %s', (_, pods, budgets, reason, held) => {
    expect(judge(pods, budgets)).toMatchObject([{ reason, pods: held }]);
  });

  it('looks at budgets of the same namespace only', () => {
    const elsewhere = {
      ...budget([0, 3, 3, 3]),
      metadata: { namespace: 'other', name: 'web' },
    };
    expect(judge(group(3), [elsewhere])).toEqual([]);
  });
});
