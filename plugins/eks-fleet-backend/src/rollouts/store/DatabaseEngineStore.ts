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

import type { RolloutCluster } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Waiting } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Knex } from 'knex';
import { approversOf } from '../engine/approvals';
import type { CellClusterRecord, CellRecord, RolloutChanges } from '../records';
import { applyChanges } from './applyChanges';
import { beat } from './beat';
import { claimLeases, locked } from './claimLeases';
import { grantCells } from './grantCells';
import { readCells, readSnapshots } from './readRollouts';
import { recordCells } from './recordCells';
import {
  fromCellClusterRow,
  fromJson,
  toJson,
  type CellClusterRow,
  type CellRow,
  type RolloutRow,
} from './rows';
import type {
  CellClaim,
  CellOutcome,
  ClaimRequest,
  EngineState,
  EngineStore,
  GrantRequest,
  GrantResult,
  RolloutClaim,
} from './types';

/** {@link EngineStore} on PostgreSQL or SQLite. */
export class DatabaseEngineStore implements EngineStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async beat(now: Date, sequenceSeen: number): Promise<EngineState> {
    return beat(this.#knex, now, sequenceSeen);
  }

  async claimRollouts(request: ClaimRequest): Promise<RolloutClaim[]> {
    const rows = await claimLeases<RolloutRow>(this.#knex, 'rollouts', request);
    const snapshots = await readSnapshots(this.#knex, rows);
    return snapshots.map((snapshot, index) => ({
      ...snapshot,
      lease: leaseOf(rows[index]),
    }));
  }

  async recordRollout(
    { lease, rollout }: Pick<RolloutClaim, 'lease' | 'rollout'>,
    changes: RolloutChanges & { nextAt: string },
    now: Date,
  ): Promise<boolean> {
    return this.#knex.transaction(async transaction => {
      const [row]: RolloutRow[] = await locked(
        transaction,
        transaction('rollouts').where({
          id: lease.id,
          lease: lease.number,
          lease_owner: lease.owner,
        }),
      );
      if (!row) {
        return false;
      }
      await transaction('rollouts')
        .where('id', row.id)
        .update({ lease_until: '' });
      if (row.revision !== rollout.revision) {
        return false;
      }
      // Somebody who changed a cell meanwhile asks for the next step at once.
      const asked =
        row.next_at < changes.nextAt && row.changes !== rollout.changes;
      await applyChanges(
        transaction,
        row,
        asked && changes.nextAt !== ''
          ? { ...changes, nextAt: row.next_at }
          : changes,
        now.toISOString(),
      );
      return true;
    });
  }

  async grantCells(
    claim: Pick<RolloutClaim, 'lease' | 'rollout'>,
    request: GrantRequest,
  ): Promise<GrantResult> {
    return grantCells(this.#knex, claim, request);
  }

  async claimCells(request: ClaimRequest): Promise<CellClaim[]> {
    const rows = await claimLeases<CellRow>(
      this.#knex,
      'rollout_cells',
      request,
    );
    if (rows.length === 0) {
      return [];
    }
    const cells = await readCells(this.#knex, rows);
    const rollouts: RolloutRow[] = await this.#knex('rollouts').whereIn('id', [
      ...new Set(rows.map(({ rollout_id }) => rollout_id)),
    ]);
    const snapshots = new Map(
      (await readSnapshots(this.#knex, rollouts)).map(snapshot => [
        snapshot.rollout.id,
        snapshot,
      ]),
    );
    return cells.flatMap((cell, index) => {
      const snapshot = snapshots.get(cell.rolloutId);
      const wave = snapshot?.waves.find(item => item.index === cell.wave);
      return snapshot && wave
        ? [
            {
              lease: leaseOf(rows[index]),
              cell,
              rollout: snapshot.rollout,
              wave,
              approvedBy: approversOf(
                snapshot.gates,
                wave.index,
                snapshot.rollout.planHash,
              ),
            },
          ]
        : [];
    });
  }

