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
import type { TokenCluster } from '../tokens/types';
import type { PushedFeed } from './types';

/** A row of `pushed_feeds`. */
export interface PushedFeedRow {
  arn: string;
  feed: string;
  cluster_created_at: string;
  heard_at: string;
  /** Empty where there is nothing to look at. */
  fold_at: string;
  lease_owner: string;
  lease_until: string;
}

/**
 * Keeps others from writing what is pushed under a name, and makes the row
 * where there is none. Of a cluster that is made again, what the one before
 * pushed is forgotten.
 */
export async function lockPushedFeed(
  transaction: Knex.Transaction,
  { arn, createdAt }: TokenCluster,
  feed: string,
): Promise<PushedFeedRow> {
  const key = { arn, feed };
  await transaction<PushedFeedRow>('pushed_feeds')
    .insert({
      ...key,
      cluster_created_at: createdAt,
      heard_at: '',
      fold_at: '',
      lease_owner: '',
      lease_until: '',
    })
    .onConflict(['arn', 'feed'])
    .ignore();
  const query = transaction<PushedFeedRow>('pushed_feeds').where(key);
  const row = (await (transaction.client.config.client === 'pg'
    ? query.forUpdate().first()
    : query.first()))!;
  const before = row.cluster_created_at;
  if (createdAt !== '' && before !== createdAt) {
    if (before !== '') {
      await forgetPushed(transaction, key);
    }
    await transaction<PushedFeedRow>('pushed_feeds')
      .where(key)
      .update({ cluster_created_at: createdAt });
  }
  return row;
}

/** Marks that something came, and when to look at it. */
export async function markHeard(
  transaction: Knex.Transaction,
  row: PushedFeedRow,
  { foldAt, now }: { now: Date; foldAt?: Date },
): Promise<void> {
  const { arn, feed, fold_at, heard_at, lease_owner } = row;
  const at = now.toISOString();
  const soon = foldAt?.toISOString() ?? '';
  // Whoever takes it in just now may have read past this.
  const isLater = fold_at === '' || fold_at > soon || lease_owner !== '';
  await transaction<PushedFeedRow>('pushed_feeds')
    .where({ arn, feed })
    .update({
      heard_at: heard_at > at ? heard_at : at,
      fold_at: soon !== '' && isLater ? soon : fold_at,
    });
}

async function forgetPushed(
  transaction: Knex.Transaction,
  key: PushedFeed,
): Promise<void> {
  for (const table of ['pushed_parts', 'pushed_snapshots', 'pushed_items']) {
    await transaction(table).where(key).delete();
  }
}
