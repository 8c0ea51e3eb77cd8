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
import type { CellRecord, DecisionRecord, RolloutSnapshot } from '../records';
import {
  fromCellRow,
  fromDecisionRow,
  fromGateRow,
  fromRolloutRow,
  fromWaveRow,
  type CellClusterRow,
  type CellRow,
  type DecisionRow,
  type GateRow,
  type RolloutRow,
  type WaveRow,
} from './rows';

const BINDINGS = 400;

/** Rollouts with their waves, and the gates of waves that are not over unless `allGates`. */
export async function readSnapshots(
  knex: Knex,
  rows: RolloutRow[],
  options: { allGates?: boolean } = {},
): Promise<RolloutSnapshot[]> {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) {
    return [];
  }
  const owners = await knex<{ rollout_id: string; owner: string }>(
    'rollout_owners',
  )
    .whereIn('rollout_id', ids)
    .orderBy('owner');
  const environments = await knex<{ rollout_id: string; environment: string }>(
    'rollout_environments',
  )
    .whereIn('rollout_id', ids)
    .orderBy('environment');
  const waves = await knex<WaveRow>('rollout_waves')
    .whereIn('rollout_id', ids)
    .orderBy(['rollout_id', 'wave']);
  const gates = await readGates(knex, ids, options.allGates ?? false);
  return rows.map(row => ({
    rollout: fromRolloutRow(
      row,
      ofRollout(owners, row.id).map(({ owner }) => owner),
      ofRollout(environments, row.id).map(({ environment }) => environment),
    ),
    waves: ofRollout(waves, row.id).map(fromWaveRow),
    gates: ofRollout(gates, row.id).map(({ decisions, ...gate }) =>
      fromGateRow(gate, decisions),
    ),
  }));
}

async function readGates(
  knex: Knex,
  ids: string[],
  all: boolean,
): Promise<Array<GateRow & { decisions: DecisionRecord[] }>> {
  const query = knex('rollout_gates')
    .whereIn('rollout_gates.rollout_id', ids)
    .orderBy([
      'rollout_gates.rollout_id',
      'rollout_gates.wave',
      'rollout_gates.place',
    ]);
  if (!all) {
    query
      .join('rollout_waves', on =>
        on
          .on('rollout_waves.rollout_id', 'rollout_gates.rollout_id')
          .andOn('rollout_waves.wave', 'rollout_gates.wave'),
      )
      .whereNotIn('rollout_waves.lifecycle', ['done', 'cancelled']);
  }
  const gates: GateRow[] = await query.select('rollout_gates.*');
  const byGate = new Map<string, DecisionRecord[]>();
  for (const part of chunks(gates, BINDINGS)) {
    const rows = await knex<DecisionRow>('rollout_decisions')
      .whereIn(
        'gate_id',
        part.map(({ id }) => id),
      )
      .orderBy('id');
    for (const row of rows) {
      const list = byGate.get(row.gate_id) ?? [];
      list.push(fromDecisionRow(row));
      byGate.set(row.gate_id, list);
    }
  }
  return gates.map(gate => ({ ...gate, decisions: byGate.get(gate.id) ?? [] }));
}

/** Cells with all their clusters, in the order of the rows. */
export async function readCells(
  knex: Knex,
  rows: CellRow[],
): Promise<CellRecord[]> {
  const byCell = new Map<string, CellClusterRow[]>();
  for (const part of chunks(rows, BINDINGS)) {
    const clusters = await knex<CellClusterRow>('rollout_clusters')
      .whereIn(
        'cell_id',
        part.map(({ id }) => id),
      )
      .orderBy(['cell_id', 'arn']);
    for (const cluster of clusters) {
      const list = byCell.get(cluster.cell_id) ?? [];
      list.push(cluster);
      byCell.set(cluster.cell_id, list);
    }
  }
  return rows.map(row => fromCellRow(row, byCell.get(row.id) ?? []));
}

function ofRollout<T extends { rollout_id: string }>(
  rows: T[],
  id: string,
): T[] {
  return rows.filter(row => row.rollout_id === id);
}
