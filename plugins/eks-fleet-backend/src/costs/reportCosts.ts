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
  controlPlaneCost,
  type ControlPlanePrices,
  type CostGroup,
  type CostReport,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterRecord } from '../inventory/types';
import { cents } from '../summary/cents';
import type { SupportCalendar } from '../versions/SupportCalendar';
import { computeCost } from './computeCost';
import { addMonths, controlPlaneMonths } from './controlPlaneMonths';
import { findEmptiest } from './findEmptiest';
import type { CostedCluster, InstancePrices } from './types';

const KEYS: Record<CostReport['groupBy'], (cluster: ClusterRecord) => string> =
  {
    owner: cluster => cluster.owner,
    account: cluster => cluster.accountId,
    environment: cluster => cluster.environment,
  };

/** What a fleet costs, by whose it is. */
export function reportCosts(options: {
  clusters: CostedCluster[];
  groupBy: CostReport['groupBy'];
  calendar: SupportCalendar;
  prices: ControlPlanePrices;
  instancePrices: InstancePrices;
  now: Date;
}): CostReport {
  const { clusters, groupBy } = options;
  const groups = new Map<string, CostedCluster[]>();
  for (const item of clusters) {
    const value = KEYS[groupBy](item.cluster);
    groups.set(value, [...(groups.get(value) ?? []), item]);
  }
  const unknownTypes = new Set<string>();
  const priceGroup = (value: string, members: CostedCluster[]): CostGroup => {
    const compute = { usd: 0, unpriced: 0, unobserved: 0 };
    for (const { observations } of members) {
      const cost = computeCost(observations, options.instancePrices);
      compute.usd += cost.usdPerMonth;
      compute.unobserved += cost.observed ? 0 : 1;
      for (const [type, nodes] of cost.unpriced) {
        unknownTypes.add(type);
        compute.unpriced += nodes;
      }
    }
    return {
      value,
      title:
        groupBy === 'account'
          ? members.find(({ cluster }) => cluster.accountName)?.cluster
              .accountName
          : undefined,
      clusters: members.length,
      ...priceControlPlanes(members, options),
      computeUsdPerMonth: cents(compute.usd),
      unpricedNodes: compute.unpriced,
      unobservedClusters: compute.unobserved,
    };
  };
  const total = priceGroup('', clusters);
  return {
    groupBy,
    groups: [...groups]
      .map(([value, members]) => priceGroup(value, members))
      .sort(
        (a, b) =>
          b.extendedSupportUsdPerMonth - a.extendedSupportUsdPerMonth ||
          b.controlPlaneUsdPerMonth - a.controlPlaneUsdPerMonth ||
          (a.value < b.value ? -1 : 1),
      ),
    months: total.months,
    total: { ...total, title: undefined },
    unknownTypes: [...unknownTypes].sort(),
    emptiest: findEmptiest(clusters),
  };
}

function priceControlPlanes(
  members: CostedCluster[],
  options: {
    calendar: SupportCalendar;
    prices: ControlPlanePrices;
    now: Date;
  },
): Pick<
  CostGroup,
  'controlPlaneUsdPerMonth' | 'extendedSupportUsdPerMonth' | 'months'
> {
  const { calendar, now, prices } = options;
  const byVersion = new Map<string, ClusterRecord[]>();
  for (const { cluster } of members) {
    const key = `${cluster.partition}/${cluster.version}`;
    byVersion.set(key, [...(byVersion.get(key) ?? []), cluster]);
  }
  let months = controlPlaneMonths(0, undefined, prices, now);
  let controlPlane = 0;
  let extended = 0;
  for (const same of byVersion.values()) {
    const [{ partition, version }] = same;
    const { state } = calendar.support(partition, version, now);
    const each = controlPlaneCost(state, prices);
    controlPlane += same.length * each.controlPlaneUsdPerMonth;
    extended += same.length * each.extendedSupportUsdPerMonth;
    months = addMonths(
      months,
      controlPlaneMonths(
        same.length,
        calendar.dates(partition, version),
        prices,
        now,
      ),
    );
  }
  return {
    controlPlaneUsdPerMonth: cents(controlPlane),
    extendedSupportUsdPerMonth: cents(extended),
    months,
  };
}
