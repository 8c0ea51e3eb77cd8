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
import type {
  ClusterThing,
  FleetRequest,
  FleetRequestList,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { isRequestOver } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { FleetRepository } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { ClusterRecord, ClusterStore } from '../../inventory/types';
import { pageOf, placeOf } from '../../policy/service/pages';
import type {
  RequestFilterKey,
  RequestOrderField,
  RequestSelection,
  RequestStore,
} from '../store/types';
import type { RequestRecord } from '../types';
import { inRequestScope } from './inRequestScope';
import { presentRequest, presentSummary } from './presentRequest';
import type { RequestAsker } from './types';

/** Which requests somebody wants to see. */
export interface RequestQuery {
  filters: Array<Map<RequestFilterKey, string[]>>;
  text?: string;
  mine?: boolean;
  waitingForMe?: boolean;
  order?: { field: RequestOrderField; direction: 'asc' | 'desc' };
  limit?: number;
  cursor?: string;
}

const DEFAULT_LIMIT = 50;
const MOST_SELECTED = 20;

/** What people see of requests, each as far as they may. */
export class RequestViews {
  readonly #store: Pick<
    RequestStore,
    'count' | 'durations' | 'events' | 'get' | 'list' | 'queuePosition'
  >;
  readonly #clusters: Pick<ClusterStore, 'find'>;
  readonly #repositories: readonly FleetRepository[];
  readonly #now: () => Date;

  constructor(options: {
    store: Pick<
      RequestStore,
      'count' | 'durations' | 'events' | 'get' | 'list' | 'queuePosition'
    >;
    clusters: Pick<ClusterStore, 'find'>;
    repositories: readonly FleetRepository[];
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#clusters = options.clusters;
    this.#repositories = options.repositories;
    this.#now = options.now;
  }

  async list(
    query: RequestQuery,
    asker: RequestAsker,
  ): Promise<FleetRequestList> {
    const { limit = DEFAULT_LIMIT, order } = query;
    const place = placeOf({ cursor: query.cursor });
    const { readable: scope } = asker;
    const waitingFor = { userRef: asker.userRef, scope: asker.decidable };
    const mine = [...asker.memberOf];
    const selection: RequestSelection = {
      scope,
      filters: query.filters,
      text: query.text,
      ...(query.mine && { mine }),
      ...(query.waitingForMe && { waitingFor }),
    };
    const active = [new Map([['active' as const, ['true']]])];
    const [records, total, ...counts] = await Promise.all([
      this.#store.list(selection, {
        limit,
        offset: place.offset,
        order: order ?? { field: 'updated', direction: 'desc' },
      }),
      this.#store.count(selection),
      this.#store.count({ scope, filters: active }),
      this.#store.count({ scope, filters: active, mine }),
      this.#store.count({ scope, waitingFor }),
    ]);
    // The store has made the page already.
    const { pageInfo } = pageOf(Array.from({ length: total }), place, limit);
    return {
      items: await Promise.all(
        records.map(async record =>
          presentSummary(record, await this.#shownWith(record, asker)),
        ),
      ),
      totalItems: total,
      pageInfo,
      counts: { active: counts[0], mine: counts[1], waitingForMe: counts[2] },
    };
  }

  /** @throws NotFoundError for what is not there and what the asker may not read, in the same words */
  async get(id: string, asker: RequestAsker): Promise<FleetRequest> {
    const record = await this.find(id, asker);
    const { kind, operation } = record.asked;
    const [shown, selected, events, durations] = await Promise.all([
      this.#shownWith(record, asker),
      this.#selectedBy(record, asker),
      this.#store.events(id),
      this.#store.durations(kind, operation),
    ]);
    return presentRequest(record, { ...shown, selected, events, durations });
  }

  /** @throws NotFoundError for what is not there and what the asker may not read, in the same words */
  async find(id: string, asker: RequestAsker): Promise<RequestRecord> {
    const record = await this.#store.get(id);
    if (!record || !inRequestScope(record, asker.readable)) {
      throw new NotFoundError(`No request ${id}`);
    }
    return record;
  }

  async #shownWith(record: RequestRecord, asker: RequestAsker) {
    const { asked, progress, state } = record;
    const isQueued =
      state === 'proposed' && progress.waiting?.code === 'gitHost';
    const [cluster, position] = await Promise.all([
      this.#clusterOf(record, asker),
      isQueued ? this.#store.queuePosition(asked.id) : undefined,
    ]);
    return {
      asker,
      cluster,
      ...(position !== undefined &&
        !isRequestOver(state) && { queue: { position } }),
      repositoryUrl: this.#repositories.find(
        ({ id }) => id === asked.repository,
      )?.url,
    };
  }

  async #clusterOf(
    { asked }: RequestRecord,
    { clusters }: RequestAsker,
  ): Promise<ClusterRecord | undefined> {
    return asked.cluster && this.#findCluster(asked.cluster, clusters);
  }

  /** Those that its environment came to; the first ones, as more are read by nobody. */
  async #selectedBy(
    { progress }: RequestRecord,
    { clusters }: RequestAsker,
  ): Promise<ClusterRecord[]> {
    const selected = progress.assessment.clusters ?? [];
    const found = await Promise.all(
      selected
        .slice(0, MOST_SELECTED)
        .map(each => this.#findCluster(each, clusters)),
    );
    return found.flatMap(each => each ?? []);
  }

  async #findCluster(
    { accountId, name, region }: ClusterThing,
    clusters: RequestAsker['clusters'],
  ): Promise<ClusterRecord | undefined> {
    const found = await this.#clusters.find(
      clusters,
      { accountId, region, name, limit: 2 },
      this.#now(),
    );
    return found.find(({ origin }) => origin === 'eks-fleet');
  }
}
