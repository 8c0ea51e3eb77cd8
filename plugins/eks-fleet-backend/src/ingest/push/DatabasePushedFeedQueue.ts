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
import type { PushedFeedRow } from './feedRows';
import type { FeedClaim, PushedFeed, PushedFeedQueue } from './types';

/** {@link PushedFeedQueue} on PostgreSQL or SQLite. */
export class DatabasePushedFeedQueue implements PushedFeedQueue {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async due(now: Date, limit: number): Promise<PushedFeed[]> {
    const at = now.toISOString();
    return this.#feeds()
      .where('fold_at', '>', '')
      .where('fold_at', '<=', at)
      .where('lease_until', '<=', at)
      .orderBy(['fold_at', 'arn', 'feed'])
      .limit(limit)
      .select('arn', 'feed');
  }

  async claim(
    { arn, feed }: PushedFeed,
    { now, owner, until }: { owner: string; now: Date; until: Date },
  ): Promise<FeedClaim | undefined> {
    const claimed = await this.#feeds()
      .where({ arn, feed })
      .where('fold_at', '>', '')
      .where('lease_until', '<=', now.toISOString())
      .update({ lease_owner: owner, lease_until: until.toISOString() });
    const row =
      claimed > 0
        ? await this.#feeds().where({ arn, feed, lease_owner: owner }).first()
        : undefined;
    return (
      row && { arn, feed, owner, heardAt: row.heard_at, foldAt: row.fold_at }
    );
  }

  async release(claim: FeedClaim, nextAt: Date | undefined): Promise<void> {
    const { arn, feed, foldAt, owner } = claim;
    await this.#feeds()
      .where({ arn, feed, lease_owner: owner })
      .update({
        lease_owner: '',
        lease_until: '',
        fold_at: this.#knex.raw(
          'case when fold_at = ? then ? else fold_at end',
          [foldAt, nextAt?.toISOString() ?? ''],
        ) as unknown as string,
      });
  }

  #feeds() {
    return this.#knex<PushedFeedRow>('pushed_feeds');
  }
}
