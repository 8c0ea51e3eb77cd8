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
import { chunks } from '../../database/chunks';
import { whereInScope } from '../../inventory/clusterSql';
import type { ClusterScope } from '../../inventory/types';
import type { CellCounts } from '../records';
import { sumCounts } from './applyChanges';
import { whereCellInScope } from './rolloutSql';

/** Of each rollout, cells by wave and state, as far as they may be seen. */
export async function countCells(
  knex: Knex,
  ids: string[],
  clusters: ClusterScope,
): Promise<Map<string, Map<number, CellCounts>>> {
  const query = knex('rollout_cells')
    .whereIn('rollout_cells.rollout_id', ids)
    .groupBy('rollout_id', 'wave', 'state', 'stage')
    .select('rollout_id', 'wave', 'state', 'stage')
    .count({ count: '*' });
  whereCellInScope(query, clusters);
  type Row = {
    rollout_id: string;
    wave: number;
    state: string;
    stage: string;
    count: number | string;
  };
  const rows = (await query) as Row[];
  const byRollout = new Map<string, Map<number, CellCounts>>();
  for (const id of ids) {
    const own = rows.filter(({ rollout_id }) => rollout_id === id);
    byRollout.set(
      id,
      new Map(
        [...new Set(own.map(({ wave }) => wave))].map(wave => [
          wave,
          sumCounts(own.filter(row => row.wave === wave)),
        ]),
      ),
    );
  }
  return byRollout;
}

/** Of each rollout, clusters that somebody else moved. */
export async function countMoved(
  knex: Knex,
  ids: string[],
  clusters: ClusterScope,
): Promise<Map<string, number>> {
  const query = knex('rollout_clusters')
    .whereIn('rollout_clusters.rollout_id', ids)
    .where('rollout_clusters.moved_outside', 1)
    .groupBy('rollout_clusters.rollout_id')
    .select('rollout_clusters.rollout_id')
    .count({ count: '*' });
  if (clusters !== 'all') {
    query.join('clusters', 'clusters.arn', 'rollout_clusters.arn');
    whereInScope(query, clusters);
  }
  const rows = (await query) as Array<{
    rollout_id: string;
    count: number | string;
  }>;
  return new Map(rows.map(row => [row.rollout_id, Number(row.count)]));
}

/** ARNs among these that are in the scope. */
export async function readable(
  knex: Knex,
  arns: string[],
  clusters: ClusterScope,
): Promise<Set<string>> {
  if (clusters === 'all') {
    return new Set(arns);
  }
  const found = new Set<string>();
  for (const part of chunks([...new Set(arns)], 400)) {
    const query = knex('clusters')
      .where('clusters.origin', 'eks-fleet')
      .whereIn('clusters.arn', part);
    whereInScope(query, clusters);
    const rows: Array<{ arn: string }> = await query.select('clusters.arn');
    rows.forEach(({ arn }) => found.add(arn));
  }
  return found;
}
