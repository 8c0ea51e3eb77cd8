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
import {
  joinObservation,
  needsObservation,
  whereSelected,
} from '../../../inventory/clusterSql';
import type { ClusterRow } from '../../../inventory/clusterRows';
import type { ClusterSelection } from '../../../inventory/types';

export type ReachedCluster = Pick<
  ClusterRow,
  | 'account_id'
  | 'account_name'
  | 'arn'
  | 'entity_ref'
  | 'environment'
  | 'name'
  | 'name_key'
  | 'owner'
  | 'region'
> & { id: number; known_since: string };

/** The clusters with policies that a question is about, and may be. */
export class Reach {
  /** In the order of their names. */
  readonly clusters: ReachedCluster[];
  readonly byId: ReadonlyMap<number, ReachedCluster>;
  readonly #isAll: boolean;

  private constructor(clusters: ReachedCluster[], isAll: boolean) {
    this.clusters = clusters;
    this.byId = new Map(clusters.map(cluster => [cluster.id, cluster]));
    this.#isAll = isAll;
  }

  static async of(knex: Knex, selection: ClusterSelection): Promise<Reach> {
    const query = selectOurs(knex, selection)
      .join('policy_clusters as known', on =>
        on
          .on('known.arn', 'clusters.arn')
          .andOn('known.created_at', 'clusters.created_at'),
      )
      .select('known.id', 'known.known_since', 'clusters.arn')
      .select('clusters.account_id', 'clusters.account_name')
      .select('clusters.entity_ref', 'clusters.environment', 'clusters.name')
      .select('clusters.name_key', 'clusters.owner', 'clusters.region')
      .select(
        knex.raw('(select count(*) from policy_clusters) as all_clusters'),
      )
      .orderBy('clusters.name_key')
      .orderBy('clusters.arn');
    const rows: Array<ReachedCluster & { all_clusters: number | string }> =
      await query;
    return new Reach(rows, rows.length === Number(rows[0]?.all_clusters));
  }

  /** Only these of its clusters. */
  only(wanted: (cluster: ReachedCluster) => boolean): Reach {
    return new Reach(this.clusters.filter(wanted), false);
  }

  /** Leaves out rows of other clusters; says nothing where there are none. */
  where(query: Knex.QueryBuilder, column: string): void {
    if (!this.#isAll) {
      whereNumbers(
        query,
        column,
        this.clusters.map(({ id }) => id),
      );
    }
  }
}

/** Our own clusters of a selection; of foreign ones nothing is read. */
export function selectOurs(
  knex: Knex,
  selection: ClusterSelection,
): Knex.QueryBuilder {
  const query = knex('clusters').where('clusters.origin', 'eks-fleet');
  if (needsObservation(selection)) {
    joinObservation(query);
  }
  whereSelected(query, selection);
  return query;
}

/** Numbers of our own; there can be more than a statement takes bindings. */
export function whereNumbers(
  query: Knex.QueryBuilder,
  column: string,
  numbers: Iterable<number>,
): void {
  const list = [...numbers].map(Math.trunc);
  query.whereRaw(
    list.length > 0 ? `${column} in (${list.join(', ')})` : '1 = 0',
  );
}
