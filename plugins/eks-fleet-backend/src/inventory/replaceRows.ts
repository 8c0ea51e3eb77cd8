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
import type { ClusterRow } from './clusterRows';
import type { ReplaceResult } from './types';

// SQLite takes at most 32,766 bindings in a statement.
const ROWS_PER_STATEMENT = 200;

/**
 * Makes the tables hold these rows and no others, writing only what differs.
 * The generation lets of two that began with the same state only the first
 * write.
 */
export async function replaceRows(
  knex: Knex,
  rows: ClusterRow[],
  generation: number,
): Promise<ReplaceResult> {
  const result = await knex.transaction<ReplaceResult>(async transaction => {
    const present = new Map<string, string>(
      (
        await transaction<ClusterRow>('clusters').select('entity_ref', 'hash')
      ).map(row => [row.entity_ref, row.hash]),
    );
    const changed = rows.filter(
      row => present.get(row.entity_ref) !== row.hash,
    );
    rows.forEach(row => present.delete(row.entity_ref));
    const gone = [...present.keys()];
    if (changed.length === 0 && gone.length === 0) {
      return { outcome: 'unchanged' };
    }

    const claimed = await transaction('inventory_state')
      .where({ id: 1, generation })
      .update({ generation: generation + 1 });
    if (claimed === 0) {
      return { outcome: 'superseded' };
    }
    for (const part of chunks(gone, ROWS_PER_STATEMENT)) {
      await transaction('cluster_labels').whereIn('entity_ref', part).delete();
      await transaction('clusters').whereIn('entity_ref', part).delete();
    }
    for (const part of chunks(changed, ROWS_PER_STATEMENT)) {
      const refs = part.map(row => row.entity_ref);
      await transaction('clusters')
        .insert(part)
        .onConflict('entity_ref')
        .merge();
      await transaction('cluster_labels').whereIn('entity_ref', refs).delete();
      const labels = part.flatMap(row =>
        Object.entries<string>(JSON.parse(row.labels)).map(([key, value]) => ({
          entity_ref: row.entity_ref,
          key,
          value,
        })),
      );
      for (const some of chunks(labels, ROWS_PER_STATEMENT * 10)) {
        await transaction('cluster_labels').insert(some);
      }
    }
    return {
      outcome: 'changed',
      written: changed.length,
      removed: gone.length,
    };
  });
  if (knex.client.config.client === 'pg' && result.outcome === 'changed') {
    // Until the server next gathers statistics by itself it plans for a table
    // of another size.
    await knex.raw('analyze clusters, cluster_labels');
  }
  return result;
}
