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

import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { isRequestOver } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Knex } from 'knex';
import { locked } from '../../rollouts/store/claimLeases';
import {
  afterStep,
  claimDue,
  type ClaimOptions,
} from '../../proposals/claimDue';
import type { Reservation } from '../preflight';
import type { RequestEventRecord, RequestRecord } from '../types';
import { DatabaseRequestReads } from './DatabaseRequestReads';
import { takeLocks } from './requestLocks';
import {
  DURATIONS,
  EVENTS,
  REQUESTS,
  RESERVATIONS,
  toChangingRow,
  toEventRow,
  toRecord,
  toReservation,
  toReservationRows,
  toRow,
  type RequestRow,
  type ReservationRow,
} from './rows';
import { followThing } from './things';
import type {
  ClaimLocks,
  NewRequest,
  RequestAct,
  RequestClaim,
  RequestClaims,
  RequestOutcome,
  RequestStore,
} from './types';

/** {@link RequestStore} on PostgreSQL or SQLite. */
export class DatabaseRequestStore
  extends DatabaseRequestReads
  implements RequestStore
{
  readonly #knex: Knex;

  constructor(knex: Knex) {
    super(knex);
    this.#knex = knex;
  }

  async add(
    locks: ClaimLocks,
    submission: string | undefined,
    make: (reservations: Reservation[]) => NewRequest,
  ): Promise<{ record: RequestRecord; isNew: boolean }> {
    try {
      return await this.#knex.transaction(async transaction => {
        await takeLocks(transaction, locks);
        const made =
          submission && (await bySubmission(transaction, submission));
        if (made) {
          return { record: made, isNew: false };
        }
        const { claims, event, record } = make(await readAll(transaction));
        const { id } = record.asked;
        await refuseActive(transaction, record);
        await transaction(REQUESTS).insert(toRow(record, submission));
        await reserve(transaction, id, claims);
        await insertEvents(transaction, id, [event]);
        return { record, isNew: true };
      });
    } catch (error) {
      // Who was a moment earlier, has it.
      const made =
        submission &&
        isDatabaseConflictError(error) &&
        (await bySubmission(this.#knex, submission));
      if (made) {
        return { record: made, isNew: false };
      }
      throw isDatabaseConflictError(error)
        ? new ConflictError('Somebody asked for the same at this moment')
        : error;
    }
  }

  async act(
    id: string,
    decide: (record: RequestRecord, reservations: Reservation[]) => RequestAct,
    now: Date,
    locks?: ClaimLocks,
  ): Promise<RequestRecord> {
    try {
      return await this.#knex.transaction(async transaction => {
        if (locks) {
          await takeLocks(transaction, locks);
        }
        const row = await lockRow(transaction, id);
        if (!row) {
          throw new NotFoundError(`No request ${id}`);
        }
        const before = toRecord(row);
        const act = decide(before, locks ? await readAll(transaction) : []);
        const after: RequestRecord = {
          asked: before.asked,
          acts: act.acts,
          state: act.state ?? before.state,
          progress: act.progress ?? before.progress,
          updatedAt: now.toISOString(),
        };
        await transaction<RequestRow>(REQUESTS)
          .where({ id })
          .update({
            ...toChangingRow(after),
            next_at: isRequestOver(after.state) ? '' : now.toISOString(),
          });
        await follow(transaction, before, after, act.claims);
        await insertEvents(transaction, id, act.events);
        return after;
      });
    } catch (error) {
      throw isDatabaseConflictError(error)
        ? new ConflictError('Another request holds what this one would')
        : error;
    }
  }

  async claim(options: ClaimOptions): Promise<RequestClaim[]> {
    const { rows, until } = await claimDue<RequestRow>(
      this.#knex,
      REQUESTS,
      options,
    );
    return rows.map(row => ({
      record: toRecord(row),
      lease: row.lease,
      until,
    }));
  }

  async claimOne(
    id: string,
    { leaseSeconds, now, owner }: Omit<ClaimOptions, 'limit'>,
  ): Promise<RequestClaim | undefined> {
    const until = new Date(now.getTime() + leaseSeconds * 1000).toISOString();
    const [row]: RequestRow[] = await this.#knex<RequestRow>(REQUESTS)
      .where({ id })
      .whereRaw(`next_at <> ''`)
      .where('lease_until', '<=', now.toISOString())
      .update({
        lease_owner: owner,
        lease_until: until,
        next_at: until,
        lease: this.#knex.raw('lease + 1'),
      } as object)
      .returning('*');
    return row && { record: toRecord(row), lease: row.lease, until };
  }

  async record(
    claim: RequestClaim,
    outcome: RequestOutcome,
    next?: Date,
  ): Promise<RequestRecord | undefined> {
    const { asked } = claim.record;
    const { id } = asked;
    return this.#knex.transaction(async transaction => {
      const row = await lockRow(transaction, id);
      if (
        row?.lease !== claim.lease ||
        // Somebody decided meanwhile about what the step was taken from.
        row.state !== claim.record.state
      ) {
        return undefined;
      }
      const before = toRecord(row);
      const { claims, events, progress, state } = outcome;
      const isSeen =
        events.length > 0 ||
        state !== before.state ||
        progress.message !== before.progress.message ||
        progress.problem !== before.progress.problem;
      const after: RequestRecord = {
        asked,
        acts: before.acts,
        state,
        progress,
        updatedAt: (isSeen && events.at(-1)?.at) || before.updatedAt,
      };
      await transaction<RequestRow>(REQUESTS)
        .where({ id })
        .update({
          ...toChangingRow(after),
          ...afterStep(row, claim, { isOver: isRequestOver(state), next }),
        });
      await follow(transaction, before, after, claims);
      await insertEvents(transaction, id, events);
      return after;
    });
  }

  async wake(now: Date): Promise<void> {
    const at = now.toISOString();
    await this.#knex<RequestRow>(REQUESTS)
      .whereRaw(`next_at <> ''`)
      .whereNot('state', 'pendingApproval')
      // A host that takes no more for now takes no more for having spoken.
      .whereNot('waiting', 'gitHost')
      .where('next_at', '>', at)
      .update({ next_at: at });
  }

  async nextDue(now: Date): Promise<Date | undefined> {
    const at = now.toISOString();
    const row: { next?: string | null } | undefined = await this.#knex(REQUESTS)
      .whereRaw(`next_at <> ''`)
      .where('next_at', '>', at)
      .where('lease_until', '<=', at)
      .min({ next: 'next_at' })
      .first();
    return row?.next ? new Date(row.next) : undefined;
  }

  async prune(before: Date): Promise<void> {
    const at = before.toISOString();
    for (;;) {
      const ids: string[] = await this.#knex(REQUESTS)
        .where('next_at', '')
        .where('updated_at', '<', at)
        .limit(400)
        .pluck('id');
      if (ids.length === 0) {
        return;
      }
      await this.#knex.transaction(async transaction => {
        for (const table of [EVENTS, RESERVATIONS, DURATIONS]) {
          await transaction(table).whereIn('request_id', ids).delete();
        }
        await transaction(REQUESTS).whereIn('id', ids).delete();
      });
    }
  }
}

