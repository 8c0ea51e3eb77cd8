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
import type { ExceptionReason } from '../waitingOf';
import { waitingOf } from '../waitingOf';
import { toRecord, type RequestRow } from './rows';

/** Requests that wait for one reason. */
export interface WaitingExceptions {
  reason: ExceptionReason;
  count: number;
  /** Since when the oldest does. ISO 8601. */
  since: string;
}

/** What is asked of the store to tell how requests stand. */
export interface ExceptionStates {
  states(): Promise<Array<{ state: string; count: number }>>;
  waiting(): Promise<WaitingExceptions[]>;
}

/** {@link ExceptionStates} on PostgreSQL or SQLite. */
export class DatabaseWaitingExceptions implements ExceptionStates {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async states(): Promise<Array<{ state: string; count: number }>> {
    const rows: Array<{ state: string; count: number | string }> =
      await this.#knex('exception_requests')
        .groupBy('state')
        .orderBy('state')
        .select('state')
        .count({ count: '*' });
    return rows.map(row => ({ state: row.state, count: Number(row.count) }));
  }

  async waiting(): Promise<WaitingExceptions[]> {
    const rows: RequestRow[] = await this.#knex('exception_requests').whereNot(
      'next_at',
      '',
    );
    const byReason = new Map<ExceptionReason, WaitingExceptions>();
    for (const row of rows) {
      const waiting = waitingOf(toRecord(row, []));
      if (waiting) {
        const { reason, since } = waiting;
        const known = byReason.get(reason) ?? { reason, count: 0, since };
        byReason.set(reason, {
          reason,
          count: known.count + 1,
          since: known.since < since ? known.since : since,
        });
      }
    }
    return [...byReason.values()].sort((a, b) =>
      a.reason < b.reason ? -1 : 1,
    );
  }
}
