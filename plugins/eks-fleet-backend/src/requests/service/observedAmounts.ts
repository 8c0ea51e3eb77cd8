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
  ClusterSpec,
  KubernetesNodesDocument,
  Nodegroup,
  NodeGroupSpec,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterObservations } from '../../collection/types';
import { computeCost } from '../../costs/computeCost';
import type { ClusterRecord } from '../../inventory/types';
import {
  clusterAmounts,
  controlPlanePart,
  nodeParts,
  together,
  type KnownCapacity,
  type KnownCluster,
  type PreflightGround,
} from '../preflight';

type Observed = Pick<
  KnownCluster,
  | 'amounts'
  | 'architectures'
  | 'capacity'
  | 'computeUsdPerMonth'
  | 'monthlyCostUsd'
>;

/** What amounts and prices follow from, besides what was observed. */
export type AmountGround = Pick<
  PreflightGround,
  'calendar' | 'config' | 'now' | 'prices'
>;

/** What observations that amounts follow from are called. */
export const AMOUNT_KINDS = ['controlPlane', 'nodegroups', 'kubernetesNodes'];

/** Nodes whose number a node group, or AWS itself, bounds. */
const BOUNDED = ['nodegroup', 'autoMode'];
const GROWING = ['autoMode', 'karpenter'];
const GIB = 2 ** 30;

/**
 * What of a cluster was seen that quotas, prices and placement go by. What was
 * not seen, or has no bound, is left out. Pure.
 */
export function observedAmounts(
  cluster: Pick<ClusterRecord, 'region' | 'version'>,
  observations: ClusterObservations,
  ground: AmountGround,
): Observed {
  const nodes = observations.kubernetesNodes;
  const compute = computeOf(observations);
  const cost = computeCost(observations, ground.prices.instances);
  return {
    amounts: compute ? clusterAmounts({ compute }, ground.config).amounts : {},
    monthlyCostUsd: compute && mostOf(cluster, compute, ground),
    computeUsdPerMonth:
      cost.observed && cost.unpriced.size === 0 ? cost.usdPerMonth : undefined,
    architectures: nodes?.document && architecturesOf(nodes.document),
    capacity:
      nodes?.document &&
      capacityOf(nodes.document, nodes.observedAt ?? '', observations),
  };
}

/** Node groups and Auto Mode, where nothing else makes nodes. */
function computeOf({
  controlPlane,
  kubernetesNodes,
  nodegroups,
}: ClusterObservations): ClusterSpec['compute'] | undefined {
  const groups = nodegroups?.document;
  const seen = kubernetesNodes?.document;
  if (!controlPlane?.document || !groups || !seen) {
    return undefined;
  }
  const isBounded =
    groups.unreadable.length === 0 &&
    seen.sets.every(({ owner }) => BOUNDED.includes(owner.kind));
  const nodeGroups = groups.nodegroups.map(toNodeGroup);
  return isBounded && nodeGroups.every(group => group !== undefined)
    ? {
        nodeGroups: nodeGroups as NodeGroupSpec[],
        ...(controlPlane.document.autoMode && {
          autoMode: { nodePools: [] },
        }),
      }
    : undefined;
}

function toNodeGroup(group: Nodegroup): NodeGroupSpec | undefined {
  const { capacityType, desiredSize, instanceTypes, maxSize, minSize } = group;
  if (maxSize === undefined || instanceTypes.length === 0) {
    return undefined;
  }
  return {
    name: group.name,
    instanceTypes,
    capacityType: capacityType === 'SPOT' ? 'SPOT' : 'ON_DEMAND',
    amiType: group.amiType ?? '',
    minSize: minSize ?? 0,
    desiredSize: desiredSize ?? 0,
    maxSize,
    labels: {},
    taints: [],
  };
}

function mostOf(
  { region, version }: Pick<ClusterRecord, 'region' | 'version'>,
  compute: ClusterSpec['compute'],
  ground: AmountGround,
): number | undefined {
  const { parts, unknown } = together(
    controlPlanePart({ kubernetesVersion: version, region }, ground),
    nodeParts({ compute }, ground),
  );
  return unknown.length === 0
    ? parts.reduce((sum, { cost }) => sum + cost.maximum, 0)
    : undefined;
}

function architecturesOf({ sets }: KubernetesNodesDocument): string[] {
  return [...new Set(sets.flatMap(({ architecture }) => architecture ?? []))];
}

function capacityOf(
  { allocatable, requested, sets }: KubernetesNodesDocument,
  observedAt: string,
  { controlPlane }: ClusterObservations,
): KnownCapacity {
  const amountsOf = (of: { cpuMillis: number; memoryBytes: number }) => ({
    vcpu: of.cpuMillis / 1000,
    memoryGib: of.memoryBytes / GIB,
  });
  return {
    allocatable: amountsOf(allocatable),
    ...(requested && { requested: amountsOf(requested) }),
    observedAt,
    grows:
      controlPlane?.document?.autoMode === true ||
      sets.some(({ owner }) => GROWING.includes(owner.kind)),
  };
}