async function lockRow(
  transaction: Knex.Transaction,
  id: string,
): Promise<RequestRow | undefined> {
  const [row]: RequestRow[] = await locked(
    transaction,
    transaction<RequestRow>(REQUESTS).where({ id }),
  );
  return row;
}

async function bySubmission(
  knex: Knex,
  submission: string,
): Promise<RequestRecord | undefined> {
  const row: RequestRow | undefined = await knex<RequestRow>(REQUESTS)
    .where('submission_key', submission)
    .first();
  return row && toRecord(row);
}

async function readAll(transaction: Knex.Transaction): Promise<Reservation[]> {
  const rows: ReservationRow[] = await transaction<ReservationRow>(
    RESERVATIONS,
  ).where('claim', 'quota');
  return rows.map(toReservation);
}

/** @throws ConflictError where another request for the thing is under way */
async function refuseActive(
  transaction: Knex.Transaction,
  { asked }: RequestRecord,
): Promise<void> {
  const active = await transaction<RequestRow>(REQUESTS)
    .where('active_key', asked.thing.key)
    .first();
  if (active) {
    throw new ConflictError(
      `There is a request for ${asked.thing.title} under way already`,
    );
  }
}

/** Nothing is held any more once it is over, and what it took is counted. */
async function follow(
  transaction: Knex.Transaction,
  before: RequestRecord,
  after: RequestRecord,
  claims: RequestClaims | undefined,
): Promise<void> {
  const { id, kind, operation } = after.asked;
  await followThing(transaction, before, after);
  if (isRequestOver(after.state)) {
    await transaction(RESERVATIONS).where({ request_id: id }).delete();
  } else if (claims) {
    await transaction(RESERVATIONS).where({ request_id: id }).delete();
    await reserve(transaction, id, claims);
  }
  const left = after.progress.steps.filter(
    ({ state, until }) =>
      until &&
      !before.progress.steps.some(step => step.state === state && step.until),
  );
  for (const { at, state, until } of left) {
    const seconds = (Date.parse(until!) - Date.parse(at)) / 1000;
    await transaction(DURATIONS)
      .insert({
        request_id: id,
        kind,
        operation,
        state,
        at: until,
        seconds: Math.max(0, Math.round(seconds)),
      })
      .onConflict(['request_id', 'state'])
      .merge();
  }
}

async function reserve(
  transaction: Knex.Transaction,
  id: string,
  claims: RequestClaims,
): Promise<void> {
  const rows = toReservationRows(id, claims);
  const keys = rows.flatMap(({ exclusive_key: key }) => key ?? []);
  const taken = await transaction<ReservationRow>(RESERVATIONS)
    .whereIn('exclusive_key', keys)
    .whereNot('request_id', id)
    .first();
  if (taken) {
    throw new ConflictError(
      `Another request holds ${taken.claim.replace(/^[a-z]+\//, '')} already`,
    );
  }
  await transaction<ReservationRow>(RESERVATIONS).insert(rows);
}

async function insertEvents(
  transaction: Knex.Transaction,
  id: string,
  events: RequestEventRecord[],
): Promise<void> {
  if (events.length > 0) {
    await transaction(EVENTS).insert(
      events.map(event => toEventRow(id, event)),
    );
  }
}
