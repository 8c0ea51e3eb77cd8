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

import type { FleetStop } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Knex } from 'knex';
import type { ClusterScope } from '../../inventory/types';
import type {
  CellCounts,
  CellRecord,
  RolloutRecord,
  RolloutSnapshot,
} from '../records';
import type { DurationSample } from '../forecast/types';
import { toFleetStop } from './beat';
import { DatabaseEngineStore } from './DatabaseEngineStore';
import { countCells, countMoved, readable } from './rolloutCounts';
import { listCells, listLog } from './listCells';
import { readCells, readSnapshots } from './readRollouts';
import {
  whereCellInScope,
  whereRolloutInScope,
  whereRolloutSelected,
} from './rolloutSql';
import { type CellRow, type EngineRow, type RolloutRow } from './rows';
import type {
  CellPage,
  CellSelection,
  LogRecord,
  RolloutPage,
  RolloutScope,
  RolloutSelectionQuery,
} from './types';

const MAX_DURATIONS = 1000;
const MAX_OF_CLUSTER = 50;

/** What people ask about rollouts, on PostgreSQL or SQLite. */
export class DatabaseRolloutReads extends DatabaseEngineStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    super(knex);
    this.#knex = knex;
  }

  async get(
    scope: RolloutScope,
    id: string,
  ): Promise<RolloutSnapshot | undefined> {
    const query = this.#knex('rollouts').where('rollouts.id', id);
    whereRolloutInScope(query, scope);
    const rows: RolloutRow[] = await query.select('rollouts.*');
    const [snapshot] = await readSnapshots(this.#knex, rows, {
      allGates: true,
    });
    return snapshot;
  }

  async stragglersOf(id: string): Promise<string | undefined> {
    const row = await this.#knex<RolloutRow>('rollouts')
      .where('stragglers_of', id)
      .whereNot('lifecycle', 'cancelled')
      .orderBy('created_at')
      .first('id');
    return row?.id;
  }

  async list(
    selection: RolloutSelectionQuery,
    page: { limit: number; after?: string },
  ): Promise<RolloutPage> {
    const select = () => {
      const query = this.#knex('rollouts');
      whereRolloutSelected(query, selection);
      return query;
    };
    const rows = select()
      .orderBy('rollouts.sort_key')
      .limit(page.limit + 1);
    if (page.after !== undefined) {
      rows.where('rollouts.sort_key', '>', page.after);
    }
    const found: RolloutRow[] = await rows.select('rollouts.*');
    const shown = found.slice(0, page.limit);
    const counts: Array<{ lifecycle: string; count: number | string }> =
      await select()
        .groupBy('rollouts.lifecycle')
        .select('rollouts.lifecycle')
        .count({ count: '*' });
    return {
      rollouts: await readSnapshots(this.#knex, shown, { allGates: true }),
      total: counts.reduce((sum, { count }) => sum + Number(count), 0),
      counts: Object.fromEntries(
        counts.map(({ lifecycle, count }) => [lifecycle, Number(count)]),
      ),
      next: found.length > page.limit ? shown.at(-1)?.sort_key : undefined,
    };
  }

  async countCells(
    ids: string[],
    clusters: ClusterScope,
  ): Promise<Map<string, Map<number, CellCounts>>> {
    return countCells(this.#knex, ids, clusters);
  }

  async countMoved(
    ids: string[],
    clusters: ClusterScope,
  ): Promise<Map<string, number>> {
    return countMoved(this.#knex, ids, clusters);
  }

  async readable(arns: string[], clusters: ClusterScope): Promise<Set<string>> {
    return readable(this.#knex, arns, clusters);
  }

  async cells(
    id: string,
    selection: CellSelection,
    page: { limit: number; after?: string },
  ): Promise<CellPage> {
    return listCells(this.#knex, id, selection, page);
  }

  async cell(
    id: string,
    cellId: string,
    clusters: ClusterScope,
  ): Promise<CellRecord | undefined> {
    const query = this.#knex('rollout_cells').where({
      'rollout_cells.id': cellId,
      'rollout_cells.rollout_id': id,
    });
    whereCellInScope(query, clusters);
    const rows: CellRow[] = await query.select('rollout_cells.*');
    const [cell] = await readCells(this.#knex, rows);
    return cell;
  }

  async cellsOfCluster(
    scope: RolloutScope,
    arn: string,
  ): Promise<Array<{ snapshot: RolloutSnapshot; cell: CellRecord }>> {
    const query = this.#knex('rollout_clusters')
      .join('rollout_cells', 'rollout_cells.id', 'rollout_clusters.cell_id')
      .join('rollouts', 'rollouts.id', 'rollout_clusters.rollout_id')
      .where('rollout_clusters.arn', arn)
      .orderBy('rollouts.created_at', 'desc')
      .limit(MAX_OF_CLUSTER);
    whereRolloutInScope(query, scope);
    const cells: CellRow[] = await query.select('rollout_cells.*');
    const rows: RolloutRow[] = await this.#knex('rollouts').whereIn(
      'id',
      cells.map(({ rollout_id }) => rollout_id),
    );
    const snapshots = await readSnapshots(this.#knex, rows);
    const records = await readCells(this.#knex, cells);
    return records.flatMap(cell => {
      const snapshot = snapshots.find(
        ({ rollout }) => rollout.id === cell.rolloutId,
      );
      return snapshot ? [{ snapshot, cell }] : [];
    });
  }

  async log(
    id: string,
    selection: { cellId?: string; clusters: ClusterScope },
    page: { limit: number; before?: number },
  ): Promise<{ entries: LogRecord[]; next?: number }> {
    return listLog(this.#knex, id, selection, page);
  }

  async durations(executor: string): Promise<DurationSample[]> {
    const rows: Array<{
      kind: DurationSample['kind'];
      seconds: number;
      nodes: number;
      executor: string;
    }> = await this.#knex('rollout_durations')
      .where({ executor })
      .orderBy('id', 'desc')
      .limit(MAX_DURATIONS)
      .select('kind', 'seconds', 'nodes', 'executor');
    return rows;
  }

  async fleetStop(): Promise<FleetStop> {
    const row = await this.#knex<EngineRow>('rollout_engine')
      .where('id', 1)
      .first();
    return toFleetStop(row!);
  }

  async byIds(ids: string[]): Promise<Map<string, RolloutRecord>> {
    const rows: RolloutRow[] = await this.#knex('rollouts').whereIn('id', ids);
    const snapshots = await readSnapshots(this.#knex, rows);
    return new Map(snapshots.map(({ rollout }) => [rollout.id, rollout]));
  }
}
