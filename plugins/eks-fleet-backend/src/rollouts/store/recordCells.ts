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
import { chunks } from '../../database/chunks';
import { insertLog, refreshCounts } from './applyChanges';
import { locked } from './claimLeases';
import {
  toCellClusterRow,
  toCellRow,
  type CellRow,
  type RolloutRow,
} from './rows';
import type { CellOutcome } from './types';

/** Keeps what became of cells, of each only while its claim holds. */
export async function recordCells(
  knex: Knex,
  outcomes: CellOutcome[],
  now: Date,
): Promise<Set<string>> {
  const recorded = new Set<string>();
  const quiet = outcomes.filter(isQuiet);
  for (const part of chunks(quiet, 300)) {
    for (const id of await releaseQuiet(knex, part)) {
      recorded.add(id);
    }
  }
  const byRollout = new Map<string, CellOutcome[]>();
  for (const outcome of outcomes) {
    if (!isQuiet(outcome)) {
      const list = byRollout.get(outcome.rolloutId) ?? [];
      list.push(outcome);
      byRollout.set(outcome.rolloutId, list);
    }
  }
  for (const [rolloutId, list] of byRollout) {
    for (const id of await recordOfRollout(knex, rolloutId, list, now)) {
      recorded.add(id);
    }
  }
  return recorded;
}

function isQuiet({ cell, durations, log }: CellOutcome): boolean {
  return !cell && !log?.length && !durations?.length;
}

/** A cell that was made due meanwhile is due: what it was told came too late for this look. */
function released(
  knex: Knex,
  nextAt: string,
): Pick<CellRow, 'next_at' | 'lease_until'> {
  const wasWoken = 'next_at < lease_until and next_at < ?';
  const due = knex.raw(`case when ${wasWoken} then next_at else ? end`, [
    nextAt,
    nextAt,
  ]) as unknown as string;
  return { next_at: nextAt === '' ? '' : due, lease_until: '' };
}

/** Nothing is other than before: no row of the rollout needs to be locked. */
async function releaseQuiet(
  knex: Knex,
  outcomes: CellOutcome[],
): Promise<string[]> {
  const byUpdate = new Map<string, CellOutcome[]>();
  for (const outcome of outcomes) {
    const { lease, lookedAt = '', nextAt } = outcome;
    const key = JSON.stringify([lease.owner, lookedAt, nextAt]);
    byUpdate.set(key, [...(byUpdate.get(key) ?? []), outcome]);
  }
  const recorded: string[] = [];
  for (const list of byUpdate.values()) {
    const [{ lease, lookedAt, nextAt }] = list;
    const rows: Array<{ id: string }> = await knex<CellRow>('rollout_cells')
      .where('lease_owner', lease.owner)
      .whereIn(
        ['id', 'lease'],
        list.map(item => [item.lease.id, item.lease.number]),
      )
      .update({
        ...(lookedAt !== undefined && { looked_at: lookedAt }),
        ...(nextAt !== undefined && released(knex, nextAt)),
      })
      .returning('id');
    recorded.push(...rows.map(({ id }) => id));
  }
  return recorded;
}

async function recordOfRollout(
  knex: Knex,
  rolloutId: string,
  outcomes: CellOutcome[],
  now: Date,
): Promise<string[]> {
  return knex.transaction(async transaction => {
    // The rollout first, as everybody does who needs both.
    const [rollout]: RolloutRow[] = await locked(
      transaction,
      transaction('rollouts').where('id', rolloutId),
    );
    const before = new Map<string, CellRow>();
    for (const part of chunks(outcomes, 300)) {
      const rows: CellRow[] = await locked(
        transaction,
        transaction('rollout_cells')
          .whereIn(
            ['id', 'lease'],
            part.map(({ lease }) => [lease.id, lease.number]),
          )
          .where('lease_owner', part[0].lease.owner),
      );
      rows.forEach(row => before.set(row.id, row));
    }
    const mine = outcomes.filter(({ lease }) => before.has(lease.id));
    if (mine.length === 0) {
      return [];
    }
    const changes = rollout.changes + 1;
    const waves = new Set<number>();
    for (const outcome of mine) {
      const { cell, lookedAt, nextAt } = outcome;
      const row = before.get(outcome.lease.id)!;
      await transaction<CellRow>('rollout_cells')
        .where('id', row.id)
        .update({
          ...(cell && { ...toCellRow(cell), changed: changes }),
          ...(lookedAt !== undefined && { looked_at: lookedAt }),
          ...(nextAt !== undefined && released(transaction, nextAt)),
        });
      for (const record of cell?.clusters ?? []) {
        await transaction('rollout_clusters')
          .where({ cell_id: row.id, arn: record.cluster.arn })
          .update(toCellClusterRow(cell!, record));
      }
      if (cell && (cell.state !== row.state || cell.stage !== row.stage)) {
        waves.add(row.wave);
      }
    }
    await refreshCounts(transaction, rolloutId, [...waves]);
    await transaction<RolloutRow>('rollouts')
      .where('id', rolloutId)
      .update({
        changes,
        ...(waves.size > 0 &&
          rollout.next_at !== '' && { next_at: now.toISOString() }),
      });
    await insertLog(
      transaction,
      rolloutId,
      mine.flatMap(({ log = [] }) => log),
    );
    const durations = mine.flatMap(item => item.durations ?? []);
    if (durations.length > 0) {
      await transaction.batchInsert(
        'rollout_durations',
        durations.map(({ executor = '', kind, nodes = 0, seconds }) => ({
          executor,
          kind,
          seconds,
          nodes,
          ended_at: now.toISOString(),
        })),
        50,
      );
    }
    return mine.map(({ lease }) => lease.id);
  });
}
