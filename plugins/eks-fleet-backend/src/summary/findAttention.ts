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
  type AttentionItem,
  type ControlPlanePrices,
  type Target,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterGroup } from '../inventory/types';
import { cents } from './cents';
import type { SupportCalendar } from '../versions/SupportCalendar';

const FORCED_UPGRADE_DAYS = 30;
const EXTENDED_SOON_DAYS = 60;

/** What a summary is made of. */
export interface FleetFacts {
  groups: ClusterGroup[];
  /** Left out for a reader who may not see targets. */
  targets?: Target[];
  calendar: SupportCalendar;
  prices: ControlPlanePrices;
  now: Date;
}

/** What to do first, by the cost of waiting. */
export function findAttention(facts: FleetFacts): AttentionItem[] {
  const targets = facts.targets ?? [];
  return [
    ...findUnsupported(facts),
    ...findForcedUpgrades(facts),
    ...findFailingTargets(targets),
    ...findHeldRemovals(targets),
    ...findExtendedSoon(facts),
    ...findExtendedCost(facts),
    ...findFailedClusters(facts),
  ];
}

function findUnsupported({ groups, calendar, now }: FleetFacts) {
  return byVersion(groups, ({ partition, version }) => {
    const support = calendar.support(partition, version, now);
    return support.state === 'unsupported'
      ? support.endOfExtendedSupport
      : undefined;
  }).map(({ version, dueAt, count }) => ({
    code: 'unsupported' as const,
    severity: 'critical' as const,
    version,
    since: dueAt,
    count,
  }));
}

/**
 * AWS upgrades a control plane by itself at the end of extended support, or
 * of standard support where the cluster's policy is `STANDARD`.
 */
function findForcedUpgrades({ groups, calendar, now }: FleetFacts) {
  return byVersion(groups, ({ partition, version, supportType }) => {
    const support = calendar.support(partition, version, now);
    const { state, daysLeft = Infinity } = support;
    if (daysLeft >= FORCED_UPGRADE_DAYS) {
      return undefined;
    }
    if (state === 'extended') {
      return support.endOfExtendedSupport;
    }
    return state === 'standard' && supportType === 'STANDARD'
      ? support.endOfStandardSupport
      : undefined;
  }).map(item => ({
    code: 'forcedUpgrade' as const,
    severity: 'critical' as const,
    ...item,
  }));
}

function findExtendedSoon({ groups, calendar, prices, now }: FleetFacts) {
  return byVersion(groups, ({ partition, version, supportType }) => {
    const support = calendar.support(partition, version, now);
    return support.state === 'standard' &&
      supportType !== 'STANDARD' &&
      (support.daysLeft ?? Infinity) < EXTENDED_SOON_DAYS
      ? support.endOfStandardSupport
      : undefined;
  }).map(item => ({
    code: 'extendedSoon' as const,
    severity: 'warning' as const,
    ...item,
    costUsdPerMonth: cents(
      item.count *
        controlPlaneCost('extended', prices).extendedSupportUsdPerMonth,
    ),
  }));
}

function findExtendedCost({ groups, calendar, prices, now }: FleetFacts) {
  let count = 0;
  let costUsdPerMonth = 0;
  for (const { partition, version, clusters } of groups) {
    const { state } = calendar.support(partition, version, now);
    const added = controlPlaneCost(state, prices).extendedSupportUsdPerMonth;
    if (added > 0) {
      count += clusters;
      costUsdPerMonth += clusters * added;
    }
  }
  return count === 0
    ? []
    : [
        {
          code: 'extendedCost' as const,
          severity: 'info' as const,
          count,
          costUsdPerMonth: cents(costUsdPerMonth),
        },
      ];
}

function findFailedClusters({ groups }: FleetFacts): AttentionItem[] {
  const count = groups
    .filter(group => group.status === 'FAILED')
    .reduce((sum, group) => sum + group.clusters, 0);
  return count === 0
    ? []
    : [{ code: 'clusterFailed', severity: 'warning', count }];
}

/** One item for each account and kind of error, not for each Region. */
function findFailingTargets(targets: Target[]): AttentionItem[] {
  const failing = new Map<string, Target[]>();
  for (const target of targets) {
    // What an organization denies is a decision, not a failure.
    if (target.error && target.error.code !== 'notAllowed') {
      const key = `${target.accountId}/${target.error.code}`;
      failing.set(key, [...(failing.get(key) ?? []), target]);
    }
  }
  return [...failing.values()].map(group => {
    const since = group
      .flatMap(target => target.error?.since ?? [])
      .sort()
      .at(0);
    return {
      code: 'targetFailing',
      severity: 'warning',
      count: group.length,
      accountId: group[0].accountId,
      accountName: group[0].accountName,
      regions: group.map(target => target.region),
      error: group[0].error,
      since,
    };
  });
}

function findHeldRemovals(targets: Target[]): AttentionItem[] {
  const held = targets.flatMap(target => target.heldRemovals);
  return held.length === 0
    ? []
    : [
        {
          code: 'heldRemovals',
          severity: 'warning',
          count: held.length,
          since: held.map(item => item.missingSince).sort()[0],
        },
      ];
}

/** Adds up the clusters of each version that have a date; the earliest first. */
function byVersion(
  groups: ClusterGroup[],
  dateOf: (group: ClusterGroup) => string | undefined,
): Array<{ version: string; dueAt: string; count: number }> {
  const items = new Map<
    string,
    { version: string; dueAt: string; count: number }
  >();
  for (const group of groups) {
    const dueAt = dateOf(group);
    if (dueAt !== undefined) {
      const key = `${group.version} ${dueAt}`;
      const count = (items.get(key)?.count ?? 0) + group.clusters;
      items.set(key, { version: group.version, dueAt, count });
    }
  }
  return [...items.values()].sort((a, b) =>
    a.dueAt === b.dueAt
      ? 0
      : Math.sign(Date.parse(a.dueAt) - Date.parse(b.dueAt)),
  );
}
