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

import { InputError } from '@backstage/errors';
import type { Knex } from 'knex';
import { whereInScope } from '../../inventory/clusterSql';
import type { ClusterScope } from '../../inventory/types';
import { readCells } from './readRollouts';
import { whereCellInScope } from './rolloutSql';
import { fromLogRow, type CellRow, type LogRow } from './rows';
import type { CellPage, CellSelection, LogRecord } from './types';

/** Cells in the order of waves. */
export async function listCells(
  knex: Knex,
  rolloutId: string,
  selection: CellSelection,
  page: { limit: number; after?: string },
): Promise<CellPage> {
  const select = () => {
    const query = knex('rollout_cells').where(
      'rollout_cells.rollout_id',
      rolloutId,
    );
    if (selection.wave !== undefined) {
      query.where('rollout_cells.wave', selection.wave);
    }
    if (selection.states) {
      query.whereIn('rollout_cells.state', selection.states);
    }
    if (selection.changedAfter !== undefined) {
      query.where('rollout_cells.changed', '>', selection.changedAfter);
    }
    whereCellInScope(query, selection.clusters);
    return query;
  };
  const query = select()
    .orderBy(['rollout_cells.wave', 'rollout_cells.place'])
    .limit(page.limit + 1);
  if (page.after !== undefined) {
    const [wave, place] = parseAfter(page.after);
    query.where(later =>
      later
        .where('rollout_cells.wave', '>', wave)
        .orWhere(same =>
          same
            .where('rollout_cells.wave', wave)
            .where('rollout_cells.place', '>', place),
        ),
    );
  }
  const rows: CellRow[] = await query.select('rollout_cells.*');
  const [{ count }] = (await select().count({ count: '*' })) as Array<{
    count: number | string;
  }>;
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    cells: await readCells(knex, shown),
    total: Number(count),
    next:
      rows.length > page.limit && last
        ? `${last.wave}/${last.place}`
        : undefined,
  };
}

/** The newest first; without entries about clusters out of the scope. */
export async function listLog(
  knex: Knex,
  rolloutId: string,
  { cellId, clusters }: { cellId?: string; clusters: ClusterScope },
  page: { limit: number; before?: number },
): Promise<{ entries: LogRecord[]; next?: number }> {
  const query = knex('rollout_log')
    .where('rollout_log.rollout_id', rolloutId)
    .orderBy('rollout_log.id', 'desc')
    .limit(page.limit + 1);
  if (cellId !== undefined) {
    query.where('rollout_log.cell_id', cellId);
  }
  if (page.before !== undefined) {
    query.where('rollout_log.id', '<', page.before);
  }
  if (clusters !== 'all') {
    query.where(visible => {
      visible
        .where(whole =>
          whole.where('rollout_log.cell_id', '').where('rollout_log.arn', ''),
        )
        .orWhere(own => {
          own.where('rollout_log.arn', '').whereNot('rollout_log.cell_id', '');
          whereCellInScope(own, clusters, 'rollout_log.cell_id');
        })
        .orWhereExists(one => {
          one
            .select(knex.raw('1'))
            .from('clusters')
            .whereRaw('clusters.arn = rollout_log.arn')
            .where('clusters.origin', 'eks-fleet');
          whereInScope(one, clusters);
        });
    });
  }
  const rows: LogRow[] = await query.select('rollout_log.*');
  const shown = rows.slice(0, page.limit);
  return {
    entries: shown.map(fromLogRow),
    next: rows.length > page.limit ? shown.at(-1)?.id : undefined,
  };
}

function parseAfter(after: string): [number, number] {
  const [, wave, place] = /^(\d{1,6})\/(\d{1,9})$/.exec(after) ?? [];
  if (wave === undefined) {
    throw new InputError('cursor: is none of this list');
  }
  return [Number(wave), Number(place)];
}
