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
import { chunks } from '../../../database/chunks';
import type { FeedRecord } from '../../types';
import type { FeedRow } from '../rows';
import { whereNumbers } from './reach';

const ARNS_PER_STATEMENT = 500;

export type NamedFeedRow = FeedRow & { arn: string };

/** What was read whole of clusters, by their numbers. */
export async function selectFeeds(
  knex: Knex,
  clusterIds: Iterable<number>,
): Promise<NamedFeedRow[]> {
  const query = readFeeds(knex);
  whereNumbers(query, 'feeds.cluster_id', clusterIds);
  return query;
}

/** What was read whole of clusters that the inventory has. */
export async function feedsOf(
  knex: Knex,
  arns: string[],
): Promise<FeedRecord[]> {
  const feeds: FeedRecord[] = [];
  for (const part of chunks(arns, ARNS_PER_STATEMENT)) {
    const rows: NamedFeedRow[] = await readFeeds(knex)
      .join('clusters', on =>
        on
          .on('clusters.arn', 'known.arn')
          .andOn('clusters.created_at', 'known.created_at'),
      )
      .where('clusters.origin', 'eks-fleet')
      .whereIn('known.arn', part);
    feeds.push(...rows.map(toFeed));
  }
  return feeds;
}

function readFeeds(knex: Knex): Knex.QueryBuilder {
  return knex('policy_feeds as feeds')
    .join('policy_clusters as known', 'known.id', 'feeds.cluster_id')
    .whereNot('feeds.observed_at', '')
    .select('feeds.id', 'feeds.cluster_id', 'feeds.feed', 'known.arn')
    .select('feeds.content_hash')
    .select('feeds.observed_at', 'feeds.fresh_until', 'feeds.evaluated_at')
    .select('feeds.engines', 'feeds.passes', 'feeds.truncated', 'feeds.notes')
    .orderBy('feeds.cluster_id')
    .orderBy('feeds.feed');
}

export function toFeed(row: NamedFeedRow): FeedRecord {
  return {
    arn: row.arn,
    feed: row.feed,
    observedAt: row.observed_at,
    freshUntil: row.fresh_until,
    evaluatedAt: row.evaluated_at || undefined,
    engines: JSON.parse(row.engines),
    passes: row.passes || undefined,
    truncated: row.truncated === 1,
    notes: JSON.parse(row.notes),
  };
}
