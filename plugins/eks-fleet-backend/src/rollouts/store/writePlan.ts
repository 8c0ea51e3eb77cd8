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
import type { CellRecord, RolloutRecord } from '../records';
import { refreshCounts } from './applyChanges';
import { toCellClusterRow, toCellRow, toGateRow, toWaveRow } from './rows';
import type { PlanRows } from './types';

/** Whose it is, and which environments it is about. */
export async function putSubjects(
  transaction: Knex.Transaction,
  { environments, id, owners }: RolloutRecord,
): Promise<void> {
  await transaction.batchInsert(
    'rollout_owners',
    owners.map(owner => ({ rollout_id: id, owner })),
    100,
  );
  await transaction.batchInsert(
    'rollout_environments',
    environments.map(environment => ({ rollout_id: id, environment })),
    100,
  );
}

/** Waves, gates and cells as they were planned. */
export async function putPlan(
  transaction: Knex.Transaction,
  id: string,
  { cells, gates, waves }: PlanRows,
): Promise<void> {
  await transaction.batchInsert(
    'rollout_waves',
    waves.map(wave => toWaveRow(id, wave)),
    50,
  );
  await transaction.batchInsert(
    'rollout_gates',
    gates.map(gate => toGateRow(id, gate)),
    50,
  );
  await putCells(transaction, cells);
  await refreshCounts(
    transaction,
    id,
    waves.map(({ index }) => index),
  );
}

/** Cells that nobody has begun with. */
export async function putCells(
  transaction: Knex.Transaction,
  cells: CellRecord[],
): Promise<void> {
  await transaction.batchInsert(
    'rollout_cells',
    cells.map(cell => ({
      ...toCellRow(cell),
      next_at: '',
      lease_owner: '',
      lease_until: '',
    })),
    50,
  );
  await transaction.batchInsert(
    'rollout_clusters',
    cells.flatMap(cell =>
      cell.clusters.map(record => toCellClusterRow(cell, record)),
    ),
    50,
  );
}
