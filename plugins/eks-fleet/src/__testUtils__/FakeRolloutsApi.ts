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

import type {
  CellRequest,
  ClusterRollouts,
  EksFleetRolloutsApi,
  FleetStop,
  FleetStopRequest,
  GateDecision,
  Rollout,
  RolloutAct,
  RolloutCell,
  RolloutCellAct,
  RolloutCellQuery,
  RolloutDraft,
  RolloutLifecycle,
  RolloutLogEntry,
  RolloutPreview,
  RolloutQuery,
  SavedStrategy,
  StrategySave,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { responseError } from './FakeFleetApi';
import { paged } from './fakeLists';
import { ALL_RIGHTS, aRollout, aSavedStrategy } from './rollouts';

const AFTER: Record<RolloutAct['act'], RolloutLifecycle | undefined> = {
  plan: 'planned',
  start: 'running',
  pause: 'paused',
  resume: 'running',
  stop: 'stopping',
  cancel: 'cancelled',
  skipWave: undefined,
  assign: undefined,
};

/** Rollouts in memory that are listed, paged and acted on as the backend does. */
export class FakeRolloutsApi implements EksFleetRolloutsApi {
  readonly calls: { method: keyof EksFleetRolloutsApi; args: unknown[] }[] = [];
  rollouts: Rollout[];
  /** Of each rollout. */
  cells: Record<string, RolloutCell[]> = {};
  /** Of each rollout, the newest first. */
  log: Record<string, RolloutLogEntry[]> = {};
  /** By cell. */
  requests: Record<string, CellRequest[]> = {};
  may = ALL_RIGHTS;
  strategies: SavedStrategy[] = [aSavedStrategy()];
  preview?: RolloutPreview;
  clusterRollouts: ClusterRollouts = { items: [] };
  stop: FleetStop = { stopped: false };
  /** Thrown by every method while it is set. */
  failure?: Error;
  /** Thrown by one method alone. */
  readonly failures: Partial<Record<keyof EksFleetRolloutsApi, Error>> = {};

  constructor(rollouts: Rollout[] = []) {
    this.rollouts = rollouts;
  }

  async listRollouts(query: RolloutQuery = {}) {
    this.#called('listRollouts', query);
    const asked: RolloutQuery = query.cursor
      ? JSON.parse(query.cursor).asked
      : { filter: query.filter, fullTextFilterTerm: query.fullTextFilterTerm };
    const fitting = this.rollouts.filter(rollout => fits(rollout, asked));
    const counts: Record<string, number> = {};
    for (const { lifecycle } of this.rollouts) {
      counts[lifecycle] = (counts[lifecycle] ?? 0) + 1;
    }
    return {
      ...paged(fitting, query, asked),
      totalItems: fitting.length,
      counts,
    };
  }

  async getRollout(id: string) {
    this.#called('getRollout', id);
    return this.#find(id);
  }

  async previewRollout(draft: RolloutDraft) {
    this.#called('previewRollout', draft);
    if (!this.preview) {
      throw responseError(400, 'Nothing to plan');
    }
    return this.preview;
  }

  async createRollout(draft: RolloutDraft) {
    this.#called('createRollout', draft);
    const created = aRollout({
      ...draft,
      id: `r${this.rollouts.length + 1}`,
      lifecycle: 'draft',
      startedBy: undefined,
      startedAt: undefined,
    });
    this.rollouts.push(created);
    return created;
  }

  async editRollout(id: string, draft: RolloutDraft) {
    this.#called('editRollout', id, draft);
    return this.#put({ ...this.#find(id), ...draft });
  }

  async actOnRollout(id: string, act: RolloutAct) {
    this.#called('actOnRollout', id, act);
    const rollout = this.#find(id);
    return this.#put({
      ...rollout,
      lifecycle: AFTER[act.act] ?? rollout.lifecycle,
    });
  }

  async makeStragglerRollout(id: string) {
    this.#called('makeStragglerRollout', id);
    const made = { ...this.#find(id), id: `${id}-2`, stragglersOf: id };
    this.rollouts.push({ ...made, lifecycle: 'planned' });
    return made;
  }

  async listRolloutCells(id: string, query: RolloutCellQuery = {}) {
    this.#called('listRolloutCells', id, query);
    const { changedAfter = -1, limit, cursor } = query;
    const all = this.cells[id] ?? [];
    const asked = all.filter(({ revision }) => revision > changedAfter);
    return {
      ...paged(asked, { limit, cursor }),
      totalItems: asked.length,
      revision: Math.max(0, ...all.map(({ revision }) => revision)),
    };
  }

  async getRolloutCell(id: string, cellId: string) {
    this.#called('getRolloutCell', id, cellId);
    const cell = (this.cells[id] ?? []).find(one => one.id === cellId);
    if (!cell) {
      throw responseError(404, 'There is no such cell');
    }
    const log = this.log[id] ?? [];
    return {
      cell,
      log: log.filter(entry => entry.cellId === cellId),
      requests: this.requests[cellId],
      may: this.may,
    };
  }

  async actOnRolloutCell(id: string, cellId: string, act: RolloutCellAct) {
    this.#called('actOnRolloutCell', id, cellId, act);
    return this.getRolloutCell(id, cellId);
  }

  async decideGate(id: string, gateId: string, decision: GateDecision) {
    this.#called('decideGate', id, gateId, decision);
    return this.#find(id);
  }

  async listRolloutLog(
    id: string,
    page: { cell?: string; limit?: number; cursor?: string } = {},
  ) {
    this.#called('listRolloutLog', id, page);
    return paged(this.log[id] ?? [], page);
  }

  async getClusterRollouts(namespace: string, name: string) {
    this.#called('getClusterRollouts', namespace, name);
    return this.clusterRollouts;
  }

  async listStrategies() {
    this.#called('listStrategies');
    return { items: this.strategies };
  }

  async saveStrategy(name: string, strategy: StrategySave) {
    this.#called('saveStrategy', name, strategy);
    return aSavedStrategy({
      origin: 'saved',
      strategy: { ...aSavedStrategy().strategy, name },
      yaml: strategy.yaml,
    });
  }

  async deleteStrategy(name: string) {
    this.#called('deleteStrategy', name);
  }

  async getFleetStop() {
    this.#called('getFleetStop');
    return this.stop;
  }

  async setFleetStop(request: FleetStopRequest) {
    this.#called('setFleetStop', request);
    this.stop = {
      stopped: request.stopped,
      reason: request.reason,
      by: 'user:default/guest',
      at: new Date().toISOString(),
    };
    return this.stop;
  }

  /** What a method was asked with, oldest first. */
  callsOf(method: keyof EksFleetRolloutsApi): unknown[][] {
    return this.calls
      .filter(call => call.method === method)
      .map(call => call.args);
  }

  #called(method: keyof EksFleetRolloutsApi, ...args: unknown[]) {
    this.calls.push({ method, args });
    const failure = this.failure ?? this.failures[method];
    if (failure) {
      throw failure;
    }
  }

  #find(id: string): Rollout {
    const found = this.rollouts.find(rollout => rollout.id === id);
    if (!found) {
      throw responseError(404, 'There is no such rollout');
    }
    return found;
  }

  #put(rollout: Rollout): Rollout {
    this.rollouts = this.rollouts.map(other =>
      other.id === rollout.id ? rollout : other,
    );
    return rollout;
  }
}

function fits(rollout: Rollout, query: RolloutQuery): boolean {
  const text = query.fullTextFilterTerm?.toLocaleLowerCase('en-US') ?? '';
  const values: Record<string, string[]> = {
    lifecycle: [rollout.lifecycle],
    version: [rollout.change.version ?? ''],
    environment: rollout.environments,
    owner: rollout.owners,
    waitsFor: rollout.waiting?.who?.map(({ ref }) => ref ?? '') ?? [],
  };
  return (
    rollout.title.toLocaleLowerCase('en-US').includes(text) &&
    Object.entries(query.filter ?? {}).every(([key, wanted]) =>
      (values[key] ?? []).some(value => wanted.includes(value)),
    )
  );
}
