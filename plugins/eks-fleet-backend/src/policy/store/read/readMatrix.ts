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
import { fromRow, type ClusterRow } from '../../../inventory/clusterRows';
import type { CellRecord } from '../../types';
import type {
  ColumnKind,
  ColumnRecord,
  MatrixCells,
  MatrixRecords,
  PolicySelection,
} from '../types';
import { addCluster } from './mergeCells';
import { selectPolicies, toPolicyRecord } from './policies';
import { selectOurs } from './reach';
import { selectFeeds, toFeed } from './readFeeds';
import type { Standing, Standings } from './Standings';

type MatrixCluster = ClusterRow & { policy_cluster: number | null };

/** Policies by clusters, from what was counted; findings are not looked at. */
export async function readMatrix(
  knex: Knex,
  standings: Standings,
  selection: PolicySelection,
  by: ColumnKind,
): Promise<MatrixRecords> {
  const [clusters, policies] = await Promise.all([
    readClusters(knex, selection),
    selectPolicies(knex, selection),
  ]);
  const ids = clusters.flatMap(row => row.policy_cluster ?? []);
  const feeds = await selectFeeds(knex, ids);
  const stand = await standings.of(feeds);
  const cells = selectCells(stand, {
    policyIds: new Set(policies.map(({ key }) => key)),
    modes: selection.modes,
  });
  const shown = new Set<string>();
  for (const ofCluster of cells.values()) {
    for (const policyId of ofCluster.keys()) {
      shown.add(policyId);
    }
  }
  return {
    columns: toColumns(clusters, by),
    policies: policies.filter(({ key }) => shown.has(key)).map(toPolicyRecord),
    cells: by === 'cluster' ? cells : mergeColumns(cells, { by, clusters }),
    quiet: new Map(stand.map(({ arn, quiet }) => [arn, quiet])),
    feeds: feeds.map(toFeed),
  };
}

/** Those of which nothing was ever read are there as well. */
async function readClusters(
  knex: Knex,
  selection: PolicySelection,
): Promise<MatrixCluster[]> {
  return selectOurs(knex, selection)
    .leftJoin('policy_clusters as known', on =>
      on
        .on('known.arn', 'clusters.arn')
        .andOn('known.created_at', 'clusters.created_at'),
    )
    .select('clusters.*', 'known.id as policy_cluster')
    .orderBy('clusters.name_key')
    .orderBy('clusters.entity_ref');
}

function selectCells(
  stand: Standing[],
  wanted: Pick<PolicySelection, 'modes'> & { policyIds: ReadonlySet<string> },
): MatrixCells {
  const { modes, policyIds } = wanted;
  const isWanted = ({ mode, policyId }: CellRecord) =>
    policyIds.has(policyId) &&
    (!modes || (mode !== undefined && modes.includes(mode)));
  return new Map(
    stand.map(({ arn, cells }) => [
      arn,
      every(cells.values(), isWanted)
        ? cells
        : new Map([...cells].filter(([, cell]) => isWanted(cell))),
    ]),
  );
}

function every<T>(items: Iterable<T>, holds: (item: T) => boolean): boolean {
  for (const item of items) {
    if (!holds(item)) {
      return false;
    }
  }
  return true;
}

function mergeColumns(
  cells: MatrixCells,
  of: { by: ColumnKind; clusters: MatrixCluster[] },
): MatrixCells {
  const merged = new Map<string, Map<string, CellRecord>>();
  for (const cluster of of.clusters) {
    const column = columnOf(cluster, of.by);
    const inColumn = merged.get(column) ?? new Map<string, CellRecord>();
    merged.set(column, inColumn);
    for (const [policyId, cell] of cells.get(cluster.arn) ?? []) {
      const known = inColumn.get(policyId);
      if (known) {
        addCluster(known, cell);
      } else {
        inColumn.set(policyId, { ...cell, column });
      }
    }
  }
  return merged;
}

function toColumns(clusters: MatrixCluster[], by: ColumnKind): ColumnRecord[] {
  if (by === 'cluster') {
    return clusters.map(row => ({
      key: row.arn,
      title: row.name,
      clusters: 1,
      cluster: fromRow(row),
    }));
  }
  const columns = new Map<string, ColumnRecord>();
  for (const row of clusters) {
    const key = columnOf(row, by);
    const column = columns.get(key) ?? {
      key,
      title: (by === 'account' && row.account_name) || key,
      clusters: 0,
    };
    column.clusters += 1;
    columns.set(key, column);
  }
  return [...columns.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function columnOf(row: ClusterRow, by: ColumnKind): string {
  switch (by) {
    case 'account':
      return row.account_id;
    case 'environment':
      return row.environment;
    case 'owner':
      return row.owner;
    default:
      return row.arn;
  }
}
