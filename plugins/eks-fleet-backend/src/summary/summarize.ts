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
  compareVersions,
  controlPlaneCost,
  type GridCell,
  type Summary,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { known } from '../database/text';
import { cents } from './cents';
import { findAttention, type FleetFacts } from './findAttention';

/** The fleet at one look. */
export function summarize(
  facts: FleetFacts & { foreignClusters: number },
): Summary {
  const { groups, targets, calendar, prices, now } = facts;
  const accounts = new Set([
    ...groups.map(group => group.accountId),
    ...(targets ?? [])
      .filter(target => target.kind !== 'organization')
      .map(target => target.accountId),
  ]);
  const cost = { controlPlaneUsdPerMonth: 0, extendedSupportUsdPerMonth: 0 };
  for (const { partition, version, clusters } of groups) {
    const { state } = calendar.support(partition, version, now);
    const each = controlPlaneCost(state, prices);
    cost.controlPlaneUsdPerMonth += clusters * each.controlPlaneUsdPerMonth;
    cost.extendedSupportUsdPerMonth +=
      clusters * each.extendedSupportUsdPerMonth;
  }
  return {
    clusters: groups.reduce((sum, group) => sum + group.clusters, 0),
    foreignClusters: facts.foreignClusters,
    accounts: accounts.size,
    regions: new Set(groups.map(group => group.region)).size,
    targets: targets && {
      total: targets.length,
      byState: countBy(targets, target => target.state),
    },
    observedAt: known(
      groups
        .map(group => group.observedAt)
        .sort()
        .at(-1) ?? '',
    ),
    versions: summarizeVersions(facts),
    statuses: Object.entries(
      countBy(
        groups,
        group => group.status,
        group => group.clusters,
      ),
    )
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count),
    grid: makeGrid(facts),
    attention: findAttention(facts),
    cost: {
      controlPlaneUsdPerMonth: cents(cost.controlPlaneUsdPerMonth),
      extendedSupportUsdPerMonth: cents(cost.extendedSupportUsdPerMonth),
    },
  };
}

function summarizeVersions({
  groups,
  calendar,
  now,
}: FleetFacts): Summary['versions'] {
  const versions = new Map<string, Summary['versions'][number]>();
  for (const { partition, version, clusters } of groups) {
    const { daysLeft: _, ...support } = calendar.support(
      partition,
      version,
      now,
    );
    const counted = versions.get(version)?.clusters ?? 0;
    versions.set(version, {
      version,
      clusters: counted + clusters,
      ...support,
    });
  }
  return [...versions.values()].sort((a, b) =>
    compareVersions(a.version, b.version),
  );
}

/** Accounts × Regions: where clusters are, and where discovery looks for them. */
function makeGrid({ groups, targets, calendar, now }: FleetFacts): GridCell[] {
  const cells = new Map<string, GridCell>();
  const cell = (accountId: string, region: string, accountName: string) => {
    const key = `${accountId}/${region}`;
    const present = cells.get(key) ?? {
      accountId,
      accountName: undefined,
      region,
      clusters: 0,
      extended: 0,
      unsupported: 0,
      failed: 0,
    };
    present.accountName ??= known(accountName);
    cells.set(key, present);
    return present;
  };
  for (const group of groups) {
    const { state } = calendar.support(group.partition, group.version, now);
    const at = cell(group.accountId, group.region, group.accountName);
    at.clusters += group.clusters;
    at.extended += state === 'extended' ? group.clusters : 0;
    at.unsupported += state === 'unsupported' ? group.clusters : 0;
    at.failed += group.status === 'FAILED' ? group.clusters : 0;
  }
  for (const target of targets ?? []) {
    if (target.kind !== 'organization') {
      const { accountId, region, accountName = '' } = target;
      cell(accountId, region, accountName).targetState = target.state;
    }
  }
  return [...cells.values()].sort(
    (a, b) =>
      compareText(a.accountId, b.accountId) || compareText(a.region, b.region),
  );
}

function compareText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

function countBy<T>(
  items: T[],
  keyOf: (item: T) => string,
  weightOf: (item: T) => number = () => 1,
): Record<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) {
    const key = keyOf(item);
    counts.set(key, (counts.get(key) ?? 0) + weightOf(item));
  }
  return Object.fromEntries(counts);
}
