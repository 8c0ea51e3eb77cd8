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

import { ConflictError } from '@backstage/errors';
import type {
  FleetStop,
  Waiting,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { RolloutCluster } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type {
  CellMove,
  CellRecord,
  DecisionRecord,
  GateRecord,
  NewLogEntry,
  RolloutChanges,
  RolloutRecord,
  RolloutSnapshot,
  WaveRecord,
} from '../../records';
import { sumCounts } from '../../store/applyChanges';
import { demandEditable } from '../../store/demandEditable';
import type {
  CellClaim,
  CellOutcome,
  ClaimRequest,
  EngineState,
  EngineStore,
  GrantRequest,
  GrantResult,
  RolloutClaim,
} from '../../store/types';
import { approversOf } from '../approvals';
import { overBudget } from '../failureBudget';
import type { Slots } from '../grantSlots';
import { keepSince } from '../sameWaiting';
import { memorySlots } from './memorySlots';
import {
  claim,
  FREE,
  holds,
  isUnderWay,
  leaseOf,
  type StoredCell,
  type StoredRollout,
} from './memoryTables';

const SILENCE_MS = 180_000;

/** All that a backup of the database has. */
export interface MemoryBackup {
  rollouts: Map<string, StoredRollout>;
  cells: Map<string, StoredCell>;
  stop: FleetStop;
  engine: { seenAt: string; sequence: number; settleSince?: string };
}

/** What the database does, in memory: for engines that are run thousands of times. */
export class MemoryRolloutStore implements EngineStore {
  rollouts = new Map<string, StoredRollout>();
  cells = new Map<string, StoredCell>();
  readonly entries: NewLogEntry[] = [];
  stop: FleetStop = { stopped: false };
  /** Called after each write to a rollout or its cells. */
  onWrite: (rolloutId: string) => void = () => {};
  #engine: MemoryBackup['engine'] = { seenAt: '', sequence: 0 };

  add(snapshot: RolloutSnapshot, cells: CellRecord[]): void {
    const { id } = snapshot.rollout;
    this.rollouts.set(id, { ...FREE, snapshot });
    cells.forEach(cell =>
      this.cells.set(cell.id, { ...FREE, cell, held: false }),
    );
    this.#written(id);
  }

  backup(): MemoryBackup {
    return {
      rollouts: copyOf(this.rollouts),
      cells: copyOf(this.cells),
      stop: { ...this.stop },
      engine: { ...this.#engine },
    };
  }

  restore({ cells, engine, rollouts, stop }: MemoryBackup): void {
    this.rollouts = copyOf(rollouts);
    this.cells = copyOf(cells);
    this.stop = { ...stop };
    this.#engine = { ...engine };
  }

  snapshot(id: string): RolloutSnapshot {
    return this.rollouts.get(id)!.snapshot;
  }

  cellsOf(id: string): CellRecord[] {
    return [...this.cells.values()]
      .map(({ cell }) => cell)
      .filter(({ rolloutId }) => rolloutId === id);
  }

  /** @throws ConflictError once it has started */
  edit(
    id: string,
    edit: (before: RolloutSnapshot) => {
      snapshot: RolloutSnapshot;
      cells: CellRecord[];
    },
  ): void {
    const before = this.snapshot(id);
    demandEditable(before.rollout.lifecycle);
    const { cells, snapshot } = edit(before);
    this.cellsOf(id).forEach(cell => this.cells.delete(cell.id));
    this.add(snapshot, cells);
  }

  act(id: string, act: (before: RolloutSnapshot) => RolloutChanges): void {
    const stored = this.rollouts.get(id)!;
    this.#apply(stored, act(stored.snapshot));
    this.#written(id);
  }

  addCells(
    id: string,
    cells: CellRecord[],
    act: (before: RolloutSnapshot) => RolloutChanges,
  ): void {
    const stored = this.rollouts.get(id)!;
    const changes = act(stored.snapshot);
    cells.forEach(cell =>
      this.cells.set(cell.id, { ...FREE, cell, held: false }),
    );
    this.#apply(stored, changes);
    this.#written(id);
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
    if (['rollingBack', 'queued'].includes(after.cell.state)) {
      this.#refuseHeld(after.cell);
    }
    cell.cell = after.cell;
    cell.held = isUnderWay(after.cell);
    cell.nextAt = after.nextAt;
    cell.number += 1;
    cell.until = '';
    this.#changed(stored);
    this.#apply(stored, after.changes);
    this.#written(id);
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
    const { gates } = stored.snapshot;
    const gate = gates.find(item => item.id === gateId)!;
    const { decision } = decide(gate, stored.snapshot);
    stored.snapshot = {
      ...stored.snapshot,
      gates: gates.map(item =>
        item === gate
          ? { ...gate, decisions: [...gate.decisions, decision] }
          : item,
      ),
    };
    if (stored.nextAt !== '') {
      stored.nextAt = decision.at;
    }
    this.#written(id);
  }

  async beat(now: Date, sequenceSeen: number): Promise<EngineState> {
    const at = now.toISOString();
    const { seenAt, sequence, settleSince } = this.#engine;
    const silent =
      seenAt !== '' && now.getTime() - Date.parse(seenAt) > SILENCE_MS;
    const settles = silent || sequence < sequenceSeen;
    this.#engine = {
      seenAt: seenAt > at ? seenAt : at,
      sequence: Math.max(sequence, sequenceSeen) + 1,
      settleSince: settles ? at : settleSince,
    };
    if (settles) {
      for (const cell of this.cells.values()) {
        if (cell.nextAt !== '') {
          cell.nextAt = at;
        }
      }
    }
    return {
      installationId: 'test',
      sequence: this.#engine.sequence,
      settleSince: this.#engine.settleSince,
      stop: { ...this.stop },
    };
  }

  async claimRollouts(request: ClaimRequest): Promise<RolloutClaim[]> {
    return claim(this.rollouts, request).map(([id, stored]) => ({
      ...stored.snapshot,
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
    this.#written(lease.id);
    return true;
  }

  async grantCells(
    { lease, rollout }: Pick<RolloutClaim, 'lease' | 'rollout'>,
    { caps, now, wave: index }: GrantRequest,
  ): Promise<GrantResult> {
    const { id: rolloutId } = rollout;
    const stored = this.rollouts.get(rolloutId)!;
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
    const { rollingBack, running } = wave.counts;
    const slots = memorySlots([...this.cells.values()], {
      caps,
      free: wave.plan.concurrency.resolved - running - rollingBack,
      rolloutId,
      titleOf: id => this.snapshot(id).rollout.title,
      wave: index,
    });
    for (const id of slots.granted) {
      const cell = this.cells.get(id)!;
      cell.cell = {
        ...cell.cell,
        state: 'running',
        waiting: undefined,
        startedAt: cell.cell.startedAt ?? now.toISOString(),
      };
      cell.held = true;
      cell.nextAt = now.toISOString();
      cell.until = '';
    }
    const reworded = this.#reword(slots.waiting, now);
    if (slots.granted.length + reworded > 0) {
      this.#changed(stored);
      this.#written(rolloutId);
    }
    const [first] = slots.waiting;
    return {
      granted: slots.granted.length,
      ...(first && { waiting: { ...first[1], cellId: first[0] } }),
    };
  }

  async claimCells(request: ClaimRequest): Promise<CellClaim[]> {
    return claim(this.cells, request).map(([id, stored]) => {
      const { gates, rollout, waves } = this.snapshot(stored.cell.rolloutId);
      return {
        lease: leaseOf(id, stored),
        cell: stored.cell,
        rollout,
        wave: waves.find(({ index }) => index === stored.cell.wave)!,
        approvedBy: approversOf(gates, stored.cell.wave, rollout.planHash),
      };
    });
  }

  async recordCells(outcomes: CellOutcome[], now: Date): Promise<Set<string>> {
    const recorded = new Set<string>();
    for (const { cell, lease, log, lookedAt, nextAt, rolloutId } of outcomes) {
      const stored = this.cells.get(lease.id);
      if (stored && holds(stored, lease)) {
        recorded.add(lease.id);
        const moved =
          cell &&
          (cell.state !== stored.cell.state ||
            cell.stage !== stored.cell.stage);
        stored.cell = {
          ...(cell ?? stored.cell),
          lookedAt: lookedAt ?? stored.cell.lookedAt,
        };
        if (cell) {
          stored.held = isUnderWay(cell);
        }
        if (nextAt !== undefined) {
          stored.nextAt = nextAt;
          stored.until = '';
        }
        this.entries.push(...(log ?? []));
        const rollout = this.rollouts.get(rolloutId)!;
        if (cell || log?.length) {
          this.#changed(rollout);
        }
        if (moved && rollout.nextAt !== '') {
          rollout.nextAt = now.toISOString();
        }
        this.#written(rolloutId);
      }
    }
    return recorded;
  }

  async startedWith(cells: CellRecord[]): Promise<CellRecord[]> {
    return [...this.cells.values()]
      .map(({ cell }) => cell)
      .filter(cell =>
        cells.some(
          ({ rolloutId, startedAt, wave }) =>
            cell.rolloutId === rolloutId &&
            cell.wave === wave &&
            cell.startedAt === startedAt,
        ),
      );
  }

  async wake(): Promise<boolean> {
    return false;
  }

  async cellWaiting(
    rolloutId: string,
    wave: number,
  ): Promise<Waiting | undefined> {
    return this.cellsOf(rolloutId).find(
      cell =>
        cell.wave === wave &&
        isUnderWay(cell) &&
        cell.stage !== 'parked' &&
        cell.waiting,
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
    const { gates, rollout, waves } = stored.snapshot;
    stored.snapshot = {
      rollout: {
        ...rollout,
        ...changes.rollout,
        revision: rollout.revision + (changes.revises ? 1 : 0),
        changes: rollout.changes + (changes.cells?.length ? 1 : 0),
      },
      waves: waves.map(
        (wave): WaveRecord => ({
          ...wave,
          ...changes.waves?.find(({ index }) => index === wave.index)?.set,
        }),
      ),
      gates: gates.map(gate => ({
        ...gate,
        ...changes.gates?.find(({ id }) => id === gate.id)?.set,
      })),
    };
    changes.cells?.forEach(move => this.#move(rollout, move));
    this.entries.push(...(changes.log ?? []));
    if (changes.nextAt !== undefined) {
      stored.nextAt = changes.nextAt;
    }
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
        stored.held = to.state === 'queued' && to.stage === 'nodes';
        stored.nextAt = '';
        stored.number += 1;
        stored.until = '';
      }
    }
  }

  /** @returns how many cells wait for something else than before */
  #reword(waiting: Slots['waiting'], now: Date): number {
    let reworded = 0;
    for (const [id, words] of waiting) {
      const stored = this.cells.get(id)!;
      const before = stored.cell.waiting;
      const next = keepSince({ ...words, cellId: id }, before, now);
      if (JSON.stringify(next) !== JSON.stringify(before)) {
        stored.cell = { ...stored.cell, waiting: next };
        reworded += 1;
      }
    }
    return reworded;
  }

  #changed(stored: StoredRollout): void {
    const { rollout } = stored.snapshot;
    stored.snapshot = {
      ...stored.snapshot,
      rollout: { ...rollout, changes: rollout.changes + 1 },
    };
  }

  #refuseHeld({ clusters, rolloutId }: CellRecord): void {
    const own = new Set(clusters.map(({ cluster }) => cluster.arn));
    for (const { cell, held } of this.cells.values()) {
      const taken = cell.clusters.some(({ cluster }) => own.has(cluster.arn));
      if (held && taken && cell.rolloutId !== rolloutId) {
        throw new ConflictError(`${cell.rolloutId} is changing it`);
      }
    }
  }

  /** Counts cells anew, and tells. */
  #written(id: string): void {
    const stored = this.rollouts.get(id)!;
    const cells = this.cellsOf(id);
    stored.snapshot = {
      ...stored.snapshot,
      waves: stored.snapshot.waves.map(wave => ({
        ...wave,
        counts: sumCounts(
          cells
            .filter(cell => cell.wave === wave.index)
            .map(({ stage, state }) => ({ stage, state, count: 1 })),
        ),
      })),
    };
    this.onWrite(id);
  }
}

/** What the rows hold is never changed in place. */
function copyOf<T extends object>(rows: Map<string, T>): Map<string, T> {
  return new Map([...rows].map(([id, row]) => [id, { ...row }]));
}