  async startedWith(cells: CellRecord[]): Promise<CellRecord[]> {
    const moments = new Map(
      cells.map(({ rolloutId, startedAt = '', wave }) => [
        JSON.stringify([rolloutId, wave, startedAt]),
        { rollout_id: rolloutId, wave, started_at: startedAt },
      ]),
    );
    const rows: CellRow[] = [];
    for (const moment of moments.values()) {
      rows.push(
        ...(await this.#knex<CellRow>('rollout_cells')
          .where(moment)
          .orderBy('place')),
      );
    }
    return readCells(this.#knex, rows);
  }

  async recordCells(outcomes: CellOutcome[], now: Date): Promise<Set<string>> {
    return recordCells(this.#knex, outcomes, now);
  }

  async isSettling(rolloutId: string, since: string): Promise<boolean> {
    const row = await this.#knex<CellRow>('rollout_cells')
      .where('rollout_id', rolloutId)
      .whereRaw(`next_at <> ''`)
      .where('looked_at', '<', since)
      .first('id');
    return row !== undefined;
  }

  async wake(arns: string[], now: Date): Promise<boolean> {
    const woken = await this.#knex('rollout_cells')
      .whereRaw(`next_at <> ''`)
      .whereIn(
        'id',
        this.#knex('rollout_clusters')
          .select('cell_id')
          .whereIn('arn', arns)
          .where('in_flight', 1),
      )
      .update({ next_at: now.toISOString() });
    return woken > 0;
  }

  async cellWaiting(
    rolloutId: string,
    wave: number,
  ): Promise<Waiting | undefined> {
    const row: Pick<CellRow, 'waiting'> | undefined = await this.#knex<CellRow>(
      'rollout_cells',
    )
      .where({ rollout_id: rolloutId, wave })
      .whereIn('state', ['running', 'rollingBack'])
      .whereNot('stage', 'parked')
      .whereNot('waiting', '')
      .orderBy('place')
      .first('waiting');
    return row && fromJson<Waiting>(row.waiting);
  }

  async clustersOf(
    rolloutId: string,
    which: { wave?: number; touched?: boolean },
  ): Promise<RolloutCluster[]> {
    const query = this.#knex<CellClusterRow>('rollout_clusters').where(
      'rollout_id',
      rolloutId,
    );
    if (which.wave !== undefined) {
      query.where('wave', which.wave);
    }
    if (which.touched) {
      query.where('touched', 1);
    }
    const rows: Array<Pick<CellClusterRow, 'cluster'>> = await query
      .orderBy('arn')
      .select('cluster');
    return rows.map(({ cluster }) => JSON.parse(cluster));
  }

  async waitingClusters(
    rolloutId: string,
  ): Promise<Array<{ cellId: string; cluster: CellClusterRecord }>> {
    const rows: CellClusterRow[] = await this.#knex('rollout_cells')
      .join('rollout_clusters', 'rollout_clusters.cell_id', 'rollout_cells.id')
      .where('rollout_cells.rollout_id', rolloutId)
      .whereIn('rollout_cells.state', ['planned', 'queued'])
      .where('rollout_clusters.touched', 0)
      .orderBy(['rollout_cells.wave', 'rollout_cells.place'])
      .select('rollout_clusters.*');
    return rows.map(row => ({
      cellId: row.cell_id,
      cluster: fromCellClusterRow(row),
    }));
  }

  async markMoved(
    rolloutId: string,
    moved: Array<{
      cellId: string;
      arn: string;
      movedOutside: CellClusterRecord['movedOutside'];
    }>,
  ): Promise<void> {
    await this.#knex.transaction(async transaction => {
      const [rollout]: RolloutRow[] = await locked(
        transaction,
        transaction('rollouts').where('id', rolloutId),
      );
      const changed = rollout.changes + 1;
      await transaction('rollouts')
        .where('id', rolloutId)
        .update({ changes: changed });
      for (const { arn, cellId, movedOutside } of moved) {
        const [row]: CellClusterRow[] = await transaction(
          'rollout_clusters',
        ).where({ cell_id: cellId, arn, touched: 0 });
        if (row) {
          await transaction('rollout_clusters')
            .where({ cell_id: cellId, arn })
            .update({
              moved_outside: movedOutside ? 1 : 0,
              state: toJson({ ...fromJson<object>(row.state), movedOutside }),
            });
          await transaction('rollout_cells')
            .where('id', cellId)
            .update({ changed });
        }
      }
    });
  }
}

function leaseOf(row: { id: string; lease_owner: string; lease: number }) {
  return { id: row.id, owner: row.lease_owner, number: row.lease };
}
