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
import {
  NO_CELLS,
  type CellCounts,
  type CellMove,
  type NewLogEntry,
  type RolloutChanges,
} from '../records';
import {
  sortKey,
  toJson,
  toLogRow,
  type CellRow,
  type RolloutRow,
} from './rows';

/** Writes what is to become of a rollout, within a transaction that holds its row. */
export async function applyChanges(
  transaction: Knex.Transaction,
  row: RolloutRow,
  changes: RolloutChanges,
  at: string,
): Promise<void> {
  const {
    cells = [],
    gates = [],
    log = [],
    rollout = {},
    waves = [],
  } = changes;
  const lifecycle = rollout.lifecycle ?? row.lifecycle;
  const moved = cells.length > 0;
  await transaction<RolloutRow>('rollouts')
    .where('id', row.id)
    .update({
      lifecycle,
      sort_key: sortKey(lifecycle, row.created_at, row.id),
      ...('waiting' in rollout && { waiting: toJson(rollout.waiting) }),
      ...(rollout.control && { control: toJson(rollout.control) }),
      ...(rollout.planHash !== undefined && { plan_hash: rollout.planHash }),
      ...(rollout.unassigned && { unassigned: toJson(rollout.unassigned) }),
      ...(rollout.startedBy !== undefined && { started_by: rollout.startedBy }),
      ...(rollout.startedAt !== undefined && { started_at: rollout.startedAt }),
      ...(rollout.sweptAt !== undefined && { swept_at: rollout.sweptAt }),
      ...('endedAt' in rollout && { ended_at: rollout.endedAt ?? '' }),
      ...(changes.revises && { revision: row.revision + 1 }),
      ...(moved && { changes: row.changes + 1 }),
      ...(changes.nextAt !== undefined && { next_at: changes.nextAt }),
    });
  for (const { index, set } of waves) {
    const update = {
      ...(set.lifecycle && { lifecycle: set.lifecycle }),
      ...(set.state && { state: toJson(set.state) }),
      ...('waiting' in set && { waiting: toJson(set.waiting) }),
      ...(set.startedAt !== undefined && { started_at: set.startedAt }),
      ...(set.endedAt !== undefined && { ended_at: set.endedAt }),
    };
    if (Object.keys(update).length > 0) {
      await transaction('rollout_waves')
        .where({ rollout_id: row.id, wave: index })
        .update(update);
    }
  }
  for (const { id, set } of gates) {
    await transaction('rollout_gates')
      .where({ id, rollout_id: row.id })
      .update({
        ...(set.state && { state: set.state }),
        ...('waiting' in set && { waiting: toJson(set.waiting) }),
        ...('evidence' in set && { evidence: toJson(set.evidence) }),
        ...('since' in set && { since: set.since ?? '' }),
        ...('checkedAt' in set && { checked_at: set.checkedAt ?? '' }),
        ...('openedAt' in set && { opened_at: set.openedAt ?? '' }),
      });
  }
  for (const move of cells) {
    await moveCells(transaction, row, move, at);
  }
  if (moved) {
    await refreshCounts(
      transaction,
      row.id,
      cells.map(({ wave }) => wave),
    );
  }
  await insertLog(transaction, row.id, log);
}

async function moveCells(
  transaction: Knex.Transaction,
  row: RolloutRow,
  { from, stage, to, wave }: CellMove,
  at: string,
): Promise<void> {
  const cells = () => {
    const query = transaction<CellRow>('rollout_cells').where({
      rollout_id: row.id,
      wave,
      state: from,
    });
    return stage ? query.where({ stage }) : query;
  };
  await transaction('rollout_clusters')
    .whereIn('cell_id', cells().select('id'))
    .update({
      in_flight: 0,
      held: to.state === 'queued' && to.stage === 'nodes' ? 1 : 0,
    });
  await cells().update({
    state: to.state,
    ...(to.stage && { stage: to.stage }),
    waiting: '',
    changed: row.changes + 1,
    next_at: '',
    lease: transaction.raw('lease + 1') as unknown as number,
    lease_until: '',
    ...(to.state === 'skipped' && { ended_at: at }),
  });
}

/** Counts the cells of waves anew, after some of them came to another state. */
export async function refreshCounts(
  transaction: Knex.Transaction,
  rolloutId: string,
  waves: number[],
): Promise<void> {
  for (const wave of new Set(waves)) {
    const rows: Array<{
      state: string;
      stage: string;
      count: number | string;
    }> = await transaction('rollout_cells')
      .where({ rollout_id: rolloutId, wave })
      .groupBy('state', 'stage')
      .select('state', 'stage')
      .count({ count: '*' });
    await transaction('rollout_waves')
      .where({ rollout_id: rolloutId, wave })
      .update({ counts: toJson(sumCounts(rows)) });
  }
}

export function sumCounts(
  rows: Array<{ state: string; stage: string; count: number | string }>,
): CellCounts {
  const counts = { ...NO_CELLS };
  for (const { state, stage, count } of rows) {
    const key = (
      state === 'running' && stage === 'parked' ? 'parked' : state
    ) as keyof CellCounts;
    counts[key] += Number(count);
  }
  return counts;
}

export async function insertLog(
  transaction: Knex,
  rolloutId: string,
  log: NewLogEntry[],
): Promise<void> {
  if (log.length > 0) {
    await transaction.batchInsert(
      'rollout_log',
      log.map(entry => toLogRow(rolloutId, entry)),
      50,
    );
  }
}
