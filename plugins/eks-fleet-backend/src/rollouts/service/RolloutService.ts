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

import { ConflictError, NotFoundError } from '@backstage/errors';
import type {
  FleetStop,
  GateDecision,
  RolloutAct,
  RolloutCellAct,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { applyAct } from '../engine/applyAct';
import type { RolloutStore } from '../store/types';
import { applyCellAct } from './applyCellAct';
import { decideGate, type Decider } from './decideGate';
import type { EvidenceReader } from './EvidenceReader';
import { findRollout } from './findRollout';
import type { Reader } from './readerOf';
import { refuseRollback } from './refuseRollback';
import { refuseStale } from './refuseStale';
import type { RolloutDrafts } from './RolloutDrafts';
import type { RolloutPlanner } from './RolloutPlanner';

/** Keeps what people decide about rollouts that there are. */
export class RolloutService {
  readonly #store: RolloutStore;
  readonly #planner: Pick<RolloutPlanner, 'rollbackMeans'>;
  readonly #drafts: RolloutDrafts;
  readonly #evidence: EvidenceReader;
  readonly #mayStart: (executor: string) => string | undefined;
  readonly #onChanged: (ids: string[]) => void;
  readonly #now: () => Date;

  constructor(options: {
    store: RolloutStore;
    planner: Pick<RolloutPlanner, 'rollbackMeans'>;
    drafts: RolloutDrafts;
    evidence: EvidenceReader;
    /** Why nothing may be started with this executor, where nothing may. */
    mayStart: (executor: string) => string | undefined;
    /** Called after each change. */
    onChanged: (ids: string[]) => void;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#planner = options.planner;
    this.#drafts = options.drafts;
    this.#evidence = options.evidence;
    this.#mayStart = options.mayStart;
    this.#onChanged = options.onChanged;
    this.#now = options.now;
  }

  async act(
    reader: Reader,
    by: string,
    id: string,
    { act, clusters = [], reason, revision, wave }: RolloutAct,
  ): Promise<void> {
    if (act === 'plan') {
      await this.#drafts.plan(reader, by, id, revision);
      return;
    }
    if (act === 'assign') {
      await this.#drafts.assign(reader, by, id, clusters);
      return;
    }
    await this.#store.act(id, snapshot => {
      refuseStale(snapshot.rollout, revision);
      const refusal =
        act === 'start' ? this.#mayStart(snapshot.rollout.executor) : undefined;
      if (refusal) {
        throw new ConflictError(refusal);
      }
      return applyAct(snapshot, act, { by, reason, wave, now: this.#now() });
    });
    this.#onChanged([id]);
  }

  async actOnCell(
    by: string,
    id: string,
    cellId: string,
    act: RolloutCellAct,
  ): Promise<void> {
    const guided =
      act.act === 'rollBack'
        ? await this.#demandMeans(id, cellId, act)
        : undefined;
    await this.#store.actOnCell(id, cellId, (cell, snapshot) =>
      applyCellAct(cell, snapshot, act, { by, now: this.#now(), guided }),
    );
    this.#onChanged([id]);
  }

  /**
   * @returns ARNs of those that go back on the guided way
   * @throws ConflictError that says why it cannot be taken back
   */
  async #demandMeans(
    id: string,
    cellId: string,
    { force }: RolloutCellAct,
  ): Promise<Set<string>> {
    const guided = new Set<string>();
    const { rollout } = await findRollout(this.#store, 'all', id);
    const cell = await this.#store.cell(id, cellId, 'all');
    for (const record of cell?.clusters ?? []) {
      const means = await this.#planner.rollbackMeans(rollout.executor, record);
      refuseRollback(record, means, { force, now: this.#now() });
      if (means.way === 'guided') {
        guided.add(record.cluster.arn);
      }
    }
    return guided;
  }

  async decide(
    decider: Decider,
    id: string,
    gateId: string,
    decision: GateDecision,
  ): Promise<void> {
    const seen = await findRollout(this.#store, 'all', id);
    const asked = seen.gates.find(gate => gate.id === gateId);
    if (!asked) {
      throw new NotFoundError(`No gate ${gateId} of a wave that is not over`);
    }
    const surroundings = await this.#evidence.read(seen, asked);
    await this.#store.decide(id, gateId, (gate, snapshot) =>
      decideGate(gate, snapshot, decision, decider, this.#now(), surroundings),
    );
    this.#onChanged([id]);
  }

  async fleetStop(): Promise<FleetStop> {
    return this.#store.fleetStop();
  }

  async setFleetStop(
    by: string,
    stopped: boolean,
    reason: string,
  ): Promise<void> {
    await this.#store.setFleetStop({
      stopped,
      by,
      at: this.#now().toISOString(),
      reason,
    });
    this.#onChanged([]);
  }
}
