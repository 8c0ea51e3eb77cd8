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
import type {
  FleetStop,
  Waiting,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  NO_CELLS,
  type CellCounts,
  type CellMove,
  type CellRecord,
  type DecisionRecord,
  type GateRecord,
  type NewLogEntry,
  type RolloutChanges,
  type RolloutRecord,
  type RolloutSnapshot,
  type WaveRecord,
} from '../../records';
import type {
  CellClaim,
  CellOutcome,
  ClaimRequest,
  EngineState,
  EngineStore,
  GrantRequest,
  GrantResult,
  Lease,
  RolloutClaim,
} from '../../store/types';
import { approversOf } from '../approvals';
import { overBudget } from '../failureBudget';
import { grantSlots } from '../grantSlots';

interface Leased {
  nextAt: string;
  owner: string;
  until: string;
  number: number;
}

interface StoredRollout extends Leased {
  snapshot: RolloutSnapshot;
}

interface StoredCell extends Leased {
  cell: CellRecord;
}

const SILENCE_MS = 180_000;
const FREE: Leased = { nextAt: '', owner: '', until: '', number: 0 };

/** What the database does, in memory: for engines that are run thousands of times. */
export class MemoryRolloutStore implements EngineStore {
  readonly rollouts = new Map<string, StoredRollout>();
  readonly cells = new Map<string, StoredCell>();
  readonly entries: NewLogEntry[] = [];
  stop: FleetStop = { stopped: false };
  #seenAt = '';
  #sequence = 0;
  #settleSince?: string;

  add(snapshot: RolloutSnapshot, cells: CellRecord[]): void {
    this.rollouts.set(snapshot.rollout.id, { ...FREE, snapshot });
    cells.forEach(cell => this.cells.set(cell.id, { ...FREE, cell }));
    this.#count(snapshot.rollout.id);
  }

  snapshot(id: string): RolloutSnapshot {
    return this.rollouts.get(id)!.snapshot;
  }

  cellsOf(id: string): CellRecord[] {
    return [...this.cells.values()]
      .map(({ cell }) => cell)
      .filter(({ rolloutId }) => rolloutId === id);
  }

  act(id: string, act: (before: RolloutSnapshot) => RolloutChanges): void {
    const stored = this.rollouts.get(id)!;
    this.#apply(stored, act(stored.snapshot));
  }

  actOnCell(
    id: string,
    cellId: string,
    act: (
      cell: CellRecord,
      before: RolloutSnapshot,
    ) => { cell: CellRecord; nextAt: string; changes: RolloutChanges },
  ): void {
    const stored = this.rollouts.get(id)!;
    const cell = this.cells.get(cellId)!;
    const after = act(cell.cell, stored.snapshot);
    cell.cell = after.cell;
    cell.nextAt = after.nextAt;
    cell.number += 1;
    cell.until = '';
    this.#apply(stored, after.changes);
    this.#count(id);
  }

  decide(
    id: string,
    gateId: string,
    decide: (
      gate: GateRecord,
      before: RolloutSnapshot,
    ) => { decision: DecisionRecord; log: NewLogEntry[] },
  ): void {
    const stored = this.rollouts.get(id)!;
    const gate = stored.snapshot.gates.find(item => item.id === gateId)!;
    const { decision } = decide(gate, stored.snapshot);
    gate.decisions = [...gate.decisions, decision];
    if (stored.nextAt !== '') {
      stored.nextAt = decision.at;
    }
  }

