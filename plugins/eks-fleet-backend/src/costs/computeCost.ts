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

import type { ClusterObservations } from '../collection/types';
import { cents } from '../summary/cents';
import type { InstancePrices } from './types';

const HOURS_PER_MONTH = 730;

/** What a cluster's nodes cost, as far as that can be told. */
export interface ComputeCost {
  /** Whether anybody has seen its nodes. */
  observed: boolean;
  usdPerMonth: number;
  /** Nodes without a price, by what they are. They are not in the sum. */
  unpriced: Map<string, number>;
}

/**
 * Nodes times the operator's price. The cluster's own word on its nodes counts
 * before what its node groups ask for.
 */
export function computeCost(
  observations: ClusterObservations,
  prices: InstancePrices,
): ComputeCost {
  const nodes = nodesByType(observations) ?? nodesByNodegroup(observations);
  const cost: ComputeCost = {
    observed: nodes !== undefined,
    usdPerMonth: 0,
    unpriced: new Map(),
  };
  for (const [type, count] of nodes ?? []) {
    const price = prices.get(type);
    if (price === undefined) {
      cost.unpriced.set(type, count);
    } else {
      cost.usdPerMonth += count * price * HOURS_PER_MONTH;
    }
  }
  cost.usdPerMonth = cents(cost.usdPerMonth);
  return cost;
}

function nodesByType(
  observations: ClusterObservations,
): Map<string, number> | undefined {
  const document = observations.kubernetesNodes?.document;
  if (!document) {
    return undefined;
  }
  const nodes = new Map<string, number>();
  for (const { instanceType, nodes: count, owner } of document.sets) {
    const type =
      instanceType ?? (owner.kind === 'fargate' ? 'Fargate' : 'unknown type');
    nodes.set(type, (nodes.get(type) ?? 0) + count);
  }
  return nodes;
}

function nodesByNodegroup(
  observations: ClusterObservations,
): Map<string, number> | undefined {
  const document = observations.nodegroups?.document;
  // What Auto Mode runs is not in any node group.
  if (!document || observations.controlPlane?.document?.autoMode) {
    return undefined;
  }
  const nodes = new Map<string, number>();
  for (const { desiredSize = 0, instanceTypes } of document.nodegroups) {
    // Of several types nobody outside knows which one each node has.
    const type = instanceTypes.join(' or ') || 'unknown type';
    if (desiredSize > 0) {
      nodes.set(type, (nodes.get(type) ?? 0) + desiredSize);
    }
  }
  return nodes;
}
