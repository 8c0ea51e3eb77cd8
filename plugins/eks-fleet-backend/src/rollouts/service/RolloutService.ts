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
  RolloutDraft,
  RolloutPreview,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterScope } from '../../inventory/types';
import { applyAct } from '../engine/applyAct';
import { previewOf } from '../plan/previewOf';
import type { NewLogEntry, RolloutRecord } from '../records';
import type { RolloutStore } from '../store/types';
import { applyCellAct } from './applyCellAct';
import { assignCells } from './assignCells';
import type { ClusterSelector } from './ClusterSelector';
import { decideGate, type Decider } from './decideGate';
import type { EvidenceReader } from './EvidenceReader';
import { findRollout } from './findRollout';
import { leftoversOf } from './leftoversOf';
import { newRollout } from './newRollout';
import { plannedOf, wordPlan } from './plannedOf';
import { planRecords } from './planRecords';
import type { Reader } from './readerOf';
import { refuseRollback } from './refuseRollback';
import type { RolloutPlanner } from './RolloutPlanner';
import { subjectsOf } from './subjectsOf';

/** Keeps what people decide about rollouts. */
export class RolloutService {
  readonly #store: RolloutStore;
  readonly #planner: RolloutPlanner;
  readonly #selector: ClusterSelector;
  readonly #evidence: EvidenceReader;
  readonly #mayStart: (executor: string) => string | undefined;
  readonly #onChanged: (ids: string[]) => void;
  readonly #now: () => Date;

  constructor(options: {
    store: RolloutStore;
    planner: RolloutPlanner;
    selector: ClusterSelector;
    evidence: EvidenceReader;
    /** Why nothing may be started with this executor, where nothing may. */
    mayStart: (executor: string) => string | undefined;
    /** Called after each change. */
    onChanged: (ids: string[]) => void;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#planner = options.planner;
    this.#selector = options.selector;
    this.#evidence = options.evidence;
    this.#mayStart = options.mayStart;
    this.#onChanged = options.onChanged;
    this.#now = options.now;
  }

  async preview(
    clusters: ClusterScope,
    draft: RolloutDraft,
  ): Promise<RolloutPreview> {
    const { forecast, plan } = await this.#planner.plan(clusters, draft);
    return previewOf(plan, forecast, draft.strategy);
  }

  async create(
    reader: Reader,
    by: string,
    given: RolloutDraft,
    stragglersOf?: string,
  ): Promise<string> {
    const draft = this.#planner.check(given);
    const clusters = await this.#selector.select(reader.clusters, draft);
    const at = this.#now().toISOString();
    const rollout = newRollout(draft, { at, by, clusters, stragglersOf });
    await this.#store.create(rollout, [
      entry(by, at, 'create', `Made a draft: ${draft.title}`),
    ]);
    this.#onChanged([rollout.id]);
    return rollout.id;
  }

  async edit(
    reader: Reader,
    by: string,
    id: string,
    given: RolloutDraft,
  ): Promise<void> {
    const { revision, ...draft } = this.#planner.check(given);
    const clusters = await this.#selector.select(reader.clusters, draft);
    const at = this.#now().toISOString();
    await this.#store.edit(id, before => {
      refuseStale(before, revision);
      return {
        rollout: {
          ...before,
          ...draft,
          ...subjectsOf(clusters, before.createdBy),
          revision: before.revision + 1,
          lifecycle: 'draft',
          plan: undefined,
          planHash: '',
          waiting: undefined,
          updatedBy: by,
          updatedAt: at,
        },
        log: [
          entry(
            by,
            at,
            'edit',
            'Edited it; what was planned and approved is void',
          ),
        ],
      };
    });
    this.#onChanged([id]);
  }

  async act(
    reader: Reader,
    by: string,
    id: string,
    { act, clusters = [], reason, revision, wave }: RolloutAct,
  ): Promise<void> {
    if (act === 'plan') {
      await this.#plan(reader, by, id, revision);
    } else if (act === 'assign') {
      await this.#assign(reader, by, id, clusters);
    } else {
      await this.#store.act(id, snapshot => {
        refuseStale(snapshot.rollout, revision);
        const refusal =
          act === 'start'
            ? this.#mayStart(snapshot.rollout.executor)
            : undefined;
        if (refusal) {
          throw new ConflictError(refusal);
        }
        return applyAct(snapshot, act, { by, reason, wave, now: this.#now() });
      });
    }
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

  /** @returns the id of the plan; asked twice it is the same */
  async stragglers(reader: Reader, by: string, id: string): Promise<string> {
    const present = await this.#store.stragglersOf(id);
    if (present !== undefined) {
      return present;
    }
    const { rollout } = await findRollout(this.#store, 'all', id);
    const clusters = await leftoversOf(this.#store, rollout, reader.clusters);
    const made = await this.create(
      reader,
      by,
      {
        title: `Stragglers of ${rollout.title}`.slice(0, 120),
        change: rollout.change,
        selection: { clusters },
        strategy: rollout.strategy,
        executor: rollout.executor,
      },
      id,
    );
    await this.#plan(reader, by, made, undefined);
    this.#onChanged([made]);
    return made;
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

  async #plan(
    reader: Reader,
    by: string,
    id: string,
    revision: number | undefined,
  ): Promise<void> {
    const { rollout } = await findRollout(this.#store, 'all', id);
    const made = await this.#planner.plan(reader.clusters, {
      title: rollout.title,
      change: rollout.change,
      selection: rollout.selection,
      strategy: rollout.strategy,
      executor: rollout.executor,
    });
    const at = this.#now().toISOString();
    await this.#store.edit(id, before => {
      refuseStale(before, revision ?? rollout.revision);
      return {
        rollout: {
          ...before,
          ...plannedOf(made, before, at),
          revision: before.revision + 1,
          lifecycle: 'planned',
        },
        plan: planRecords(id, made.plan, before.strategy, made.forecast),
        log: [entry(by, at, 'plan', wordPlan(made))],
      };
    });
  }

  /** The last wave takes clusters that fit the selection by now. */
  async #assign(
    reader: Reader,
    by: string,
    id: string,
    arns: string[],
  ): Promise<void> {
    const snapshot = await findRollout(this.#store, 'all', id);
    const { cells, change } = await assignCells({
      snapshot,
      arns,
      by,
      now: this.#now(),
      planner: this.#planner,
      scope: reader.clusters,
    });
    await this.#store.addCells(id, cells, change);
  }
}

function refuseStale(
  { revision }: RolloutRecord,
  asked: number | undefined,
): void {
  if (asked !== undefined && asked !== revision) {
    throw new ConflictError(
      `Somebody changed it meanwhile: it is at revision ${revision}, and you looked at ${asked}. Look again`,
    );
  }
}

function entry(
  actor: string,
  at: string,
  code: string,
  message: string,
): NewLogEntry {
  return { at, actor, code, message, level: 'info' };
}