  async beat(now: Date, sequenceSeen: number): Promise<EngineState> {
    const at = now.toISOString();
    const silent =
      this.#seenAt !== '' &&
      now.getTime() - Date.parse(this.#seenAt) > SILENCE_MS;
    if (silent || this.#sequence < sequenceSeen) {
      this.#settleSince = at;
      for (const cell of this.cells.values()) {
        if (cell.nextAt !== '') {
          cell.nextAt = at;
        }
      }
    }
    this.#seenAt = this.#seenAt > at ? this.#seenAt : at;
    this.#sequence = Math.max(this.#sequence, sequenceSeen) + 1;
    return {
      installationId: 'test',
      sequence: this.#sequence,
      settleSince: this.#settleSince,
      stop: { ...this.stop },
    };
  }

  async claimRollouts(request: ClaimRequest): Promise<RolloutClaim[]> {
    return claim(this.rollouts, request).map(([id, stored]) => ({
      ...structuredClone(stored.snapshot),
      lease: leaseOf(id, stored),
    }));
  }

  async recordRollout(
    { lease, rollout }: Pick<RolloutClaim, 'lease' | 'rollout'>,
    changes: RolloutChanges & { nextAt: string },
  ): Promise<boolean> {
    const stored = this.rollouts.get(lease.id)!;
    if (!holds(stored, lease)) {
      return false;
    }
    stored.until = '';
    if (stored.snapshot.rollout.revision !== rollout.revision) {
      return false;
    }
    const asked =
      stored.nextAt < changes.nextAt &&
      stored.snapshot.rollout.changes !== rollout.changes;
    this.#apply(
      stored,
      asked && changes.nextAt !== ''
        ? { ...changes, nextAt: stored.nextAt }
        : changes,
    );
    return true;
  }

  async grantCells(
    { lease, rollout }: Pick<RolloutClaim, 'lease' | 'rollout'>,
    { caps, now, wave: index }: GrantRequest,
  ): Promise<GrantResult> {
    const stored = this.rollouts.get(rollout.id)!;
    const { snapshot } = stored;
    const wave = snapshot.waves.find(item => item.index === index);
    if (
      this.stop.stopped ||
      !holds(stored, lease) ||
      snapshot.rollout.revision !== rollout.revision ||
      snapshot.rollout.lifecycle !== 'running' ||
      wave?.lifecycle !== 'running' ||
      overBudget(snapshot.rollout, snapshot.waves, wave)
    ) {
      return { granted: 0 };
    }
    const queued = [...this.cells.values()].filter(
      ({ cell }) =>
        cell.rolloutId === rollout.id &&
        cell.wave === index &&
        cell.state === 'queued',
    );
    const places = new Map<string, number>();
    const held = new Map<string, { id: string; title: string }>();
    for (const { cell } of this.cells.values()) {
      for (const { cluster } of cell.clusters) {
        const key = `${cluster.accountId}/${cluster.region}`;
        if (cell.state === 'running' && cell.stage !== 'parked') {
          places.set(key, (places.get(key) ?? 0) + 1);
        }
        if (cell.state === 'running' && cell.rolloutId !== rollout.id) {
          const { id, title } = this.snapshot(cell.rolloutId).rollout;
          held.set(cluster.arn, { id, title });
        }
      }
    }
    const slots = grantSlots(
      queued.map(({ cell }) => ({
        id: cell.id,
        clusters: cell.clusters.map(({ cluster, queue }) => ({
          ...cluster,
          queue,
        })),
      })),
      wave.plan.concurrency.resolved - wave.counts.running,
      { places, queues: new Map(), held },
      caps,
    );
    for (const id of slots.granted) {
      const cell = this.cells.get(id)!;
      cell.cell = { ...cell.cell, state: 'running', waiting: undefined };
      cell.nextAt = now.toISOString();
    }
    this.#count(rollout.id);
    return { granted: slots.granted.length };
  }

  async claimCells(request: ClaimRequest): Promise<CellClaim[]> {
    return claim(this.cells, request).map(([id, stored]) => {
      const { gates, rollout, waves } = structuredClone(
        this.snapshot(stored.cell.rolloutId),
      );
      return {
        lease: leaseOf(id, stored),
        cell: structuredClone(stored.cell),
        rollout,
        wave: waves.find(({ index }) => index === stored.cell.wave)!,
        approvedBy: approversOf(gates, stored.cell.wave, rollout.planHash),
      };
    });
  }

  async recordCells(outcomes: CellOutcome[], now: Date): Promise<Set<string>> {
    const recorded = new Set<string>();
    for (const { cell, lease, log, lookedAt, nextAt, rolloutId } of outcomes) {
      const stored = this.cells.get(lease.id)!;
      if (holds(stored, lease)) {
        recorded.add(lease.id);
        const moved = cell && cell.state !== stored.cell.state;
        const parked = cell && cell.stage !== stored.cell.stage;
        stored.cell = structuredClone({
          ...(cell ?? stored.cell),
          lookedAt: lookedAt ?? stored.cell.lookedAt,
        });
        if (nextAt !== undefined) {
          stored.nextAt = nextAt;
          stored.until = '';
        }
        this.entries.push(...(log ?? []));
        const rollout = this.rollouts.get(rolloutId)!;
        rollout.snapshot.rollout.changes += 1;
        if ((moved || parked) && rollout.nextAt !== '') {
          rollout.nextAt = now.toISOString();
        }
        this.#count(rolloutId);
      }
    }
    return recorded;
  }

