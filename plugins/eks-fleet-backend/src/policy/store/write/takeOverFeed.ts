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
import type { FeedRow } from '../rows';
import { deleteFindings } from './pruneFindings';

/** Tables of which a feed's rows go with it; findings go first, in parts. */
const TABLES = ['policy_cells', 'policy_counts', 'policy_exceptions'];

/**
 * Lets a feed go on with what others have read of the same cluster that read
 * the same results elsewhere and read them no longer: findings keep when they
 * were first seen, and nothing is counted twice.
 */
export async function takeOverFeed(
  knex: Knex,
  {
    clusterId,
    feed,
    others,
  }: { clusterId: number; feed: string; others: readonly string[] },
): Promise<void> {
  if (others.length === 0) {
    return;
  }
  const feeds = () =>
    knex<FeedRow>('policy_feeds').where('cluster_id', clusterId);
  const left: FeedRow[] = await feeds()
    .whereIn('feed', others)
    .orderBy('observed_at', 'desc');
  if (left.length === 0) {
    return;
  }
  const own = await feeds().where({ feed }).first();
  const heir = own ? undefined : left[0];
  if (heir) {
    // What it stood for is nothing that this one could say again.
    await feeds()
      .where('id', heir.id)
      .update({ feed, source_state: '', content_hash: '', claim: '' });
  }
  for (const { id } of left.filter(each => each !== heir)) {
    await forgetFeed(knex, id);
  }
}

async function forgetFeed(knex: Knex, id: number): Promise<void> {
  await deleteFindings(knex, query => query.where('feed_id', id));
  await knex.transaction(async transaction => {
    for (const table of TABLES) {
      await transaction(table).where('feed_id', id).delete();
    }
    await transaction('policy_feeds').where({ id }).delete();
  });
}
