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
import type { CellRow } from '../rows';
import type { PolicySelection, QuietRecord } from '../types';
import { isFailing } from '../write/planCells';
import { selectPolicies } from './policies';
import { Reach, whereNumbers } from './reach';

type QuietRow = Pick<
  CellRow,
  | 'cluster_id'
  | 'error'
  | 'exempt'
  | 'fail'
  | 'known_since'
  | 'last_failed_at'
  | 'policy_id'
  | 'warn'
> & { observed_at: string };

/** When something not exempt of each policy last failed on each cluster. */
export async function readQuiet(
  knex: Knex,
  selection: PolicySelection,
): Promise<QuietRecord[]> {
  const [reach, policies] = await Promise.all([
    Reach.of(knex, selection),
    selectPolicies(knex, selection),
  ]);
  const query: Knex.QueryBuilder = knex('policy_cells as cells')
    .join('policy_feeds as feeds', 'feeds.id', 'cells.feed_id')
    .select('cells.policy_id', 'cells.cluster_id', 'cells.known_since')
    .select('cells.last_failed_at', 'cells.fail', 'cells.warn', 'cells.error')
    .select('cells.exempt', 'feeds.observed_at');
  reach.where(query, 'cells.cluster_id');
  whereNumbers(
    query,
    'cells.policy_id',
    policies.map(({ id }) => id),
  );
  const keys = new Map(policies.map(({ id, key }) => [id, key]));
  const records = new Map<number, Map<number, QuietRecord>>();
  for (const row of (await query) as QuietRow[]) {
    const lastFailedAt = isFailing(row) ? row.observed_at : row.last_failed_at;
    const ofCluster = records.get(row.cluster_id) ?? new Map();
    const known = ofCluster.get(row.policy_id);
    if (!known) {
      ofCluster.set(row.policy_id, {
        policyId: keys.get(row.policy_id)!,
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