  async wake(): Promise<boolean> {
    return false;
  }

  async cellWaiting(
    rolloutId: string,
    wave: number,
  ): Promise<Waiting | undefined> {
    return this.cellsOf(rolloutId).find(
      cell => cell.wave === wave && cell.state === 'running' && cell.waiting,
    )?.waiting;
  }

  async isSettling(rolloutId: string, since: string): Promise<boolean> {
    return [...this.cells.values()].some(
      ({ cell, nextAt }) =>
        cell.rolloutId === rolloutId &&
        nextAt !== '' &&
        (cell.lookedAt ?? '') < since,
    );
  }

  async clustersOf(
    rolloutId: string,
    which: { wave?: number; touched?: boolean },
  ): Promise<RolloutCluster[]> {
    return this.cellsOf(rolloutId)
      .filter(({ wave }) => which.wave === undefined || wave === which.wave)
      .flatMap(({ clusters }) => clusters)
      .filter(({ touched }) => !which.touched || touched)
      .map(({ cluster }) => cluster);
  }

  async waitingClusters() {
    return [];
  }

  async markMoved(): Promise<void> {}

  #apply(stored: StoredRollout, changes: RolloutChanges): void {
    const { snapshot } = stored;
    snapshot.rollout = { ...snapshot.rollout, ...changes.rollout };
    if (changes.revises) {
      snapshot.rollout.revision += 1;
    }
    snapshot.waves = snapshot.waves.map(
      (wave): WaveRecord => ({
        ...wave,
        ...changes.waves?.find(({ index }) => index === wave.index)?.set,
      }),
    );
    snapshot.gates = snapshot.gates.map(gate => ({
      ...gate,
      ...changes.gates?.find(({ id }) => id === gate.id)?.set,
    }));
    changes.cells?.forEach(move => this.#move(snapshot.rollout, move));
    this.entries.push(...(changes.log ?? []));
    if (changes.nextAt !== undefined) {
      stored.nextAt = changes.nextAt;
    }
    this.#count(snapshot.rollout.id);
  }

  #move(rollout: RolloutRecord, { from, stage, to, wave }: CellMove): void {
    for (const stored of this.cells.values()) {
      const { cell } = stored;
      if (
        cell.rolloutId === rollout.id &&
        cell.wave === wave &&
        cell.state === from &&
        (stage === undefined || cell.stage === stage)
      ) {
        stored.cell = { ...cell, ...to, waiting: undefined };
        stored.nextAt = '';
        stored.number += 1;
        stored.until = '';
      }
    }
  }

  #count(rolloutId: string): void {
    const { snapshot } = this.rollouts.get(rolloutId)!;
    for (const wave of snapshot.waves) {
      const counts: CellCounts = { ...NO_CELLS };
      for (const cell of this.cellsOf(rolloutId)) {
        if (cell.wave === wave.index) {
          const key =
            cell.state === 'running' && cell.stage === 'parked'
              ? 'parked'
              : cell.state;
          counts[key] += 1;
        }
      }
      wave.counts = counts;
    }
  }
}

function claim<T extends Leased>(
  all: Map<string, T>,
  { leaseSeconds, limit, now, owner }: ClaimRequest,
): Array<[string, T]> {
  const at = now.toISOString();
  const due = [...all]
    .filter(
      ([, { nextAt, until }]) => nextAt !== '' && nextAt <= at && until <= at,
    )
    .slice(0, limit);
  for (const [, stored] of due) {
    stored.owner = owner;
    stored.until = new Date(now.getTime() + leaseSeconds * 1000).toISOString();
    stored.number += 1;
  }
  return due;
}

function leaseOf(id: string, { number, owner }: Leased): Lease {
  return { id, owner, number };
}

function holds({ number, owner }: Leased, lease: Lease): boolean {
  return number === lease.number && owner === lease.owner;
}
