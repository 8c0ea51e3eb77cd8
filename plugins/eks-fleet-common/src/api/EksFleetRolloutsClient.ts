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

/* eslint-disable new-cap -- openapi-fetch names its methods so */
import {
  createReader,
  type EksFleetClientOptions,
  type Reader,
} from './createReader';
import type {
  EksFleetRolloutsApi,
  RolloutCellQuery,
  RolloutQuery,
} from './EksFleetRolloutsApi';
import type {
  FleetStopRequest,
  GateDecision,
  RolloutAct,
  RolloutCellAct,
  RolloutDraft,
  StrategySave,
} from './rolloutTypes';
import { toFilterParameter } from './toFilterParameter';

/**
 * {@link EksFleetRolloutsApi} over HTTP.
 *
 * @public
 */
export class EksFleetRolloutsClient implements EksFleetRolloutsApi {
  readonly #read: Reader;

  constructor(options: EksFleetClientOptions) {
    this.#read = createReader(options);
  }

  async listRollouts(query: RolloutQuery = {}) {
    const { filter, fullTextFilterTerm, limit, cursor } = query;
    return this.#read(client =>
      client.GET('/rollouts', {
        params: {
          query: {
            filter: toFilterParameter(filter),
            fullTextFilterTerm: fullTextFilterTerm || undefined,
            limit,
            cursor,
          },
        },
      }),
    );
  }

  async getRollout(rollout: string) {
    return this.#read(client =>
      client.GET('/rollouts/{rollout}', { params: { path: { rollout } } }),
    );
  }

  async previewRollout(draft: RolloutDraft) {
    return this.#read(client =>
      client.POST('/rollouts/preview', { body: draft }),
    );
  }

  async createRollout(draft: RolloutDraft) {
    return this.#read(client => client.POST('/rollouts', { body: draft }));
  }

  async editRollout(rollout: string, draft: RolloutDraft) {
    return this.#read(client =>
      client.PUT('/rollouts/{rollout}', {
        params: { path: { rollout } },
        body: draft,
      }),
    );
  }

  async actOnRollout(rollout: string, act: RolloutAct) {
    return this.#read(client =>
      client.POST('/rollouts/{rollout}/act', {
        params: { path: { rollout } },
        body: act,
      }),
    );
  }

  async makeStragglerRollout(rollout: string) {
    return this.#read(client =>
      client.POST('/rollouts/{rollout}/stragglers', {
        params: { path: { rollout } },
      }),
    );
  }

  async listRolloutCells(rollout: string, query: RolloutCellQuery = {}) {
    const state = query.state?.join(',') || undefined;
    return this.#read(client =>
      client.GET('/rollouts/{rollout}/cells', {
        params: { path: { rollout }, query: { ...query, state } },
      }),
    );
  }

  async getRolloutCell(rollout: string, cell: string) {
    return this.#read(client =>
      client.GET('/rollouts/{rollout}/cells/{cell}', {
        params: { path: { rollout, cell } },
      }),
    );
  }

  async actOnRolloutCell(rollout: string, cell: string, act: RolloutCellAct) {
    return this.#read(client =>
      client.POST('/rollouts/{rollout}/cells/{cell}/act', {
        params: { path: { rollout, cell } },
        body: act,
      }),
    );
  }

  async decideGate(rollout: string, gate: string, decision: GateDecision) {
    return this.#read(client =>
      client.POST('/rollouts/{rollout}/gates/{gate}/decision', {
        params: { path: { rollout, gate } },
        body: decision,
      }),
    );
  }

  async listRolloutLog(
    rollout: string,
    page: { cell?: string; limit?: number; cursor?: string } = {},
  ) {
    return this.#read(client =>
      client.GET('/rollouts/{rollout}/log', {
        params: { path: { rollout }, query: page },
      }),
    );
  }

  async getClusterRollouts(namespace: string, name: string) {
    return this.#read(client =>
      client.GET('/clusters/by-name/{namespace}/{name}/rollouts', {
        params: { path: { namespace, name } },
      }),
    );
  }

  async listStrategies() {
    return this.#read(client => client.GET('/strategies'));
  }

  async saveStrategy(name: string, strategy: StrategySave) {
    return this.#read(client =>
      client.PUT('/strategies/{name}', {
        params: { path: { name } },
        body: strategy,
      }),
    );
  }

  async deleteStrategy(name: string) {
    await this.#read(client =>
      client.DELETE('/strategies/{name}', { params: { path: { name } } }),
    );
  }

  async getFleetStop() {
    return this.#read(client => client.GET('/fleet/stop'));
  }

  async setFleetStop(request: FleetStopRequest) {
    return this.#read(client => client.PUT('/fleet/stop', { body: request }));
  }
}
