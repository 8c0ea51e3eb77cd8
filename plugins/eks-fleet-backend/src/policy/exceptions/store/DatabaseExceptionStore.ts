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
import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { chunks } from '../../../database/chunks';
import { known } from '../../../database/text';
import { whereInScope } from '../../../inventory/clusterSql';
import { locked } from '../../../rollouts/store/claimLeases';
import {
  afterStep,
  claimDue,
  type ClaimOptions,
} from '../../../proposals/claimDue';
import {
  isOver,
  type ExceptionEventRecord,
  type ExceptionRecord,
} from '../types';
import {
  toClusterRow,
  toRecord,
  type ClusterRow,
  type EventRow,
  type RequestRow,
} from './rows';
import type {
  ExceptionAct,
  ExceptionClaim,
  ExceptionOutcome,
  ExceptionSelection,
  ExceptionStore,
} from './types';

const REQUESTS = 'exception_requests';
const CLUSTERS = 'exception_request_clusters';
const EVENTS = 'exception_request_events';

/** {@link ExceptionStore} on PostgreSQL or SQLite. */
export class DatabaseExceptionStore implements ExceptionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(
    record: ExceptionRecord,
    event: ExceptionEventRecord,
  ): Promise<void> {
    try {
      await this.#insert(record, event);
    } catch (error) {
      if (isDatabaseConflictError(error)) {
        throw new ConflictError(
          'Somebody asked for an exception for the same at this moment',
        );
      }
      throw error;
    }
  }

  async #insert(
    record: ExceptionRecord,
    event: ExceptionEventRecord,
  ): Promise<void> {
    const { asked, acts, progress, state } = record;
    await this.#knex.transaction(async transaction => {
      await this.#refuseTaken(transaction, record);
      await transaction<RequestRow>(REQUESTS).insert({
        id: asked.id,
        state,
        requested_by: asked.requestedBy,
        requested_at: asked.requestedAt,
        asked: JSON.stringify(asked),
        acts: JSON.stringify(acts),
        progress: JSON.stringify(progress),
        next_at: asked.requestedAt,
      });
      await insertClusters(transaction, record);
      await insertEvents(transaction, asked.id, [event]);
    });
  }

  async get(id: string): Promise<ExceptionRecord | undefined> {
    const [record] = await this.#records(
      await this.#knex<RequestRow>(REQUESTS).where({ id }),
    );
    return record;
  }

  async events(id: string): Promise<ExceptionEventRecord[]> {
    const rows: EventRow[] = await this.#knex<EventRow>(EVENTS)
      .where({ request_id: id })
      .orderBy('id');
    return rows.map(({ at, actor, message }) => ({
      at,
      by: known(actor),
      message,
    }));
  }

  async list({
    arn,
    limit,
    requestedBy,
    scope,
    states,
  }: ExceptionSelection): Promise<ExceptionRecord[]> {
    const query = this.#knex<RequestRow>(REQUESTS)
      .select(`${REQUESTS}.*`)
      .orderBy([
        { column: 'requested_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
    if (states?.length) {
      query.whereIn(`${REQUESTS}.state`, states);
    }
    if (requestedBy) {
      query.where(`${REQUESTS}.requested_by`, requestedBy);
    }
    const readable = this.#knex(CLUSTERS)
      .select(`${CLUSTERS}.request_id`)
      .join('clusters', 'clusters.arn', `${CLUSTERS}.arn`);
    whereInScope(readable, scope);
    if (arn) {
      readable.where(`${CLUSTERS}.arn`, arn);
    }
    query.whereIn(`${REQUESTS}.id`, readable as Knex.QueryBuilder);
    return this.#records(await query);
  }

  async act(
    id: string,
    decide: (record: ExceptionRecord) => ExceptionAct,
    now: Date,
  ): Promise<ExceptionRecord | undefined> {
    return this.#knex.transaction(async transaction => {
      const before = await readLocked(transaction, id);
      if (!before) {
        return undefined;
      }
      const { acts, event, progress, state } = decide(before);
      const after = {
        ...before,
        state,
        acts,
        progress: progress ?? before.progress,
      };
      await transaction<RequestRow>(REQUESTS)
        .where({ id })
        .update({
          state,
          acts: JSON.stringify(acts),
          progress: JSON.stringify(after.progress),
          next_at: isOver(state) ? '' : now.toISOString(),
        });
      await updateClusters(transaction, after);
      await insertEvents(transaction, id, [event]);
      return after;
    });
  }

  async claim(options: ClaimOptions): Promise<ExceptionClaim[]> {
    const { rows, until } = await claimDue<RequestRow>(
      this.#knex,
      REQUESTS,
      options,
    );
    const records = await this.#records(rows);
    return records.map((record, index) => ({
      record,
      lease: rows[index].lease,
      until,
    }));
  }

  async record(
    claim: ExceptionClaim,
    outcome: ExceptionOutcome,
    next?: Date,
  ): Promise<ExceptionRecord | undefined> {
    const { id } = claim.record.asked;
    return this.#knex.transaction(async transaction => {
      const row = await lockRow(transaction, id);
      if (
        row?.lease !== claim.lease ||
        // Somebody decided meanwhile about what the step was taken from.
        row.state !== claim.record.state
      ) {
        return undefined;
      }
      const { clusters, events, progress, state } = outcome;
      await transaction<RequestRow>(REQUESTS)
        .where({ id })
        .update({
          state,
          progress: JSON.stringify(progress),
          ...afterStep(row, claim, { isOver: isOver(state), next }),
        });
      const after = {
        ...claim.record,
        acts: JSON.parse(row.acts),
        state,
        progress,
        clusters,
      };
      await updateClusters(transaction, after);
      await insertEvents(transaction, id, events);
      return after;
    });
  }

  async wake(now: Date): Promise<void> {
    const at = now.toISOString();
    await this.#knex<RequestRow>(REQUESTS)
      .whereRaw(`next_at <> ''`)
      .whereNot('state', 'pendingApproval')
      .where('next_at', '>', at)
      .update({ next_at: at });
  }

  async #refuseTaken(
    transaction: Knex.Transaction,
    record: ExceptionRecord,
  ): Promise<void> {
    const rows = record.clusters.map(each => toClusterRow(record, each));
    for (const part of chunks(rows, 400)) {
      const [taken]: ClusterRow[] = await transaction<ClusterRow>(CLUSTERS)
        .whereIn(
          'active_key',
          part.map(({ active_key: key }) => key!),
        )
        .limit(1);
      if (taken) {
        throw new ConflictError(
          `There is an exception for the same on ${taken.entity_ref} already: request ${taken.request_id}`,
        );
      }
    }
  }

  async #records(rows: RequestRow[]): Promise<ExceptionRecord[]> {
    const clusters = new Map<string, ClusterRow[]>();
    for (const part of chunks(rows, 400)) {
      const found: ClusterRow[] = await this.#knex<ClusterRow>(CLUSTERS)
        .whereIn(
          'request_id',
          part.map(({ id }) => id),
        )
        .orderBy('arn');
      for (const row of found) {
        const list = clusters.get(row.request_id) ?? [];
        clusters.set(row.request_id, [...list, row]);
      }
    }
    return rows.map(row => toRecord(row, clusters.get(row.id) ?? []));
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

