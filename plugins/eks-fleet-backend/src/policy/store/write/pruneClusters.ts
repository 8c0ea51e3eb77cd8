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
import type { PolicyClusterRow } from '../rows';
import { deleteFindings } from './pruneFindings';

/** Tables of which a cluster's rows go with it; findings go first, in parts. */
const TABLES = [
  'policy_assignments',
  'policy_cells',
  'policy_counts',
  'policy_exceptions',
  'policy_feeds',
  'policy_trend',
];

/** Forgets clusters that the inventory does not have and nobody has read since then. */
export async function pruneClusters(knex: Knex, before: Date): Promise<void> {
  const gone: PolicyClusterRow[] = await knex<PolicyClusterRow>(
    'policy_clusters as known',
  )
    .where('known.known_since', '<', before.toISOString())
    .whereNotExists(
      knex('clusters')
        .select(knex.raw('1'))
        .whereRaw('clusters.arn = known.arn')
        .whereRaw('clusters.created_at = known.created_at')
        .where('clusters.origin', 'eks-fleet'),
    )
    .whereNotExists(
      knex('policy_feeds')
        .select(knex.raw('1'))
        .whereRaw('policy_feeds.cluster_id = known.id')
        .where('policy_feeds.observed_at', '>=', before.toISOString()),
    );
  for (const { id } of gone) {
    await deleteFindings(knex, query => query.where('cluster_id', id));
    await knex.transaction(async transaction => {
      for (const table of TABLES) {
        await transaction(table).where('cluster_id', id).delete();
      }
      await transaction('policy_clusters').where({ id }).delete();
    });
  }
}
