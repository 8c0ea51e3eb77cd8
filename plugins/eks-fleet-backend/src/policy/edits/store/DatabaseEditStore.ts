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
import type { PolicyEditEffect } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Knex } from 'knex';
import { chunks } from '../../../database/chunks';
import { known } from '../../../database/text';
import { whereInScope } from '../../../inventory/clusterSql';
import type { ClusterScope } from '../../../inventory/types';
import {
  afterStep,
  claimDue,
  type ClaimOptions,
} from '../../../proposals/claimDue';
import { isOver, type EditEvent, type EditRecord } from '../types';
import {
  CLUSTERS,
  EDITS,
  EVENTS,
  FILES,
  toClusterRow,
  toFileRows,
  toRecord,
  type ClusterRow,
  type EditRow,
  type EventRow,
  type FileRow,
} from './rows';
import type {
  EditAct,
  EditClaim,
  EditOutcome,
  EditReach,
  EditSelection,
  EditStore,
} from './types';
import {
  insertEvents,
  lockRow,
  refuseTaken,
  updateClusters,
} from './writeEdit';

/** {@link EditStore} on PostgreSQL or SQLite. */
export class DatabaseEditStore implements EditStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(record: EditRecord, event: EditEvent): Promise<void> {
    const { acts, asked, clusters, progress, state } = record;
    try {
      await this.#knex.transaction(async transaction => {
        await refuseTaken(transaction, record);
        await transaction<EditRow>(EDITS).insert({
          id: asked.id,
          state,
          policy: asked.policy,
          requested_by: asked.requestedBy,
          requested_at: asked.requestedAt,
          asked: JSON.stringify(asked),
          acts: JSON.stringify(acts),
          progress: JSON.stringify(progress),
          next_at: asked.requestedAt,
        });
        await transaction<FileRow>(FILES).insert(toFileRows(record));
        for (const part of chunks(clusters, 100)) {
          await transaction<ClusterRow>(CLUSTERS).insert(
            part.map(each => toClusterRow(asked.id, each)),
          );
        }
        await insertEvents(transaction, asked.id, [event]);
      });
    } catch (error) {
      if (isDatabaseConflictError(error)) {
        throw new ConflictError(
          'Somebody proposed to switch the same policy there at this moment',
        );
      }
      throw error;
    }
  }

  async get(id: string): Promise<EditRecord | undefined> {
    const [record] = await this.#records(
      await this.#knex<EditRow>(EDITS).where({ id }),
    );
    return record;
  }

  async events(id: string): Promise<EditEvent[]> {
    const rows: EventRow[] = await this.#knex<EventRow>(EVENTS)
      .where({ edit_id: id })
      .orderBy('id');
    return rows.map(({ actor, at, message }) => ({
      at,
      by: known(actor),
      message,
    }));
  }

  async list({
    arn,
    limit,
    offset,
    policy,
    scope,
    states,
  }: EditSelection): Promise<{ records: EditRecord[]; total: number }> {
    const query = this.#knex<EditRow>(EDITS);
    if (states?.length) {
      query.whereIn('state', states);
    }
    if (policy !== undefined) {
      query.where({ policy });
    }
    const readable = this.#within(scope).select(`${CLUSTERS}.edit_id`);
    if (arn !== undefined) {
      readable.where(`${CLUSTERS}.arn`, arn);
    }
    query.whereIn('id', readable as Knex.QueryBuilder);
    const [{ count }] = await query.clone().count({ count: '*' });
    const rows = await query
      .select('*')
      .orderBy([
        { column: 'requested_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit)
      .offset(offset);
    return {
      records: rows.map(row => toRecord(row as EditRow, [])),
      total: Number(count),
    };
  }

  async reach(
    ids: string[],
    scope: ClusterScope,
  ): Promise<Map<string, EditReach>> {
    const found = new Map(
      ids.map(id => [
        id,
        { changes: 0, same: 0, overridden: 0, unknown: 0, inForce: 0 },
      ]),
    );
    for (const part of chunks(ids, 400)) {
      const rows = await this.#within(scope)
        .whereIn(`${CLUSTERS}.edit_id`, part)
        .groupBy(`${CLUSTERS}.edit_id`, `${CLUSTERS}.effect`)
        .select({
          id: `${CLUSTERS}.edit_id`,
          effect: `${CLUSTERS}.effect`,
          count: this.#knex.raw('count(*)'),
          inForce: this.#knex.raw(
            `sum(case when ${CLUSTERS}.in_force_at <> '' then 1 else 0 end)`,
          ),
        });
      for (const { count, effect, id, inForce } of rows) {
        const reach = found.get(id)!;
        reach[effect as PolicyEditEffect] += Number(count);
        reach.inForce += Number(inForce);
      }
    }
    return found;
  }

  /** Rows of clusters that are there and within a scope. */
  #within(scope: ClusterScope): Knex.QueryBuilder {
    const query = this.#knex(CLUSTERS).join(
      'clusters',
      'clusters.arn',
      `${CLUSTERS}.arn`,
    );
    whereInScope(query, scope);
    return query.where('clusters.origin', 'eks-fleet');
  }

  async act(
    id: string,
    decide: (record: EditRecord) => EditAct,
    now: Date,
  ): Promise<void> {
    await this.#knex.transaction(async transaction => {
      const row = await lockRow(transaction, id);
      if (!row) {
        return;
      }
      const before = toRecord(row, []);
      const { acts, event, progress = before.progress } = decide(before);
      await transaction<EditRow>(EDITS)
        .where({ id })
        .update({
          acts: JSON.stringify(acts),
          progress: JSON.stringify(progress),
          next_at: now.toISOString(),
        });
      await insertEvents(transaction, id, [event]);
    });
  }

  async claim(options: ClaimOptions): Promise<EditClaim[]> {
    const { rows, until } = await claimDue<EditRow>(this.#knex, EDITS, options);
    const records = await this.#records(rows);
    return records.map((record, index) => ({
      record,
      lease: rows[index].lease,
      until,
    }));
  }

  async record(
    claim: EditClaim,
    outcome: EditOutcome,
    next?: Date,
  ): Promise<EditRecord | undefined> {
    const { id } = claim.record.asked;
    return this.#knex.transaction(async transaction => {
      const row = await lockRow(transaction, id);
      if (row?.lease !== claim.lease || row.state !== claim.record.state) {
        return undefined;
      }
      const { clusters, events, progress, state } = outcome;
      const after: EditRecord = {
        ...claim.record,
        acts: JSON.parse(row.acts),
        state,
        progress,
        clusters,
      };
      await transaction<EditRow>(EDITS)
        .where({ id })
        .update({
          state,
          progress: JSON.stringify(progress),
          ...afterStep(row, claim, { isOver: isOver(after), next }),
        });
      if (state !== claim.record.state) {
        for (const file of toFileRows(after)) {
          await transaction<FileRow>(FILES)
            .where({ edit_id: id, path: file.path })
            .update({ active_key: file.active_key });
        }
      }
      await updateClusters(transaction, id, claim.record.clusters, clusters);
      await insertEvents(transaction, id, events);
      return after;
    });
  }

  async wake(now: Date): Promise<void> {
    const at = now.toISOString();
    await this.#knex<EditRow>(EDITS)
      .whereRaw(`next_at <> ''`)
      .where('next_at', '>', at)
      .update({ next_at: at });
  }

  async prune(before: Date): Promise<void> {
    const ids: string[] = await this.#knex(EDITS)
      .where('next_at', '')
      .where('requested_at', '<', before.toISOString())
      .whereNotExists(
        this.#knex(EVENTS)
          .whereRaw(`${EVENTS}.edit_id = ${EDITS}.id`)
          .where(`${EVENTS}.at`, '>=', before.toISOString())
          .select(`${EVENTS}.id`),
      )
      .pluck('id');
    for (const part of chunks(ids, 400)) {
      await this.#knex.transaction(async transaction => {
        for (const table of [EVENTS, CLUSTERS, FILES]) {
          await transaction(table).whereIn('edit_id', part).delete();
        }
        await transaction(EDITS).whereIn('id', part).delete();
      });
    }
  }

  async #records(rows: EditRow[]): Promise<EditRecord[]> {
    const clusters = new Map<string, ClusterRow[]>();
    for (const part of chunks(rows, 400)) {
      const found: ClusterRow[] = await this.#knex<ClusterRow>(CLUSTERS)
        .whereIn(
          'edit_id',
          part.map(({ id }) => id),
        )
        .orderBy('arn');
      for (const row of found) {
        const list = clusters.get(row.edit_id);
        if (list) {
          list.push(row);
        } else {
          clusters.set(row.edit_id, [row]);
        }
      }
    }
    return rows.map(row => toRecord(row, clusters.get(row.id) ?? []));
  }
}
