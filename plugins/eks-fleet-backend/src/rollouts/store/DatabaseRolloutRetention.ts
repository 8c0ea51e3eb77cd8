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
import { locked } from './claimLeases';

/** Tables that have rows of a rollout, besides its own. */
const PARTS = [
  'rollout_forecasts',
  'rollout_log',
  'rollout_decisions',
  'rollout_gates',
  'rollout_clusters',
  'rollout_cells',
  'rollout_waves',
  'rollout_environments',
  'rollout_owners',
];
/** Twice as many as forecasts look at. */
const DURATIONS_KEPT = 2000;
/** So that no statement holds others up. */
const LOG_AT_ONCE = 5000;

/** What was forgotten. */
export interface Forgotten {
  rollouts: number;
  logEntries: number;
  durations: number;
}

/**
 * Forgets rollouts that have been over for long, on PostgreSQL or SQLite. What
 * is under way is never touched, whatever its age; nor is a rollout of which a
 * cell is or was lately taken back, or that another one which is not over
 * finishes. Durations outlive the rollouts that they were measured in.
 */
export class DatabaseRolloutRetention {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * @param before - of when rollouts must have ended, and of when the log's
   *   entries of rollouts that are over must be, to be forgotten
   */
  async prune(before: { rollouts: Date; log: Date }): Promise<Forgotten> {
    const ids = await this.#over(before.rollouts);
    let rollouts = 0;
    for (const id of ids) {
      rollouts += (await this.#forget(id, before.rollouts)) ? 1 : 0;
    }
    return {
      rollouts,
      logEntries: await this.#pruneLog(before.log),
      durations: await this.#pruneDurations(),
    };
  }

  async #over(before: Date): Promise<string[]> {
    const rows: Array<{ id: string }> = await this.#whereOver(
      this.#knex('rollouts'),
      before,
    ).select('rollouts.id');
    return rows.map(({ id }) => id);
  }

  #whereOver(query: Knex.QueryBuilder, before: Date): Knex.QueryBuilder {
    const at = before.toISOString();
    const knex = this.#knex;
    return query
      .whereIn('rollouts.lifecycle', ['done', 'cancelled'])
      .where('rollouts.next_at', '')
      .where('rollouts.ended_at', '>', '')
      .where('rollouts.ended_at', '<', at)
      .whereNotExists(
        knex('rollout_cells')
          .select('id')
          .whereRaw('rollout_cells.rollout_id = rollouts.id')
          .where(cell =>
            cell.whereNot('next_at', '').orWhere('ended_at', '>=', at),
          ),
      )
      .whereNotExists(
        knex({ later: 'rollouts' })
          .select('later.id')
          .whereRaw('later.stragglers_of = rollouts.id')
          .whereNotIn('later.lifecycle', ['done', 'cancelled']),
      );
  }

  /** Looks again with the row in hand: somebody may have taken a cell back. */
  async #forget(id: string, before: Date): Promise<boolean> {
    return this.#knex.transaction(async transaction => {
      await locked(transaction, transaction('rollouts').where({ id }));
      const [row] = await this.#whereOver(
        transaction('rollouts').where({ 'rollouts.id': id }),
        before,
      ).select('rollouts.id');
      if (!row) {
        return false;
      }
      for (const table of PARTS) {
        await transaction(table).where('rollout_id', id).delete();
      }
      await transaction('rollouts').where({ id }).delete();
      return true;
    });
  }

  async #pruneLog(before: Date): Promise<number> {
    let all = 0;
    for (;;) {
      const deleted = await this.#knex('rollout_log')
        .whereIn(
          'id',
          this.#knex('rollout_log')
            .join('rollouts', 'rollouts.id', 'rollout_log.rollout_id')
            .whereIn('rollouts.lifecycle', ['done', 'cancelled'])
            .where('rollout_log.at', '<', before.toISOString())
            .orderBy('rollout_log.id')
            .limit(LOG_AT_ONCE)
            .select('rollout_log.id'),
        )
        .delete();
      all += deleted;
      if (deleted < LOG_AT_ONCE) {
        return all;
      }
    }
  }

  async #pruneDurations(): Promise<number> {
    const executors: string[] = await this.#knex('rollout_durations')
      .distinct('executor')
      .pluck('executor');
    let all = 0;
    for (const executor of executors) {
      const oldest: { id: number } | undefined = await this.#knex(
        'rollout_durations',
      )
        .where({ executor })
        .orderBy('id', 'desc')
        .offset(DURATIONS_KEPT - 1)
        .first('id');
      if (oldest) {
        all += await this.#knex('rollout_durations')
          .where({ executor })
          .where('id', '<', oldest.id)
          .delete();
      }
    }
    return all;
  }
}
