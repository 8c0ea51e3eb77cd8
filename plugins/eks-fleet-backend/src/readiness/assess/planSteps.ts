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

import type { UpgradeStep } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { planAddons } from './addons';
import type { AssessmentContext } from './context';
import { planNodes, type NodeRoll } from './planNodes';

const LAST_REASONS: Record<NodeRoll['pool']['movedBy'], string> = {
  operator: 'once, when the control plane is at the target',
  eks: 'EKS replaces these nodes by itself, within budgets',
  restart: 'pods get the new version when they are made again: restart them',
};

/** The whole way: add-ons and nodes only where a hop needs it, nodes once at the end. */
export function planSteps(context: AssessmentContext): UpgradeStep[] {
  const { current, hops } = context;
  const rolls = planNodes(context);
  const moves = planAddons(context).flatMap(({ addon, plan }) =>
    plan.moves.map(move => ({ ...move, name: addon.name })),
  );
  const movesAt = (hop: string, when: 'before' | 'after'): UpgradeStep[] =>
    moves
      .filter(move => move.hop === hop && move.when === when)
      .map(({ name, from, to }) => ({
        kind: 'addon',
        subject: name,
        from,
        to,
        reason:
          when === 'before'
            ? `${from} does not go with ${hop}`
            : `no version goes with both sides of ${hop}`,
      }));
  return [
    ...hops.flatMap((hop, index): UpgradeStep[] => [
      ...movesAt(hop, 'before'),
      ...rolls
        .filter(roll => roll.beforeHop === hop)
        .map(roll => toStep(roll, `kubelets ${roll.from} cannot trail ${hop}`)),
      {
        kind: 'controlPlane',
        subject: 'control plane',
        from: index === 0 ? current : hops[index - 1],
        to: hop,
      },
      ...movesAt(hop, 'after'),
    ]),
    ...rolls
      .filter(roll => roll.beforeHop === undefined)
      .map(roll => toStep(roll, LAST_REASONS[roll.pool.movedBy])),
  ];
}

function toStep({ pool, from, to }: NodeRoll, reason: string): UpgradeStep {
  return { kind: 'nodes', subject: pool.title, from, to, reason };
}
