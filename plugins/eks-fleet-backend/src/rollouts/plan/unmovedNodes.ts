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

import {
  versionRank,
  type NodegroupsDocument,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { NodePool } from '../../readiness/assess/nodePools';
import type { PlanConcern, PlanningCluster } from '../types';
import { nameOf } from './trackPlan';

/** Whether a rollout can move these nodes: a node group with an image of EKS's. */
export function isOurs({ nodegroup }: NodePool): boolean {
  return nodegroup !== undefined && nodegroup.amiType !== 'CUSTOM';
}

/** Says of nodes that no track moves who does. */
export function describeUnmoved(
  { observations }: PlanningCluster,
  pools: NodePool[],
  { follow, hops }: { follow: boolean; hops: string[] },
): { notes: string[]; concerns: PlanConcern[] } {
  const target = versionRank(hops[hops.length - 1]);
  const others = pools.filter(
    pool =>
      !isOurs(pool) &&
      pool.nodes !== 0 &&
      (pool.newestKubelet === undefined ||
        target < 0 ||
        pool.oldestKubelet! < target),
  );
  const notes = others.map(describe);
  if (!follow) {
    notes.unshift('Node groups stay as they are');
  }
  return {
    notes: [...new Set(notes)],
    concerns: follow
      ? [
          ...others.filter(needsSomebody).map(
            (pool): PlanConcern => ({
              code: 'nodes.notMoved',
              severity: 'warning',
              message: describe(pool),
            }),
          ),
          ...findUnreadable(observations.nodegroups?.document),
        ]
      : [],
  };
}

function needsSomebody({ owner, nodegroup }: NodePool): boolean {
  return (
    nodegroup !== undefined ||
    owner.kind === 'selfManaged' ||
    owner.kind === 'hybrid'
  );
}

function describe({ owner, title, nodegroup }: NodePool): string {
  const name = nameOf(title);
  if (nodegroup) {
    return `The ${name} has an image of its own: move it by its launch template`;
  }
  switch (owner.kind) {
    case 'autoMode':
      return `EKS replaces the nodes of the ${name} by itself`;
    case 'fargate':
      return `Pods of the ${name} have the new version once they are made again`;
    case 'karpenter':
      return `Karpenter replaces the nodes of the ${name} as its node class says`;
    case 'nodegroup':
      return `The ${name} is not among what EKS told of`;
    default:
      return `The ${name} are moved by whoever made them`;
  }
}

function findUnreadable(
  document: NodegroupsDocument | undefined,
): PlanConcern[] {
  return (document?.unreadable ?? []).map(({ name }) => ({
    code: 'nodes.unreadable',
    severity: 'warning',
    message: `The node group ${nameOf(
      name,
    )} cannot be read, so it is not moved`,
  }));
}
