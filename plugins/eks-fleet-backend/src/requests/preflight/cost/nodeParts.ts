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
  CostRange,
  NodeGroupSpec,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { CostAssumptions } from '../config/types';
import type { PreflightGround, PriceTable } from '../ground/types';
import { allOf, amount, anyOf } from '../words';
import { HOURS_PER_MONTH, times } from './ranges';
import { emptyBreakdown, together, type CostBreakdown } from './types';

/** How many nodes there are, at least, as meant, and at most. */
type NodeCounts = CostRange;

/** Nodes and their disks. */
export function nodeParts(
  { compute }: Pick<ClusterSpec, 'compute'>,
  ground: Pick<PreflightGround, 'config' | 'prices'>,
): CostBreakdown {
  const { costs } = ground.config;
  return together(
    ...compute.nodeGroups.map((group, index) =>
      nodeGroupParts(
        group,
        `compute.nodeGroups[${index}].instanceTypes`,
        costs,
        ground.prices,
      ),
    ),
    compute.autoMode ? autoModeParts(costs, ground.prices) : emptyBreakdown(),
  );
}

function nodeGroupParts(
  group: NodeGroupSpec,
  field: string,
  costs: CostAssumptions,
  { instances }: PriceTable,
): CostBreakdown {
  const breakdown = emptyBreakdown();
  const counts = {
    minimum: group.minSize,
    expected: group.desiredSize,
    maximum: group.maxSize,
  };
  const prices = group.instanceTypes.map(type => instances.get(type));
  const unpriced = group.instanceTypes.filter(
    (_, index) => prices[index] === undefined,
  );
  const isSpot = group.capacityType === 'SPOT';
  const what = `${wordCounts(counts)} of ${anyOf(group.instanceTypes)}`;
  if (unpriced.length > 0) {
    breakdown.unknown.push({
      name: `node group ${group.name}: ${what}`,
      missing: `the price of ${allOf(unpriced)}, in eksFleet.prices.instances`,
      field,
    });
  } else if (isSpot && costs.spotPercent === undefined) {
    breakdown.unknown.push({
      name: `node group ${group.name}: ${what}`,
      missing:
        'what spot instances cost, in eksFleet.requests.costs.spotPercent',
      field,
    });
  } else {
    const share = isSpot ? costs.spotPercent! / 100 : 1;
    const cheapest = Math.min(...prices.map(Number)) * share;
    const dearest = Math.max(...prices.map(Number)) * share;
    breakdown.parts.push({
      kind: 'nodeGroup',
      name: group.name,
      cost: {
        ...times(dearest * HOURS_PER_MONTH, counts),
        minimum: counts.minimum * cheapest * HOURS_PER_MONTH,
      },
      detail: isSpot ? `${what}, spot` : what,
    });
    if (isSpot) {
      breakdown.assumptions.push(
        `Spot instances cost ${costs.spotPercent} % of the on-demand price.`,
      );
    }
    if (cheapest !== dearest) {
      breakdown.assumptions.push(
        `Of several instance types, the dearest one runs, but for the least.`,
      );
    }
  }
  return together(breakdown, volumeParts(group, counts, costs));
}

function volumeParts(
  group: NodeGroupSpec,
  counts: NodeCounts,
  costs: CostAssumptions,
): CostBreakdown {
  const breakdown = emptyBreakdown();
  const gib = group.diskSizeGib ?? costs.nodeVolumeGib;
  if (costs.volumeUsdPerGibMonth === undefined) {
    breakdown.unknown.push({
      name: `disks of ${gib} GiB of node group ${group.name}`,
      missing: 'eksFleet.requests.costs.volumeUsdPerGibMonth',
    });
    return breakdown;
  }
  breakdown.parts.push({
    kind: 'volumes',
    name: group.name,
    cost: times(gib * costs.volumeUsdPerGibMonth, counts),
    detail: `${gib} GiB for each node, $${costs.volumeUsdPerGibMonth} a GiB and month`,
  });
  if (group.diskSizeGib === undefined) {
    breakdown.assumptions.push(
      `A node whose group does not say has a disk of ${gib} GiB.`,
    );
  }
  return breakdown;
}

/** What Auto Mode runs is up to what pods ask for: the operator says what to reckon with. */
function autoModeParts(
  costs: CostAssumptions,
  { instances }: PriceTable,
): CostBreakdown {
  const breakdown = emptyBreakdown();
  const { autoMode, autoModeSurchargePercent: percent } = costs;
  const field = 'compute.autoMode';
  if (!autoMode) {
    breakdown.unknown.push({
      name: 'nodes that Auto Mode runs',
      missing: 'eksFleet.requests.costs.autoMode',
      field,
    });
    return breakdown;
  }
  const counts = {
    minimum: autoMode.minimumNodes,
    expected: autoMode.expectedNodes,
    maximum: autoMode.maximumNodes,
  };
  const what = `${wordCounts(counts)} of ${autoMode.instanceType}`;
  const price = instances.get(autoMode.instanceType);
  if (price === undefined) {
    breakdown.unknown.push({
      name: `nodes that Auto Mode runs: ${what}`,
      missing: `the price of ${autoMode.instanceType}, in eksFleet.prices.instances`,
      field,
    });
    return breakdown;
  }
  const nodes = times(price * HOURS_PER_MONTH, counts);
  breakdown.parts.push({ kind: 'autoMode', cost: nodes, detail: what });
  breakdown.assumptions.push(`Auto Mode runs ${what}.`);
  if (percent === undefined) {
    breakdown.unknown.push({
      name: "Auto Mode's surcharge",
      missing: 'eksFleet.requests.costs.autoModeSurchargePercent',
      field,
    });
  } else {
    breakdown.parts.push({
      kind: 'autoModeSurcharge',
      cost: times(percent / 100, nodes),
      detail: `${percent} % of the price of its nodes`,
    });
  }
  return breakdown;
}

function wordCounts({ expected, maximum, minimum }: NodeCounts): string {
  return minimum === maximum
    ? `${amount(maximum)} ${maximum === 1 ? 'node' : 'nodes'}`
    : `${minimum} to ${maximum} nodes, ${expected} as meant,`;
}
