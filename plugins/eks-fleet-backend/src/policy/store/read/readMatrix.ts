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
import type { CellRow, PolicyRow } from '../rows';
import type {
  ColumnKind,
  ColumnRecord,
  MatrixRecords,
  PolicySelection,
} from '../types';
import type { CellCache } from './CellCache';
import { addCluster, addFeed, toCell } from './mergeCells';
import { selectPolicies, toPolicyRecord } from './policies';
import { selectOurs } from './reach';
import { selectFeeds, toFeed, type NamedFeedRow } from './readFeeds';

type MatrixCluster = ClusterRow & { policy_cluster: number | null };

/** Policies by clusters, from what was counted; findings are not looked at. */
export async function readMatrix(
  knex: Knex,
  cache: CellCache,
  selection: PolicySelection,
  by: ColumnKind,
): Promise<MatrixRecords> {
  const [clusters, policies] = await Promise.all([
    readClusters(knex, selection),
    selectPolicies(knex, selection),
  ]);
  const ids = clusters.flatMap(row => row.policy_cluster ?? []);
  const feeds = await selectFeeds(knex, ids);
  const rows = (await cache.cells(feeds)).filter(isTold);
  const cells = mergeCells(rows, { by, clusters, feeds, policies, selection });
  const shown = new Set(cells.map(cell => cell.policyId));
  return {
    columns: toColumns(clusters, by),
    policies: policies.filter(({ key }) => shown.has(key)).map(toPolicyRecord),
    cells,
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

/** Whether a cell is more than a memory of when it last failed. */
function isTold(cell: CellRow): boolean {
  const { error, exempt, fail, pass, passes, seen, skip, warn } = cell;
  return (
    seen === 1 ||
    passes !== '' ||
    pass >= 0 ||
    fail + warn + error + exempt + skip > 0
  );
}

function mergeCells(
  rows: CellRow[],
  of: {
    by: ColumnKind;
    clusters: MatrixCluster[];
    feeds: NamedFeedRow[];
    policies: PolicyRow[];
    selection: PolicySelection;
  },
): CellRecord[] {
  const keys = new Map(of.policies.map(({ id, key }) => [id, key]));
  const feeds = new Map(of.feeds.map(feed => [feed.id, feed]));
  const columns = new Map(
    of.clusters.flatMap(row =>
      row.policy_cluster === null
        ? []
        : [[row.policy_cluster, columnOf(row, of.by)] as const],
    ),
  );
  const cells = new Map<number, Map<number, CellRecord>>();
  for (const row of rows) {
    const policyId = keys.get(row.policy_id);
    if (policyId === undefined) {
      continue;
    }
    const cell = cellOf(row, feeds.get(row.feed_id), {
      policyId,
      column: columns.get(row.cluster_id)!,
    });
    const ofCluster = cells.get(row.cluster_id) ?? new Map();
    const known = ofCluster.get(row.policy_id);
    if (known) {
      const both = { ...known };
      addFeed(both, cell);
      ofCluster.set(row.policy_id, both);
    } else {
      cells.set(row.cluster_id, ofCluster.set(row.policy_id, cell));
    }
  }
  const all = [...cells.values()]
    .flatMap(ofCluster => [...ofCluster.values()])
    .filter(({ mode }) => isWanted(of.selection, mode));
  return of.by === 'cluster' ? all : mergeColumns(all);
}

const made = new WeakMap<CellRow, CellRecord>();

/** The same again for the same row: tens of thousands are asked for each time. */
function cellOf(
  row: CellRow,
  feed: NamedFeedRow | undefined,
  names: { policyId: string; column: string },
): CellRecord {
  const known = made.get(row);
  if (
    known?.policyId === names.policyId &&
    known.column === names.column &&
    known.observedAt === feed?.observed_at &&
    known.freshUntil === feed?.fresh_until
  ) {
    return known;
  }
  const cell = toCell(row, feed, names);
  made.set(row, cell);
  return cell;
}

function mergeColumns(cells: CellRecord[]): CellRecord[] {
  const merged = new Map<string, CellRecord>();
  for (const cell of cells) {
    const key = `${cell.policyId}.${cell.column}`;
    const known = merged.get(key);
    if (known) {
      addCluster(known, cell);
    } else {
      merged.set(key, { ...cell });
    }
  }
  return [...merged.values()];
}

function isWanted(
  { modes }: PolicySelection,
  mode: CellRecord['mode'],
): boolean {
  return !modes || (mode !== undefined && modes.includes(mode));
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
