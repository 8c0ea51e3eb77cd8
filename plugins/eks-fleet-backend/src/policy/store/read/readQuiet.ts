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
import type { PolicySelection, QuietRecord } from '../types';
import { isFailing } from '../write/planCells';
import type { CellCache } from './CellCache';
import { selectPolicies } from './policies';
import { Reach } from './reach';
import { selectFeeds } from './readFeeds';

/** When something not exempt of each policy last failed on each cluster. */
export async function readQuiet(
  knex: Knex,
  cache: CellCache,
  selection: PolicySelection,
): Promise<QuietRecord[]> {
  const [reach, policies] = await Promise.all([
    Reach.of(knex, selection),
    selectPolicies(knex, selection),
  ]);
  const feeds = await selectFeeds(
    knex,
    reach.clusters.map(({ id }) => id),
  );
  const readAt = new Map(feeds.map(feed => [feed.id, feed.observed_at]));
  const keys = new Map(policies.map(({ id, key }) => [id, key]));
  const records = new Map<number, Map<number, QuietRecord>>();
  for (const row of await cache.cells(feeds)) {
    const policyId = keys.get(row.policy_id);
    if (policyId === undefined) {
      continue;
    }
    const lastFailedAt = isFailing(row)
      ? readAt.get(row.feed_id)!
      : row.last_failed_at;
    const ofCluster = records.get(row.cluster_id) ?? new Map();
    const known = ofCluster.get(row.policy_id);
    if (!known) {
      ofCluster.set(row.policy_id, {
        policyId,
        arn: reach.byId.get(row.cluster_id)!.arn,
        knownSince: row.known_since,
        lastFailedAt: lastFailedAt || undefined,
      });
      records.set(row.cluster_id, ofCluster);
    } else {
      if (row.known_since < known.knownSince) {
        known.knownSince = row.known_since;
      }
      if (lastFailedAt > (known.lastFailedAt ?? '')) {
        known.lastFailedAt = lastFailedAt;
      }
    }
  }
  return [...records.values()].flatMap(ofCluster => [...ofCluster.values()]);
}
