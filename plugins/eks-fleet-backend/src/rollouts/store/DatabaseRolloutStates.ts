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
  CellState,
  RolloutLifecycle,
  Waiting,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Knex } from 'knex';
import { fromJson } from './rows';

/** What rollouts are at, in numbers. */
export interface RolloutStates {
  lifecycles(): Promise<Array<{ lifecycle: RolloutLifecycle; count: number }>>;
  /** Of rollouts that have started and are not over. */
  cells(): Promise<Array<{ state: CellState; count: number }>>;
  /** Of what has a next step, by the code that it waits for. */
  waiting(): Promise<
    Array<{ kind: 'rollout' | 'cell'; code: Waiting['code']; count: number }>
  >;
  /** How long the step has been due that has been due the longest. */
  lagSeconds(now: Date): Promise<number>;
  /** Whether everything is halted. */
  stopped(): Promise<boolean>;
}

const TABLES = { rollout: 'rollouts', cell: 'rollout_cells' } as const;

type Counted<T> = T & { count: number | string };

/** {@link RolloutStates} on PostgreSQL or SQLite. */
export class DatabaseRolloutStates implements RolloutStates {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async lifecycles() {
    const rows = (await this.#knex('rollouts')
      .groupBy('lifecycle')
      .orderBy('lifecycle')
      .select('lifecycle')
      .count({ count: '*' })) as Array<
      Counted<{ lifecycle: RolloutLifecycle }>
    >;
    return rows.map(row => ({ ...row, count: Number(row.count) }));
  }

  async cells() {
    const rows = (await this.#knex('rollout_cells')
      .whereIn(
        'rollout_id',
        this.#knex('rollouts')
          .select('id')
          .whereIn('lifecycle', ['running', 'paused', 'stopping']),
      )
      .groupBy('state')
      .orderBy('state')
      .select('state')
      .count({ count: '*' })) as Array<Counted<{ state: CellState }>>;
    return rows.map(row => ({ ...row, count: Number(row.count) }));
  }

  async waiting() {
    const found = [];
    for (const kind of ['rollout', 'cell'] as const) {
      const rows: Array<{ waiting: string }> = await this.#knex(TABLES[kind])
        .whereRaw(`next_at <> ''`)
        .whereNot('waiting', '')
        .select('waiting');
      const counts = new Map<Waiting['code'], number>();
      for (const { waiting } of rows) {
        const code = fromJson<Waiting>(waiting)?.code;
        if (code) {
          counts.set(code, (counts.get(code) ?? 0) + 1);
        }
      }
      found.push(
        ...[...counts].map(([code, count]) => ({ kind, code, count })),
      );
    }
    return found;
  }

  async lagSeconds(now: Date) {
    const at = now.toISOString();
    const dues = await Promise.all(
      Object.values(TABLES).map(async table => {
        const row: { next_at: string } | undefined = await this.#knex(table)
          .whereRaw(`next_at <> ''`)
          .where('next_at', '<=', at)
          // What somebody works on just now is not late.
          .where('lease_until', '<=', at)
          .orderBy('next_at')
          .first('next_at');
        return row ? (now.getTime() - Date.parse(row.next_at)) / 1000 : 0;
      }),
    );
    return Math.max(...dues);
  }

  async stopped() {
    const row: { stopped: number } | undefined = await this.#knex(
      'rollout_engine',
    )
      .where('id', 1)
      .first('stopped');
    return row?.stopped === 1;
  }
}
