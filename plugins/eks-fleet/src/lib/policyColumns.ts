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

import type { Policy } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { CsvColumn } from './csv';
import type { GridColumn, GridSort } from './gridColumns';
import { brokenCount } from './policyCell';
import { rowEngines, type ShownMatrix } from './policyMatrix';
import { policyName, policyTitle } from './policyText';
import { POLICY_SEVERITIES } from './policyView';
import { toCsv } from './csv';

export type PolicyColumnId =
  | 'policy'
  | 'severity'
  | 'engine'
  | 'category'
  | 'findings'
  | 'failing'
  | 'enforce'
  | 'warn'
  | 'audit'
  | 'notReady'
  | 'newThisWeek'
  | 'resolvedThisWeek';

const count = (id: PolicyColumnId, dropRank: number) =>
  ({
    id,
    orderField: id,
    minWidth: 92,
    grow: 0,
    dropRank,
    align: 'end',
  } as const);

/** The columns of policies as a table, in its order. */
export const policyColumns: GridColumn<PolicyColumnId>[] = [
  { id: 'policy', orderField: 'policy', minWidth: 200, grow: 3, dropRank: 0 },
  {
    id: 'severity',
    orderField: 'severity',
    minWidth: 112,
    grow: 0,
    dropRank: 1,
  },
  { id: 'engine', orderField: 'engine', minWidth: 110, grow: 1, dropRank: 4 },
  {
    id: 'category',
    orderField: 'category',
    minWidth: 120,
    grow: 1,
    dropRank: 5,
  },
  count('findings', 0),
  count('failing', 2),
  count('enforce', 3),
  count('warn', 9),
  count('audit', 6),
  count('notReady', 10),
  count('newThisWeek', 7),
  count('resolvedThisWeek', 8),
];

/** What a column says of a policy: what it is ordered by, and shows where it is a number. */
export function policyValue(
  policy: Policy,
  column: PolicyColumnId,
): string | number {
  switch (column) {
    case 'policy':
      return policyTitle(policy);
    case 'severity':
      return (
        POLICY_SEVERITIES.length - POLICY_SEVERITIES.indexOf(policy.severity)
      );
    case 'engine':
      return policy.engine;
    case 'category':
      return policy.category ?? '';
    case 'findings':
      return brokenCount(policy.counts);
    case 'newThisWeek':
    case 'resolvedThisWeek':
      return policy[column];
    default:
      return policy.clusters[column];
  }
}

/** Policies by what a column says; what is the same stays as it came. */
export function sortPolicies<T extends { policy: Policy }>(
  rows: T[],
  sort: GridSort | undefined,
): T[] {
  const column = policyColumns.find(({ id }) => id === sort?.field)?.id;
  if (!column || !sort) {
    return rows;
  }
  const sign = sort.direction === 'desc' ? -1 : 1;
  return [...rows].sort((a, b) => {
    const left = policyValue(a.policy, column);
    const right = policyValue(b.policy, column);
    return (
      sign *
      (typeof left === 'number' && typeof right === 'number'
        ? left - right
        : String(left).localeCompare(String(right)))
    );
  });
}

/** A line for each cell of what is shown. */
export function matrixCsv(matrix: ShownMatrix): string {
  const lines = matrix.rows.flatMap(({ policy, policies, cells }) =>
    cells.map((cell, index) => ({
      policy,
      policies,
      cell,
      column: matrix.columns[index],
    })),
  );
  const columns: CsvColumn<(typeof lines)[number]>[] = [
    ['policy', ({ policy }) => policyName(policy)],
    ['title', ({ policy }) => policy.title],
    ['engine', row => rowEngines(row).join(' ')],
    ['kind', ({ policy }) => policy.kind],
    ['category', ({ policy }) => policy.category],
    ['severity', ({ policy }) => policy.severity],
    [matrix.by, ({ column }) => column.title],
    [`${matrix.by}Key`, ({ column }) => column.key],
    ['group', ({ column }) => column.group],
    ['state', ({ cell }) => cell.state],
    ['mode', ({ cell }) => cell.mode],
    ['version', ({ cell }) => cell.version],
    ['ready', ({ cell }) => cell.ready?.toString()],
    ['drift', ({ cell }) => cell.drift],
    ['fail', ({ cell }) => cell.fail],
    ['warn', ({ cell }) => cell.warn],
    ['error', ({ cell }) => cell.error],
    ['exempt', ({ cell }) => cell.exempt],
    ['pass', ({ cell }) => cell.pass],
    ['passes', ({ cell }) => cell.passes],
    ['atLeast', ({ cell }) => cell.atLeast?.toString()],
    ['worst', ({ cell }) => cell.severity],
    ['observedAt', ({ cell }) => cell.observedAt],
    ['stale', ({ cell }) => cell.stale?.toString()],
  ];
  return toCsv(columns, lines);
}
