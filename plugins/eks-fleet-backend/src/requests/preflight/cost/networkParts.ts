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

import type { ClusterSpec } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { CostAssumptions } from '../config/types';
import { counted } from '../words';
import { always, HOURS_PER_MONTH } from './ranges';
import { emptyBreakdown, type CostBreakdown } from './types';

/** NAT gateways of a new VPC, and load balancers; traffic is in neither. */
export function networkParts(
  { network }: Pick<ClusterSpec, 'network'>,
  costs: CostAssumptions,
): CostBreakdown {
  const breakdown = emptyBreakdown();
  const add = (
    kind: 'natGateways' | 'loadBalancers',
    count: number,
    what: string,
    price: keyof CostAssumptions & `${string}UsdPerHour`,
  ) => {
    const hourly = costs[price];
    if (count === 0) {
      return;
    }
    if (hourly === undefined) {
      breakdown.unknown.push({
        name: counted(count, what),
        missing: `eksFleet.requests.costs.${price}`,
      });
      return;
    }
    breakdown.parts.push({
      kind,
      cost: always(count * hourly * HOURS_PER_MONTH),
      detail: `${counted(count, what)}, $${hourly} an hour each`,
    });
    breakdown.assumptions.push(
      `There ${count === 1 ? 'is' : 'are'} ${counted(
        count,
        what,
      )}; what goes through is not in the sum.`,
    );
  };
  if ('vpcCidr' in network) {
    const gateways = { one: 1, none: 0, perZone: network.availabilityZones };
    add(
      'natGateways',
      gateways[costs.natGateways],
      'NAT gateway',
      'natGatewayUsdPerHour',
    );
  }
  add(
    'loadBalancers',
    costs.loadBalancersPerCluster,
    'load balancer',
    'loadBalancerUsdPerHour',
  );
  return breakdown;
}
