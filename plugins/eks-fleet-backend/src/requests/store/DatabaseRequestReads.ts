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
  RequestKind,
  RequestOperation,
  RequestState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { REQUEST_OVER } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Knex } from 'knex';
import { chunks } from '../../database/chunks';
import type { EksFleetRequestResource } from '../../permissions/requestResource';
import type { Reservation } from '../preflight';
import type { RequestEventRecord, RequestRecord } from '../types';
import { ORDER_COLUMNS, whereRequestSelected } from './requestSql';
import {
  DURATIONS,
  EVENTS,
  fromEventRow,
  REQUESTS,
  RESERVATIONS,
  toRecord,
  toReservation,
  type EventRow,
  type RequestRow,
  type ReservationRow,
} from './rows';
import type {
  RequestPlaceInList,
  RequestSelection,
  StateDuration,
} from './types';

const MOST_MEASURED = 50;

/** What is asked of requests, on PostgreSQL or SQLite. */
export class DatabaseRequestReads {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async get(id: string): Promise<RequestRecord | undefined> {
    const row = await this.#knex<RequestRow>(REQUESTS).where({ id }).first();
    return row && toRecord(row);
  }

  async bySubmission(key: string): Promise<RequestRecord | undefined> {
    const row = await this.#knex<RequestRow>(REQUESTS)
      .where('submission_key', key)
      .first();
    return row && toRecord(row);
  }

  async activeOf(thingKey: string): Promise<RequestRecord | undefined> {
    const row = await this.#knex<RequestRow>(REQUESTS)
      .where('active_key', thingKey)
      .first();
    return row && toRecord(row);
  }

  async events(id: string): Promise<RequestEventRecord[]> {
    const rows: EventRow[] = await this.#knex<EventRow & { id: number }>(EVENTS)
      .where('request_id', id)
      .orderBy('id');
    return rows.map(fromEventRow);
  }

  async list(
    selection: RequestSelection,
    { limit, offset, order }: RequestPlaceInList,
  ): Promise<RequestRecord[]> {
    const query = this.#knex<RequestRow>(REQUESTS)
      .select(`${REQUESTS}.*`)
      .orderBy([
        { column: ORDER_COLUMNS[order.field], order: order.direction },
        { column: 'id', order: order.direction },
      ])
      .limit(limit)
      .offset(offset);
    whereRequestSelected(query, selection);
    return (await query).map(toRecord);
  }

  async count(selection: RequestSelection): Promise<number> {
    const query = this.#knex(REQUESTS).count({ count: '*' });
    whereRequestSelected(query, selection);
    const [{ count }] = await query;
    return Number(count);
  }

  async resources(
    ids: string[],
  ): Promise<Map<string, EksFleetRequestResource>> {
    const found = new Map<string, EksFleetRequestResource>();
    for (const part of chunks(ids, 400)) {
      const rows: RequestRow[] = await this.#knex<RequestRow>(REQUESTS).whereIn(
        'id',
        part,
      );
      for (const { environment, id, owner, requested_by } of rows) {
        found.set(id, { owner, environment, requestedBy: requested_by });
      }
    }
    return found;
  }

  async reservations(): Promise<Reservation[]> {
    const rows: ReservationRow[] = await this.#knex<ReservationRow>(
      RESERVATIONS,
    ).where('claim', 'quota');
    return rows.map(toReservation);
  }

  /** Those that are to be proposed go in the order in which they were asked for. */
  async queuePosition(id: string): Promise<number | undefined> {
    const row = await this.#knex<RequestRow>(REQUESTS).where({ id }).first();
    if (row?.state !== 'proposed' || row.waiting !== 'gitHost') {
      return undefined;
    }
    const [{ count }] = await this.#knex(REQUESTS)
      .where({ state: 'proposed', waiting: 'gitHost' })
      .where(before =>
        before
          .where('requested_at', '<', row.requested_at)
          .orWhere(same =>
            same
              .where('requested_at', row.requested_at)
              .where('id', '<=', row.id),
          ),
      )
      .count({ count: '*' });
    return Number(count);
  }

  async changedSince(since: Date): Promise<string[]> {
    return this.#knex(REQUESTS)
      .where('updated_at', '>=', since.toISOString())
      .orderBy('updated_at')
      .pluck('id');
  }

  async counts(): Promise<
    Array<{
      kind: RequestKind;
      state: RequestState;
      waiting: string;
      count: number;
    }>
  > {
    const rows: Array<Record<string, string>> = await this.#knex(REQUESTS)
      .whereNotIn('state', [...REQUEST_OVER])
      .groupBy('kind', 'state', 'waiting')
      .select('kind', 'state', 'waiting')
      .count({ count: '*' });
    return rows.map(({ count, kind, state, waiting }) => ({
      kind: kind as RequestKind,
      state: state as RequestState,
      waiting,
      count: Number(count),
    }));
  }

  async durations(
    kind: RequestKind,
    operation: RequestOperation,
  ): Promise<StateDuration[]> {
    const rows: Array<{ state: RequestState; seconds: number }> =
      await this.#knex(DURATIONS)
        .where({ kind, operation })
        .orderBy('at', 'desc')
        .select('state', 'seconds')
        .limit(MOST_MEASURED * 8);
    const byState = new Map<RequestState, number[]>();
    for (const { seconds, state } of rows) {
      const list = byState.get(state) ?? [];
      if (list.length < MOST_MEASURED) {
        byState.set(state, [...list, seconds]);
      }
    }
    return [...byState].map(([state, list]) => ({
      state,
      seconds: median(list),
      requests: list.length,
    }));
  }
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}
