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
import { Turns } from '../../policy/ingest/Turns';
import type { TokenCluster } from '../tokens/types';
import { lockPushedFeed, markHeard, type PushedFeedRow } from './feedRows';
import type { PushedFeed, PushedItem, PushedItemStore } from './types';

interface ItemRow extends PushedFeed {
  item_key: string;
  received_at: string;
  expires_at: string;
  document: string;
}

/** Results come in swarms: they are taken in together. */
const FOLD_AFTER_MS = 5_000;
/** What has expired is taken out by who looks at it; this is left of others. */
const LEFT_MS = 7 * 86_400_000;
/**
 * Policy Reporter sends many at a moment, which all want the same row: those
 * that wait for it must not hold connections that others need.
 */
const WRITERS = 2;
const PAGE = 500;

/** {@link PushedItemStore} on PostgreSQL or SQLite. */
export class DatabasePushedItemStore implements PushedItemStore {
  readonly #knex: Knex;
  readonly #most: number;
  readonly #turns = new Turns(WRITERS);

  /** @param limits - how many of one feed are kept */
  constructor(knex: Knex, limits: { most?: number } = {}) {
    this.#knex = knex;
    this.#most = limits.most ?? 20_000;
  }

  async put(
    cluster: TokenCluster,
    feed: string,
    item: Omit<PushedItem, 'receivedAt' | 'expiresAt'>,
    { expiresAt, now }: { now: Date; expiresAt: Date },
  ): Promise<boolean> {
    const key = { arn: cluster.arn, feed, item_key: item.key };
    const told = {
      received_at: now.toISOString(),
      expires_at: expiresAt.toISOString(),
      document: JSON.stringify(item.document),
    };
    return this.#write(async transaction => {
      const row = await lockPushedFeed(transaction, cluster, feed);
      const foldAt = new Date(now.getTime() + FOLD_AFTER_MS);
      await markHeard(transaction, row, { now, foldAt });
      const updated = await transaction<ItemRow>('pushed_items')
        .where(key)
        .update(told);
      if (updated > 0) {
        return true;
      }
      const [{ count }] = await transaction<ItemRow>('pushed_items')
        .where({ arn: cluster.arn, feed })
        .count({ count: '*' });
      if (Number(count) >= this.#most) {
        return false;
      }
      await transaction<ItemRow>('pushed_items').insert({ ...key, ...told });
      return true;
    });
  }

  async heard(cluster: TokenCluster, feed: string, now: Date): Promise<void> {
    await this.#write(async transaction => {
      const row = await lockPushedFeed(transaction, cluster, feed);
      await markHeard(transaction, row, { now, foldAt: now });
    });
  }

  async *items({ arn, feed }: PushedFeed): AsyncGenerator<PushedItem[]> {
    let after = '';
    for (;;) {
      const rows = await this.#items()
        .where({ arn, feed })
        .where('item_key', '>', after)
        .orderBy('item_key')
        .limit(PAGE);
      if (rows.length === 0) {
        return;
      }
      after = rows[rows.length - 1].item_key;
      yield rows.map(row => ({
        key: row.item_key,
        receivedAt: row.received_at,
        expiresAt: row.expires_at,
        document: JSON.parse(row.document),
      }));
    }
  }

  async firstExpiry({ arn, feed }: PushedFeed): Promise<string | undefined> {
    const row = await this.#items()
      .where({ arn, feed })
      .min({ first: 'expires_at' })
      .first();
    return (row as { first?: string | null } | undefined)?.first ?? undefined;
  }

  async removeEnded(
    { arn, feed }: PushedFeed,
    { now, receivedBefore }: { now: Date; receivedBefore?: string },
  ): Promise<string | undefined> {
    const at = now.toISOString();
    const expired = () =>
      this.#items().where({ arn, feed }).where('expires_at', '<=', at);
    const [{ last }] = (await expired().max({ last: 'expires_at' })) as Array<{
      last?: string | null;
    }>;
    if (last) {
      await expired().delete();
    }
    const replaced = receivedBefore
      ? await this.#items()
          .where({ arn, feed })
          .where('received_at', '<', receivedBefore)
          .delete()
      : 0;
    const times = [last ?? '', replaced > 0 ? receivedBefore! : ''].sort();
    return times[1] || undefined;
  }

  async prune(now: Date): Promise<void> {
    const before = new Date(now.getTime() - LEFT_MS).toISOString();
    await this.#items().where('expires_at', '<', before).delete();
    await this.#knex<PushedFeedRow>('pushed_feeds')
      .where({ fold_at: '' })
      .where('heard_at', '<', before)
      .where('lease_until', '<', before)
      .delete();
  }

  #write<T>(work: (transaction: Knex.Transaction) => Promise<T>): Promise<T> {
    return this.#turns.take(() => this.#knex.transaction(work));
  }

  #items() {
    return this.#knex<ItemRow>('pushed_items');
  }
}
