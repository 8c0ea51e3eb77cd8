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
import { chunks } from '../database/chunks';
import type { Notice, NoticeStore } from './types';

interface NoticeRow {
  scope: string;
  fingerprint: string;
  owner: string;
  family: string;
  document: string;
  pending: boolean;
  queued_at: string;
  sent_at: string;
}

/** Flushed at once; what is more waits for the next time. */
const MOST_PENDING = 5000;

/** {@link NoticeStore} on PostgreSQL or SQLite. */
export class DatabaseNoticeStore implements NoticeStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async queue(notices: Notice[], now: Date): Promise<number> {
    let news = 0;
    for (const some of chunks(
      [...new Map(notices.map(notice => [notice.scope, notice])).values()],
      100,
    )) {
      const told = new Map(
        (
          await this.#knex<NoticeRow>('notices')
            .whereIn(
              'scope',
              some.map(({ scope }) => scope),
            )
            .select('scope', 'fingerprint')
        ).map(row => [row.scope, row.fingerprint]),
      );
      const rows = some
        .filter(({ fingerprint, scope }) => told.get(scope) !== fingerprint)
        .map(notice => toRow(notice, now));
      if (rows.length > 0) {
        await this.#knex<NoticeRow>('notices')
          .insert(rows)
          .onConflict('scope')
          .merge();
      }
      news += rows.length;
    }
    return news;
  }

  async pending(): Promise<Notice[]> {
    const rows = await this.#knex<NoticeRow>('notices')
      .where('pending', true)
      .orderBy(['queued_at', 'scope'])
      .limit(MOST_PENDING);
    return rows.map(row => JSON.parse(row.document));
  }

  async sent(scopes: string[], now: Date): Promise<void> {
    for (const some of chunks(scopes, 500)) {
      await this.#knex<NoticeRow>('notices')
        .whereIn('scope', some)
        .update({ pending: false, sent_at: now.toISOString() });
    }
  }

  async prune(before: Date): Promise<number> {
    return this.#knex<NoticeRow>('notices')
      .where('pending', false)
      .where('sent_at', '<', before.toISOString())
      .delete();
  }
}

function toRow(notice: Notice, now: Date): NoticeRow {
  const { family, fingerprint, owner, scope } = notice;
  return {
    scope,
    fingerprint,
    owner,
    family,
    document: JSON.stringify(notice),
    pending: true,
    queued_at: now.toISOString(),
    sent_at: '',
  };
}
