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

import { NotFoundError } from '@backstage/errors';
import type { FleetStop } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Knex } from 'knex';
import type {
  CellRecord,
  DecisionRecord,
  GateRecord,
  NewLogEntry,
  RolloutChanges,
  RolloutRecord,
  RolloutSnapshot,
} from '../records';
import { againWhereTaken } from './againWhereTaken';
import { applyChanges, insertLog, refreshCounts } from './applyChanges';
import { locked } from './claimLeases';
import { DatabaseRolloutReads } from './DatabaseRolloutReads';
import { demandEditable } from './demandEditable';
import { putCells, putPlan, putSubjects } from './writePlan';
import { lockRow, lockSnapshot } from './lockRollout';
import { refuseHeld } from './refuseHeld';
import { readCells, readSnapshots } from './readRollouts';
import {
  toCellClusterRow,
  toCellRow,
  toDecisionRow,
  toRolloutRow,
  type CellRow,
  type RolloutRow,
} from './rows';
import type { PlanRows, RolloutStore } from './types';

/** {@link RolloutStore} on PostgreSQL or SQLite. */
export class DatabaseRolloutStore
  extends DatabaseRolloutReads
  implements RolloutStore
{
  readonly #knex: Knex;

  constructor(knex: Knex) {
    super(knex);
    this.#knex = knex;
  }

  async create(rollout: RolloutRecord, log: NewLogEntry[]): Promise<void> {
    await this.#knex.transaction(async transaction => {
      await transaction('rollouts').insert({
        ...toRolloutRow(rollout),
        next_at: '',
        lease_owner: '',
        lease_until: '',
      });
      await putSubjects(transaction, rollout);
      await insertLog(transaction, rollout.id, log);
    });
  }

  async edit(
    id: string,
    edit: (before: RolloutRecord) => {
      rollout: RolloutRecord;
      plan?: PlanRows;
      log: NewLogEntry[];
    },
  ): Promise<void> {
    await this.#knex.transaction(async transaction => {
      const snapshot = await lockSnapshot(transaction, id);
      demandEditable(snapshot.rollout.lifecycle);
      const { log, plan, rollout } = edit(snapshot.rollout);
      for (const table of [
        'rollout_owners',
        'rollout_environments',
        'rollout_waves',
        'rollout_gates',
        'rollout_decisions',
        'rollout_clusters',
        'rollout_cells',
      ]) {
        await transaction(table).where('rollout_id', id).delete();
      }
      await transaction('rollouts')
        .where('id', id)
        .update(toRolloutRow(rollout));
      await putSubjects(transaction, rollout);
      if (plan) {
        await putPlan(transaction, id, plan);
      }
      await insertLog(transaction, id, log);
    });
  }

  async act(
    id: string,
    act: (before: RolloutSnapshot) => RolloutChanges,
  ): Promise<void> {
    await this.#change(id, async (transaction, row, snapshot) => {
      const changes = act(snapshot);
      await applyChanges(transaction, row, changes, atOf(changes));
    });
  }

  async addCells(
    id: string,
    cells: CellRecord[],
    act: (before: RolloutSnapshot) => RolloutChanges,
  ): Promise<void> {
    await this.#change(id, async (transaction, row, snapshot) => {
      const changes = act(snapshot);
      await putCells(
        transaction,
        cells.map(cell => ({ ...cell, changed: row.changes + 1 })),
      );
      await refreshCounts(
        transaction,
        id,
        cells.map(({ wave }) => wave),
      );
      await transaction('rollouts')
        .where('id', id)
        .update({ changes: row.changes + 1 });
      await applyChanges(
        transaction,
        { ...row, changes: row.changes + 1 },
        changes,
        atOf(changes),
      );
    });
  }

  async actOnCell(
    id: string,
    cellId: string,
    act: (
      cell: CellRecord,
      before: RolloutSnapshot,
    ) => { cell: CellRecord; nextAt: string; changes: RolloutChanges },
  ): Promise<void> {
    const change = async (
      transaction: Knex.Transaction,
      row: RolloutRow,
      snapshot: RolloutSnapshot,
    ) => {
      const [cellRow]: CellRow[] = await locked(
        transaction,
        transaction('rollout_cells').where({ id: cellId, rollout_id: id }),
      );
      if (!cellRow) {
        throw new NotFoundError(`No cell ${cellId}`);
      }
      const [before] = await readCells(transaction, [cellRow]);
      const { cell, changes, nextAt } = act(before, snapshot);
      if (cell.state === 'rollingBack') {
        await refuseHeld(transaction, cell, 'taken back');
      } else if (cell.state === 'queued') {
        // It let its clusters go; were it to wait for them among what it holds,
        // two rollouts could wait for each other for ever.
        await refuseHeld(transaction, cell, 'tried again');
      }
      const changed = row.changes + 1;
      await transaction('rollout_cells')
        .where('id', cellId)
        .update({
          ...toCellRow(cell),
          changed,
          next_at: nextAt,
          // Whoever works on it just now records nothing any more.
          lease: cellRow.lease + 1,
          lease_until: '',
        });
      for (const record of cell.clusters) {
        await transaction('rollout_clusters')
          .where({ cell_id: cellId, arn: record.cluster.arn })
          .update(toCellClusterRow(cell, record));
      }
      await refreshCounts(transaction, id, [cell.wave]);
      await transaction('rollouts')
        .where('id', id)
        .update({ changes: changed });
      await applyChanges(
        transaction,
        { ...row, changes: changed },
        changes,
        atOf(changes),
      );
    };
    await againWhereTaken(() => this.#change(id, change));
  }

  async decide(
    id: string,
    gateId: string,
    decide: (
      gate: GateRecord,
      before: RolloutSnapshot,
    ) => { decision: DecisionRecord; log: NewLogEntry[] },
  ): Promise<void> {
    await this.#change(id, async (transaction, row, snapshot) => {
      const gate = snapshot.gates.find(item => item.id === gateId);
      if (!gate) {
        throw new NotFoundError(
          `No gate ${gateId} that is still to be decided`,
        );
      }
      const { decision, log } = decide(gate, snapshot);
      await transaction('rollout_decisions').insert(
        toDecisionRow(id, gateId, decision),
      );
      await insertLog(transaction, id, log);
      if (row.next_at !== '') {
        await transaction('rollouts')
          .where('id', id)
          .update({ next_at: decision.at });
      }
    });
  }

  async setFleetStop(stop: FleetStop): Promise<void> {
    await this.#knex.transaction(async transaction => {
      await transaction('rollout_engine')
        .where('id', 1)
        .update({
          stopped: stop.stopped ? 1 : 0,
          stopped_by: stop.by ?? '',
          stopped_at: stop.at ?? '',
          stopped_reason: stop.reason ?? '',
        });
      for (const table of ['rollouts', 'rollout_cells']) {
        await transaction(table)
          .whereRaw(`next_at <> ''`)
          .update({ next_at: stop.at });
      }
    });
  }

  async #change(
    id: string,
    change: (
      transaction: Knex.Transaction,
      row: RolloutRow,
      snapshot: RolloutSnapshot,
    ) => Promise<void>,
  ): Promise<void> {
    await this.#knex.transaction(async transaction => {
      const row = await lockRow(transaction, id);
      const [snapshot] = await readSnapshots(transaction, [row]);
      await change(transaction, row, snapshot);
    });
  }
}

function atOf({ log, nextAt }: RolloutChanges): string {
  return log?.[0]?.at ?? nextAt ?? '';
}
