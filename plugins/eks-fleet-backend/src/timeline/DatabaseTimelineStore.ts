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

import type { TimelineEvent } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { chunks } from '../database/chunks';
import { known, utc } from '../database/text';
import { safeText } from '../inventory/safeText';
import type { NewEvent, TimelinePosition, TimelineStore } from './types';

interface TimelineRow {
  arn: string;
  event_key: string;
  at: string;
  kind: TimelineEvent['kind'];
  tone: TimelineEvent['tone'];
  title: string;
  detail: string;
  source: string;
  reference: string;
}

/** {@link TimelineStore} on PostgreSQL or SQLite. */
export class DatabaseTimelineStore implements TimelineStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(arn: string, events: NewEvent[]): Promise<void> {
    for (const some of chunks(events, 100)) {
      await this.#knex<TimelineRow>('timeline')
        .insert(some.map(event => toRow(arn, event)))
        .onConflict(['arn', 'event_key'])
        .ignore();
    }
  }

  async list(
    arn: string,
    page: { limit: number; after?: TimelinePosition; since?: string },
  ): Promise<{ events: TimelineEvent[]; hasMore: boolean }> {
    const { after, limit, since } = page;
    const query = this.#knex<TimelineRow>('timeline').where({ arn });
    if (since) {
      query.where('at', '>=', utc(since));
    }
    if (after) {
      query.whereRaw('(at < ? or (at = ? and event_key < ?))', [
        after.at,
        after.at,
        after.id,
      ]);
    }
    const rows: TimelineRow[] = await query
      .orderBy('at', 'desc')
      .orderBy('event_key', 'desc')
      .limit(limit + 1);
    return {
      events: rows.slice(0, limit).map(fromRow),
      hasMore: rows.length > limit,
    };
  }

  async prune(before: Date): Promise<number> {
    return this.#knex('timeline')
      .where('at', '<', before.toISOString())
      .delete();
  }
}

function toRow(arn: string, event: NewEvent): TimelineRow {
  return {
    arn,
    event_key: createHash('sha256').update(event.key).digest('hex'),
    at: utc(event.at),
    kind: event.kind,
    tone: event.tone,
    title: safeText(event.title, 300),
    detail: safeText(event.detail, 2000),
    source: safeText(event.source, 100),
    reference: safeText(event.reference, 200),
  };
}

function fromRow(row: TimelineRow): TimelineEvent {
  return {
    id: row.event_key,
    at: row.at,
    kind: row.kind,
    tone: row.tone,
    title: row.title,
    detail: known(row.detail),
    source: row.source,
    reference: known(row.reference),
  };
}
