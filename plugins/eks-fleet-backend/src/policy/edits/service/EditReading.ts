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
  PolicyEdit,
  PolicyEditList,
  PolicyEditState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { chunks } from '../../../database/chunks';
import type {
  ClusterRecord,
  ClusterScope,
  ClusterStore,
} from '../../../inventory/types';
import { bothScopes } from '../../../permissions/bothScopes';
import { isSameRef } from '../../../proposals/isSameRef';
import { pageOf, placeOf } from '../../service/pages';
import type { EditReach, EditStore } from '../store/types';
import type { EditRecord } from '../types';
import { presentEdit, presentEditClusters, totalOf } from './presentEdit';
import type { EditAsker } from './types';

/** Which edits somebody wants to see. */
export interface EditQuery {
  policy?: string;
  states?: PolicyEditState[];
  cluster?: string;
  limit?: number;
  cursor?: string;
}

const DEFAULT_LIMIT = 20;

/** Answers questions about edits, each under the asker's scope. */
export class EditReading {
  readonly #store: Pick<EditStore, 'events' | 'get' | 'list' | 'reach'>;
  readonly #clusters: Pick<ClusterStore, 'find'>;
  readonly #now: () => Date;

  constructor(options: {
    store: Pick<EditStore, 'events' | 'get' | 'list' | 'reach'>;
    clusters: Pick<ClusterStore, 'find'>;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#clusters = options.clusters;
    this.#now = options.now;
  }

  async list(query: EditQuery, asker: EditAsker): Promise<PolicyEditList> {
    const { cluster, cursor, limit = DEFAULT_LIMIT, policy, states } = query;
    const place = placeOf({ cursor });
    const { records, total } = await this.#store.list({
      scope: asker.readable,
      policy,
      states,
      arn: cluster,
      limit,
      offset: place.offset,
    });
    // The store has made the page already.
    const { pageInfo } = pageOf(Array.from({ length: total }), place, limit);
    return {
      items: await this.#present(records, asker),
      totalItems: total,
      pageInfo,
    };
  }

  /** @throws NotFoundError for what is not there and what the asker may not read, in the same words */
  async get(id: string, asker: EditAsker): Promise<PolicyEdit> {
    const { reach, record, whole } = await this.find(id, asker);
    const isWhole = totalOf(reach) === totalOf(whole);
    const [edit] = await this.#present([record], asker);
    const events = await this.#store.events(id);
    const readable = await this.#readable(record, asker.readable);
    return {
      ...edit,
      diff: isWhole ? record.asked.diff : undefined,
      clusters: presentEditClusters(record.clusters, readable),
      events: isWhole ? events : events.filter(({ by }) => by),
    };
  }

  /** @throws NotFoundError for what is not there and what the asker may not read, in the same words */
  async find(
    id: string,
    { readable }: EditAsker,
  ): Promise<{ record: EditRecord; reach: EditReach; whole: EditReach }> {
    const record = await this.#store.get(id);
    const reach = (await this.#store.reach([id], readable)).get(id)!;
    if (!record || totalOf(reach) === 0) {
      throw new NotFoundError(`No edit of policies ${id}`);
    }
    const whole = (await this.#store.reach([id], 'all')).get(id)!;
    return { record, reach, whole };
  }

  async #present(
    records: EditRecord[],
    asker: EditAsker,
  ): Promise<PolicyEdit[]> {
    const ids = records.map(({ asked }) => asked.id);
    const [reach, whole, cancellable] = await Promise.all([
      this.#store.reach(ids, asker.readable),
      this.#store.reach(ids, 'all'),
      this.cancellable(records, asker),
    ]);
    return records.map(record =>
      presentEdit(record, {
        reach: reach.get(record.asked.id)!,
        whole: whole.get(record.asked.id)!,
        mayCancel: cancellable.has(record.asked.id),
      }),
    );
  }

  /** Ids of those that somebody asked for, or each cluster of which that person may edit. */
  async cancellable(
    records: EditRecord[],
    { editable, readable, userRef }: EditAsker,
  ): Promise<Set<string>> {
    const ids = records.map(({ asked }) => asked.id);
    const [mine, whole] = await Promise.all([
      this.#store.reach(ids, bothScopes(readable, editable)),
      this.#store.reach(ids, 'all'),
    ]);
    return new Set(
      records
        .filter(
          ({ asked }) =>
            isSameRef(asked.requestedBy, userRef) ||
            totalOf(mine.get(asked.id)!) === totalOf(whole.get(asked.id)!),
        )
        .map(({ asked }) => asked.id),
    );
  }

  async #readable(
    { clusters }: EditRecord,
    scope: ClusterScope,
  ): Promise<Map<string, ClusterRecord>> {
    const found = new Map<string, ClusterRecord>();
    for (const part of chunks(clusters, 400)) {
      const arns = part.map(({ arn }) => arn);
      const read = await this.#clusters.find(
        scope,
        { arns, limit: arns.length * 2 },
        this.#now(),
      );
      read
        .filter(({ origin }) => origin === 'eks-fleet')
        .forEach(cluster => found.set(cluster.arn, cluster));
    }
    return found;
  }
}
