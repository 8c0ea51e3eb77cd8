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
import { escapeLike } from '../database/escapeLike';
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
  lease_until: string;
  attempts: number;
}

/** Told at once; what is more waits for the next time. */
const MOST_CLAIMED = 5000;
const SOME = 100;

/** {@link NoticeStore} on PostgreSQL or SQLite. */
export class DatabaseNoticeStore implements NoticeStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async queue(notices: Notice[], now: Date): Promise<number> {
    const latest = new Map(notices.map(notice => [notice.scope, notice]));
    let news = 0;
    for (const some of chunks([...latest.values()], SOME)) {
      const told = new Map(
        (
          await this.#knex<NoticeRow>('notices')
            .whereIn('scope', scopesOf(some))
            .select('scope', 'fingerprint')
        ).map(row => [row.scope, row.fingerprint]),
      );
      const rows = some
        .filter(({ fingerprint, scope }) => told.get(scope) !== fingerprint)
        .map(notice => toRow(notice, now));
      if (rows.length > 0) {
        // Another replica may have found the same, and told it, since the look.
        const kept = await this.#knex<NoticeRow>('notices')
          .insert(rows)
          .onConflict('scope')
          .merge()
          .whereRaw('notices.fingerprint <> excluded.fingerprint')
          .returning('scope');
        news += kept.length;
      }
    }
    return news;
  }

  async claim(now: Date, leaseSeconds: number): Promise<Notice[]> {
    const at = now.toISOString();
    const until = new Date(now.getTime() + leaseSeconds * 1000).toISOString();
    return this.#knex.transaction(async transaction => {
      const due = transaction<NoticeRow>('notices')
        .where('pending', true)
        .where('lease_until', '<=', at)
        // What fails again and again keeps nothing else waiting.
        .orderBy(['attempts', 'queued_at', 'scope'])
        .limit(MOST_CLAIMED)
        .select('scope', 'document');
      const rows = await (transaction.client.config.client === 'pg'
        ? due.forUpdate().skipLocked()
        : due);
      for (const some of chunks(rows, SOME)) {
        await transaction<NoticeRow>('notices')
          .whereIn('scope', scopesOf(some))
          .update({ lease_until: until });
      }
      return rows.map(({ document }) => JSON.parse(document));
    });
  }

  async sent(notices: Notice[], now: Date): Promise<void> {
    for (const some of chunks(notices, SOME)) {
      await this.#as(this.#knex, some).update({
        pending: false,
        attempts: 0,
        sent_at: now.toISOString(),
      });
    }
    // Only now: what is told must not be claimed again in between.
    await this.release(notices);
  }

  async postpone(notices: Notice[], until: Date): Promise<void> {
    await this.#knex.transaction(async transaction => {
      for (const some of chunks(notices, SOME)) {
        await transaction<NoticeRow>('notices')
          .whereIn('scope', scopesOf(some))
          .update({ lease_until: '' });
        await this.#as(transaction, some)
          .update({ lease_until: until.toISOString() })
          .increment('attempts', 1);
      }
    });
  }

  async release(notices: Notice[]): Promise<void> {
    for (const some of chunks(notices, SOME)) {
      await this.#knex<NoticeRow>('notices')
        .whereIn('scope', scopesOf(some))
        .update({ lease_until: '' });
    }
  }

  async retain(prefix: string, scopes: string[], now: Date): Promise<void> {
    await this.#knex<NoticeRow>('notices')
      .where('pending', true)
      .where('lease_until', '<=', now.toISOString())
      .whereRaw(`scope like ? escape '!'`, [`${escapeLike(prefix)}%`])
      .whereNotIn('scope', scopes)
      .delete();
  }

  async prune(before: { sent: Date; queued: Date }): Promise<number> {
    await this.#knex<NoticeRow>('notices')
      .where('pending', true)
      .where('queued_at', '<', before.queued.toISOString())
      .update({ pending: false, sent_at: before.queued.toISOString() });
    return this.#knex<NoticeRow>('notices')
      .where('pending', false)
      .where('sent_at', '<', before.sent.toISOString())
      .delete();
  }

  /** Those that say what these say. */
  #as(knex: Knex, notices: Notice[]) {
    return knex<NoticeRow>('notices').whereIn(
      ['scope', 'fingerprint'],
      notices.map(({ fingerprint, scope }) => [scope, fingerprint]),
    );
  }
}

function scopesOf(notices: Array<{ scope: string }>): string[] {
  return notices.map(({ scope }) => scope);
}

function toRow(
  notice: Notice,
  now: Date,
): Omit<NoticeRow, 'lease_until' | 'attempts'> {
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
