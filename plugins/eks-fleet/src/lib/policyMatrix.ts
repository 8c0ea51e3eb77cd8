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
  Policy,
  PolicyCell,
  PolicyEngine,
  PolicyMatrix,
  PolicyMatrixColumn,
  PolicyRef,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Translate } from '../translation';
import { brokenCount } from './policyCell';
import type { ColumnOnly, PolicyOnly, PolicyView } from './policyView';

/** What goes by one name, with its cells in the order of the columns that are shown. */
export interface MatrixRow {
  /** The worst of them, with the counts of all. */
  policy: Policy;
  policies: PolicyRef[];
  cells: PolicyCell[];
}

/** What is shown of a matrix. */
export interface ShownMatrix {
  by: PolicyMatrix['by'];
  columns: PolicyMatrixColumn[];
  rows: MatrixRow[];
}

/**
 * Leaves of a matrix what the view asks for; columns and rows of one group
 * stand together, however they came.
 */
export function showMatrix(
  matrix: PolicyMatrix,
  view: Pick<PolicyView, 'only' | 'clusters'>,
): ShownMatrix {
  const { by, columns, rows } = matrix;
  const { only, clusters } = view;
  const places = together(
    columns.map((_, index) => index),
    index => columns[index].group ?? '',
  ).filter(index => !clusters || isColumn(columns[index], clusters));
  const untouched = places.every((place, index) => place === index);
  const all = untouched && places.length === columns.length;
  return {
    by,
    columns: all ? columns : places.map(place => columns[place]),
    rows: together(rows, ({ policy }) => policy.category ?? '')
      .map(({ policy, policies, cells }) => ({
        policy,
        policies,
        cells: all ? cells : places.map(place => cells[place]),
      }))
      .filter(({ cells }) => !only || cells.some(cell => isCell(cell, only))),
  };
}

/** Whether a column is what is asked for; of what was never read nothing is said. */
export function isColumn(
  column: PolicyMatrixColumn,
  only: ColumnOnly,
): boolean {
  switch (only) {
    case 'noEngine':
      return !column.unknown && column.engines?.length === 0;
    case 'stale':
      return Boolean(column.stale);
    default:
      return Boolean(column.unknown);
  }
}

function isCell(cell: PolicyCell, only: PolicyOnly): boolean {
  switch (only) {
    case 'failing':
      return brokenCount(cell) > 0;
    case 'safe':
      return Boolean(cell.safeToEnforce);
    case 'drift':
      return cell.drift !== undefined;
    default:
      return cell.ready === false;
  }
}

/** Things of one group beside each other, groups in the order of their first. */
function together<T>(items: T[], groupOf: (item: T) => string): T[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groupOf(item);
    const members = groups.get(group);
    if (members) {
      members.push(item);
    } else {
      groups.set(group, [item]);
    }
  }
  return [...groups.values()].flat();
}

/** A column by its name, what it is part of, and what is wrong with it. */
export function columnWords(t: Translate, column: PolicyMatrixColumn): string {
  return [
    column.title || t('clusters.none'),
    column.group,
    column.entityRef
      ? undefined
      : t('policies.columnClusters', { count: column.clusters }),
    column.unknown && t('policies.columnUnknown'),
    column.stale && t('policies.columnStale'),
    isColumn(column, 'noEngine') && t('policies.columnNoEngine'),
  ]
    .filter(Boolean)
    .join(', ');
}

/** Where the page of a row leads: one policy, or the choice between those of its name. */
export function rowPolicy({
  policy,
  policies,
}: Pick<MatrixRow, 'policy' | 'policies'>): { name: string; id?: string } {
  return policies.length > 1
    ? { name: policy.name }
    : { name: policy.name, id: policy.id };
}

/** The engines of a row's policies, each once. */
export function rowEngines({
  policies,
}: Pick<MatrixRow, 'policies'>): PolicyEngine[] {
  return [...new Set(policies.map(({ engine }) => engine))];
}
