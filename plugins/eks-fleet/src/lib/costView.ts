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

import { DateTime } from 'luxon';
import type {
  ClusterQuery,
  CostGroup,
  CostMonth,
  CostReport,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { appendFilter, parseFilter, type ClusterView } from './clusterView';

type GroupBy = CostReport['groupBy'];

/** What the Costs page shows. All of it lives in the URL. */
export interface CostView {
  groupBy: GroupBy;
  filter: ClusterView['filter'];
  text: string;
  /** The value of the group whose months are drawn; all where left out. */
  group?: string;
}

export const COST_GROUPS: GroupBy[] = ['owner', 'account', 'environment'];

/** Reads a view from the URL; what is unknown there is left out. */
export function parseCostView(params: URLSearchParams): CostView {
  const asked = params.get('groupBy');
  return {
    groupBy: COST_GROUPS.find(groupBy => groupBy === asked) ?? 'owner',
    filter: parseFilter(params),
    text: params.get('q') ?? '',
    group: params.get('group') ?? undefined,
  };
}

/** Writes a view into a URL; defaults are left out. */
export function formatCostView(view: Partial<CostView>): URLSearchParams {
  const params = new URLSearchParams();
  if (view.groupBy && view.groupBy !== 'owner') {
    params.set('groupBy', view.groupBy);
  }
  appendFilter(params, view.filter ?? {});
  if (view.text) {
    params.set('q', view.text);
  }
  if (view.group !== undefined) {
    params.set('group', view.group);
  }
  return params;
}

/** What a view asks of the backend. */
export function toCostQuery(
  view: CostView,
): Omit<ClusterQuery, 'orderField'> & { groupBy: GroupBy } {
  return {
    groupBy: view.groupBy,
    filter: view.filter,
    fullTextFilterTerm: view.text.trim() || undefined,
  };
}

/** What extended support adds over all months that are told. */
export function extendedUsd(months: CostMonth[]): number {
  return months.reduce((sum, month) => sum + month.extendedSupportUsd, 0);
}

/** The groups that pay most for extended support first, then for all. */
export function sortCostGroups(groups: CostGroup[]): CostGroup[] {
  return [...groups].sort(
    (a, b) =>
      extendedUsd(b.months) - extendedUsd(a.months) ||
      b.controlPlaneUsdPerMonth - a.controlPlaneUsdPerMonth ||
      a.value.localeCompare(b.value),
  );
}

/**
 * How much of an estimate of compute is known: all, a part, or nothing.
 * Nothing known is never told as zero.
 */
export function computeKnown(
  group: Pick<
    CostGroup,
    'computeUsdPerMonth' | 'unpricedNodes' | 'unobservedClusters'
  >,
): 'all' | 'part' | 'nothing' {
  if (group.unpricedNodes === 0 && group.unobservedClusters === 0) {
    return 'all';
  }
  return group.computeUsdPerMonth > 0 ? 'part' : 'nothing';
}

/** `Dec 2026` of `2026-12`. */
export function formatMonth(month: string): string {
  const time = DateTime.fromISO(month);
  return time.isValid ? time.toFormat('LLL yyyy') : month;
}
