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
import type { CellClusterRecord } from '../../rollouts/records';
import { sumCounts } from '../../rollouts/store/applyChanges';
import { fromJson } from '../../rollouts/store/rows/json';
import type { OwnCounts, SecondPersonWanted } from './types';

/** What is asked of the store to tell of rollouts. */
export interface RolloutNews {
  /** Rollouts that are under way, or were since then. */
  idsSince(since: Date): Promise<string[]>;
  ownCounts(rolloutId: string): Promise<OwnCounts>;
  /** What somebody asked for and somebody else has to agree to, one for each cell. */
  secondPersonsWanted(rolloutId: string): Promise<SecondPersonWanted[]>;
}

const COLUMNS = [
  'clusters.owner',
  'rollout_cells.wave',
  'rollout_cells.state',
  'rollout_cells.stage',
];

interface Row {
  owner: string;
  wave: number;
  state: string;
  stage: string;
  count: number | string;
}

/** {@link RolloutNews} on PostgreSQL or SQLite. */
export class DatabaseRolloutNews implements RolloutNews {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async idsSince(since: Date): Promise<string[]> {
    const rows: Array<{ id: string }> = await this.#knex('rollouts')
      .whereIn('lifecycle', ['running', 'paused', 'stopping'])
      .orWhere('ended_at', '>=', since.toISOString())
      .orderBy('id')
      .select('id');
    return rows.map(({ id }) => id);
  }

  async ownCounts(rolloutId: string): Promise<OwnCounts> {
    const rows = (await this.#knex('rollout_cells')
      .join('rollout_clusters', 'rollout_clusters.cell_id', 'rollout_cells.id')
      .join('clusters', 'clusters.arn', 'rollout_clusters.arn')
      .where('rollout_cells.rollout_id', rolloutId)
      // What other sources of the catalog claim of a cluster gives nobody anything.
      .where('clusters.origin', 'eks-fleet')
      .whereNot('clusters.owner', '')
      .groupBy(COLUMNS)
      .select(COLUMNS)
      .countDistinct({ count: 'rollout_cells.id' })) as Row[];
    return new Map(
      [...new Set(rows.map(({ owner }) => owner))].sort().map(owner => {
        const own = rows.filter(row => row.owner === owner);
        return [
          owner,
          new Map(
            [...new Set(own.map(({ wave }) => wave))].map(wave => [
              wave,
              sumCounts(own.filter(row => row.wave === wave)),
            ]),
          ),
        ];
      }),
    );
  }

  async secondPersonsWanted(rolloutId: string): Promise<SecondPersonWanted[]> {
    const rows: Array<{
      cell_id: string;
      name: string;
      state: string;
      owner: string | null;
    }> = await this.#knex('rollout_clusters')
      .join('rollout_cells', 'rollout_cells.id', 'rollout_clusters.cell_id')
      .leftJoin('clusters', on =>
        on
          .on('clusters.arn', 'rollout_clusters.arn')
          .andOnVal('clusters.origin', 'eks-fleet'),
      )
      .where('rollout_clusters.rollout_id', rolloutId)
      // Written by us, so that the words stand in it as they are.
      .where(any =>
        any
          .where('rollout_clusters.state', 'like', '%"forceAsked":{%')
          .orWhere('rollout_clusters.state', 'like', '%"backAsked":{%'),
      )
      .orderBy(['rollout_cells.wave', 'rollout_cells.place'])
      .select('rollout_clusters.cell_id', 'rollout_cells.name')
      .select('rollout_clusters.state', 'clusters.owner');
    const wanted = new Map<string, SecondPersonWanted>();
    for (const row of rows) {
      const { backAsked, forceAsked } =
        fromJson<Partial<CellClusterRecord>>(row.state) ?? {};
      const asked = forceAsked ?? backAsked;
      if (asked) {
        const known = wanted.get(row.cell_id);
        const owners = [...(known?.owners ?? []), row.owner ?? ''];
        wanted.set(row.cell_id, {
          id: asked.id,
          act: forceAsked ? 'force' : 'rollBack',
          cell: row.cell_id,
          name: row.name,
          by: asked.by,
          reason: asked.reason,
          owners: [...new Set(owners)].filter(Boolean),
        });
      }
    }
    return [...wanted.values()];
  }
}
