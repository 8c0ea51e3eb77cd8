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
  CostEstimate,
  NamespaceSpec,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { clusterKey } from '../ground/keys';
import type {
  KnownCluster,
  PreflightGround,
  RequestAsk,
} from '../ground/types';
import { namespaceAmounts } from '../namespaceAmounts';
import { amount } from '../words';
import { compareCosts } from './compareCosts';
import { always, HOURS_PER_MONTH } from './ranges';
import { emptyBreakdown, together, type CostBreakdown } from './types';

type Ground = Pick<PreflightGround, 'config' | 'fleet'>;

/** A namespace's share of its cluster a month, before and after a request. */
export function namespaceCost(
  { base, operation, spec }: RequestAsk<NamespaceSpec>,
  ground: Ground,
): CostEstimate {
  return compareCosts(
    operation === 'create'
      ? emptyBreakdown()
      : breakdownOf(base ?? spec, ground),
    operation === 'delete' ? emptyBreakdown() : breakdownOf(spec, ground),
  );
}

function breakdownOf(spec: NamespaceSpec, ground: Ground): CostBreakdown {
  return together(
    sharePart(spec, ground),
    storagePart(spec, ground),
    loadBalancerPart(spec, ground),
  );
}

/** By the operator's prices of a core and a GiB, else by what the cluster's nodes cost. */
function sharePart(spec: NamespaceSpec, ground: Ground): CostBreakdown {
  const { vcpu, memoryGib } = namespaceAmounts(spec);
  const { sharedUsdPerMemoryGibMonth: perGib, sharedUsdPerVcpuMonth: perCore } =
    ground.config.costs;
  const breakdown = emptyBreakdown();
  breakdown.assumptions.push(
    'The namespace takes all that its quota sets aside, all of the time.',
  );
  const asked = `${amount(vcpu)} vCPUs and ${amount(memoryGib)} GiB of memory`;
  if (perCore !== undefined && perGib !== undefined) {
    breakdown.parts.push({
      kind: 'namespaceShare',
      cost: always(vcpu * perCore + memoryGib * perGib),
      detail: `${asked}, at $${perCore} a vCPU and $${perGib} a GiB and month`,
    });
    return breakdown;
  }
  const host = ground.fleet.cluster(clusterKey(spec.cluster));
  const share = host && shareOf({ vcpu, memoryGib }, host);
  if (!host || !share) {
    breakdown.unknown.push({
      name: asked,
      missing: `eksFleet.requests.costs.sharedUsdPerVcpuMonth and sharedUsdPerMemoryGibMonth, or what the nodes of ${spec.cluster.name} are and cost`,
      field: 'quota',
    });
    return breakdown;
  }
  breakdown.parts.push({
    kind: 'namespaceShare',
    cost: always(share.part * share.computeUsdPerMonth),
    detail: `${asked}, ${amount(share.part * 100)} % of the nodes of ${
      host.name
    }`,
  });
  breakdown.assumptions.push(
    `The nodes of ${host.name} cost what they cost now; the scarcer of cores and memory decides the share.`,
  );
  return breakdown;
}

function shareOf(
  asked: { vcpu: number; memoryGib: number },
  { capacity, computeUsdPerMonth }: KnownCluster,
): { part: number; computeUsdPerMonth: number } | undefined {
  const { allocatable } = capacity ?? {};
  if (
    !allocatable ||
    computeUsdPerMonth === undefined ||
    !(allocatable.vcpu > 0 && allocatable.memoryGib > 0)
  ) {
    return undefined;
  }
  const part = Math.max(
    asked.vcpu / allocatable.vcpu,
    asked.memoryGib / allocatable.memoryGib,
  );
  return { part, computeUsdPerMonth };
}

function storagePart(spec: NamespaceSpec, { config }: Ground): CostBreakdown {
  const breakdown = emptyBreakdown();
  const { storageGib } = namespaceAmounts(spec);
  const price = config.costs.volumeUsdPerGibMonth;
  if (storageGib === 0) {
    return breakdown;
  }
  if (price === undefined) {
    breakdown.unknown.push({
      name: `${amount(storageGib)} GiB of storage`,
      missing: 'eksFleet.requests.costs.volumeUsdPerGibMonth',
      field: 'quota.storage',
    });
    return breakdown;
  }
  const full = storageGib * price;
  breakdown.parts.push({
    kind: 'namespaceStorage',
    cost: { minimum: 0, expected: full, maximum: full },
    detail: `${amount(storageGib)} GiB, $${price} a GiB and month`,
  });
  return breakdown;
}

function loadBalancerPart(
  { quota }: NamespaceSpec,
  { config }: Ground,
): CostBreakdown {
  const breakdown = emptyBreakdown();
  const { loadBalancerUsdPerHour: price } = config.costs;
  if (quota.gpus > 0) {
    breakdown.unknown.push({
      name: `${quota.gpus} ${quota.gpus === 1 ? 'GPU' : 'GPUs'}`,
      missing: 'nothing prices them here',
      field: 'quota.gpus',
    });
  }
  if (quota.loadBalancers === 0) {
    return breakdown;
  }
  const name = `${quota.loadBalancers} ${
    quota.loadBalancers === 1 ? 'load balancer' : 'load balancers'
  }`;
  if (price === undefined) {
    breakdown.unknown.push({
      name,
      missing: 'eksFleet.requests.costs.loadBalancerUsdPerHour',
      field: 'quota.loadBalancers',
    });
    return breakdown;
  }
  const full = quota.loadBalancers * price * HOURS_PER_MONTH;
  breakdown.parts.push({
    kind: 'loadBalancers',
    cost: { minimum: 0, expected: full, maximum: full },
    detail: `${name}, $${price} an hour each`,
  });
  return breakdown;
}