async function readLocked(
  transaction: Knex.Transaction,
  id: string,
): Promise<ExceptionRecord | undefined> {
  const row = await lockRow(transaction, id);
  const clusters = await transaction<ClusterRow>(CLUSTERS)
    .where({ request_id: id })
    .orderBy('arn');
  return row && toRecord(row, clusters);
}

async function insertClusters(
  transaction: Knex.Transaction,
  record: ExceptionRecord,
): Promise<void> {
  const rows = record.clusters.map(each => toClusterRow(record, each));
  for (const part of chunks(rows, 100)) {
    await transaction<ClusterRow>(CLUSTERS).insert(part);
  }
}

async function updateClusters(
  transaction: Knex.Transaction,
  record: ExceptionRecord,
): Promise<void> {
  const { id } = record.asked;
  const rows: ClusterRow[] = await transaction<ClusterRow>(CLUSTERS).where({
    request_id: id,
  });
  const before = new Map(rows.map(row => [row.arn, row]));
  for (const cluster of record.clusters) {
    const row = toClusterRow(record, cluster);
    const { active_key, gone_at, in_force_at } = row;
    const was = before.get(cluster.arn);
    if (
      was?.active_key !== active_key ||
      was.gone_at !== gone_at ||
      was.in_force_at !== in_force_at
    ) {
      await transaction<ClusterRow>(CLUSTERS)
        .where({ request_id: id, arn: cluster.arn })
        .update({ active_key, gone_at, in_force_at });
    }
  }
}

async function insertEvents(
  transaction: Knex.Transaction,
  id: string,
  events: ExceptionEventRecord[],
): Promise<void> {
  if (events.length > 0) {
    await transaction<EventRow>(EVENTS).insert(
      events.map(({ at, by = '', message }) => ({
        request_id: id,
        at,
        actor: by,
        message,
      })),
    );
  }
}
