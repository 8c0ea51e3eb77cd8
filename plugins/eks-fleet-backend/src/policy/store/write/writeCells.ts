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

import type { Knex } from 'knex';
import { chunks } from '../../../database/chunks';
import { dayOf } from '../codes';
import type { CellRow, CountRow, Counts, TrendRow } from '../rows';
import type { Movement } from './FeedFindings';

const ROWS_PER_STATEMENT = 500;
const RESULT_COLUMNS = ['fail', 'warn', 'error', 'exempt'] as const;

/** Writes which policies stand otherwise than they did, and drops those that are gone. */
export async function writeCells(
  transaction: Knex,
  feedId: number,
  cells: CellRow[],
  before: CellRow[],
): Promise<void> {
  const stored = new Map(before.map(cell => [cell.policy_id, cell]));
  const changed = cells.filter(
    cell => !isSame(cell, stored.get(cell.policy_id)),
  );
  cells.forEach(cell => stored.delete(cell.policy_id));
  for (const part of chunks([...stored.keys()], ROWS_PER_STATEMENT)) {
    await transaction('policy_cells')
      .where('feed_id', feedId)
      .whereIn('policy_id', part)
      .delete();
  }
  for (const part of chunks(changed, ROWS_PER_STATEMENT)) {
    await transaction('policy_cells')
      .insert(part)
      .onConflict(['feed_id', 'policy_id'])
      .merge();
  }
}

/** Writes how many findings there are by severity. */
export async function writeCounts(
  transaction: Knex,
  feedId: number,
  counts: CountRow[],
): Promise<void> {
  const stored = new Map(
    (await transaction<CountRow>('policy_counts').where('feed_id', feedId)).map(
      row => [`${row.policy_id}.${row.severity}`, row],
    ),
  );
  const changed = counts.filter(
    row => !isSame(row, stored.get(`${row.policy_id}.${row.severity}`)),
  );
  counts.forEach(row => stored.delete(`${row.policy_id}.${row.severity}`));
  for (const part of chunks([...stored.values()], ROWS_PER_STATEMENT)) {
    await transaction('policy_counts')
      .where('feed_id', feedId)
      .whereIn(
        ['policy_id', 'severity'],
        part.map(row => [row.policy_id, row.severity]),
      )
      .delete();
  }
  for (const part of chunks(changed, ROWS_PER_STATEMENT)) {
    await transaction('policy_counts')
      .insert(part)
      .onConflict(['feed_id', 'policy_id', 'severity'])
      .merge();
  }
}

/** Adds to the day what has changed of each policy, and of all together. */
export async function writeTrend(
  transaction: Knex,
  clusterId: number,
  change: {
    before: CellRow[];
    after: CellRow[];
    movements: ReadonlyMap<number, Movement>;
    at: Date;
  },
): Promise<void> {
  const day = dayOf(change.at);
  const rows = new Map<number, TrendRow>();
  const rowOf = (policyId: number): TrendRow => {
    const row = rows.get(policyId) ?? {
      cluster_id: clusterId,
      policy_id: policyId,
      day,
      fail: 0,
      warn: 0,
      error: 0,
      exempt: 0,
      added: 0,
      resolved: 0,
    };
    rows.set(policyId, row);
    return row;
  };
  const add = (policyId: number, counts: Counts, sign: 1 | -1): void => {
    for (const row of [rowOf(policyId), rowOf(0)]) {
      for (const column of RESULT_COLUMNS) {
        row[column] += sign * counts[column];
      }
    }
  };
  change.before.forEach(cell => add(cell.policy_id, cell, -1));
  change.after.forEach(cell => add(cell.policy_id, cell, 1));
  for (const [policyId, { added, resolved }] of change.movements) {
    for (const row of [rowOf(policyId), rowOf(0)]) {
      row.added += added;
      row.resolved += resolved;
    }
  }
  const moved = [...rows.values()].filter(row =>
    [...RESULT_COLUMNS, 'added' as const, 'resolved' as const].some(
      column => row[column] !== 0,
    ),
  );
  // Two feeds of one cluster that add to the same rows do so in one order.
  moved.sort((a, b) => a.policy_id - b.policy_id);
  for (const part of chunks(moved, ROWS_PER_STATEMENT)) {
    await addTrend(transaction, part);
  }
}

/** Adds to what is there of the same days. */
export async function addTrend(
  transaction: Knex,
  rows: TrendRow[],
): Promise<void> {
  await transaction<TrendRow>('policy_trend')
    .insert(rows)
    .onConflict(['policy_id', 'cluster_id', 'day'])
    .merge(
      Object.fromEntries(
        [...RESULT_COLUMNS, 'added', 'resolved'].map(column => [
          column,
          transaction.raw(`policy_trend.${column} + excluded.${column}`),
        ]),
      ) as never,
    );
}

function isSame<T extends object>(row: T, stored: T | undefined): boolean {
  return (
    stored !== undefined &&
    Object.entries(row).every(
      ([column, value]) => stored[column as keyof T] === value,
    )
  );
}
