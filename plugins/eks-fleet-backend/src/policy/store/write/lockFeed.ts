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

/**
 * Keeps others from writing what a feed says of a cluster.
 *
 * @returns nothing where somebody reads it who began later, or has read it
 */
export async function lockFeed(
  transaction: Knex.Transaction,
  id: number,
  reading: {
    claim: string;
    startedAt: Date;
    observedAt: Date;
    /** Whether it was written to already. */
    isClaimed: boolean;
  },
): Promise<FeedRow | undefined> {
  const query = transaction<FeedRow>('policy_feeds').where('id', id);
  const [feed]: FeedRow[] = await (transaction.client.config.client === 'pg'
    ? query.forUpdate()
    : query);
  if (!feed || feed.observed_at > reading.observedAt.toISOString()) {
    return undefined;
  }
  if (reading.isClaimed) {
    return feed.claim === reading.claim ? feed : undefined;
  }
  const isOlder =
    feed.claim !== '' && feed.claimed_at > reading.startedAt.toISOString();
  return isOlder ? undefined : feed;
}
