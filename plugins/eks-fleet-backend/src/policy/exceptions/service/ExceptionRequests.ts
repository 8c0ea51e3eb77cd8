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

import { randomUUID } from 'node:crypto';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  eksFleetExceptionApprovePermission,
  type ExceptionAsk,
  type ExceptionDecision,
  type ExceptionRequest,
  type ExceptionRequestList,
  type ExceptionRequestState,
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
import type { ExceptionConfig } from '../readExceptionConfig';
import type { ExceptionAct, ExceptionStore } from '../store/types';
import type { ExceptionRecord } from '../types';
import { decideRequest } from './decideRequest';
import { draftException } from './draftException';
import type { ExceptionSubjects } from './ExceptionSubjects';
import { presentRequest } from './presentRequest';
import { rightsOn } from './rightsOn';
import type { ExceptionAsker } from './types';

/** Which requests somebody wants to see. */
export interface RequestQuery {
  states?: ExceptionRequestState[];
  cluster?: string;
  mine?: boolean;
  waitsForMe?: boolean;
  limit?: number;
  cursor?: string;
}

const MOST_LISTED = 2_000;

/** What people do with requests for exceptions, each as far as they may. */
export class ExceptionRequests {
  readonly #store: ExceptionStore;
  readonly #subjects: ExceptionSubjects;
  readonly #clusters: Pick<ClusterStore, 'find'>;
  readonly #config: ExceptionConfig;
  readonly #onChanged: (id: string) => void;
  readonly #now: () => Date;

  constructor(options: {
    store: ExceptionStore;
    subjects: ExceptionSubjects;
    clusters: Pick<ClusterStore, 'find'>;
    config: ExceptionConfig;
    /** Called after somebody did something with one. */
    onChanged: (id: string) => void;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#subjects = options.subjects;
    this.#clusters = options.clusters;
    this.#config = options.config;
    this.#onChanged = options.onChanged;
    this.#now = options.now;
  }

  /**
   * @throws InputError that names the field, ConflictError where one is under
   *   way for the same, NotFoundError, NotAllowedError
   */
  async create(
    ask: ExceptionAsk,
    asker: ExceptionAsker,
  ): Promise<ExceptionRequest> {
    const now = this.#now();
    const subject = await this.#subjects.find(ask, asker, now);
    const { asked, problems } =
      'problems' in subject
        ? { ...subject, asked: undefined }
        : draftException(ask, subject, {
            config: this.#config,
            by: asker.userRef,
            id: randomUUID(),
            now,
          });
    if (!asked || 'problems' in subject || problems.length > 0) {
      throw new InputError(
        problems.map(({ field, message }) => `${field}: ${message}`).join('; '),
      );
    }
    const isGit = asked.approval === 'git';
    await this.#store.add(
      {
        state: isGit ? 'proposed' : 'pendingApproval',
        asked,
        acts: {},
        progress: {
          message: isGit
            ? 'The pull request is being opened'
            : 'Waits for somebody else to agree to it',
        },
        clusters: subject.clusters.map(({ cluster }) => ({
          arn: cluster.arn,
          createdAt: cluster.createdAt,
          entityRef: cluster.entityRef,
        })),
      },
      { at: now.toISOString(), by: asker.userRef, message: 'Asked for' },
    );
    this.#onChanged(asked.id);
    return this.get(asked.id, asker);
  }

  /** @throws NotFoundError for what is not there and what the asker may not read, in the same words */
  async get(id: string, asker: ExceptionAsker): Promise<ExceptionRequest> {
    const record = await this.#find(id, asker);
    const [request] = await this.#present([record], asker, true);
    return request;
  }

  async list(
    query: RequestQuery,
    asker: ExceptionAsker,
  ): Promise<ExceptionRequestList> {
    const { cluster, cursor, limit, mine, states, waitsForMe } = query;
    const records = await this.#store.list({
      scope: asker.readable,
      arn: cluster,
      states: waitsForMe ? ['pendingApproval'] : states,
      requestedBy: mine ? asker.userRef : undefined,
      limit: MOST_LISTED,
    });
    const approvable = await this.#among(asker.approvable, records);
    const who = {
      userRef: asker.userRef,
      approvable: new Set(approvable.keys()),
    };
    const wanted = waitsForMe
      ? records.filter(record => rightsOn(record, who).decide)
      : records;
    const page = pageOf(wanted, placeOf({ cursor }), limit);
    return { ...page, items: await this.#present(page.items, asker) };
  }

  /** @throws NotFoundError, NotAllowedError, ConflictError */
  async decide(
    id: string,
    decision: ExceptionDecision,
    asker: ExceptionAsker,
  ): Promise<ExceptionRequest> {
    const { clusters } = await this.#find(id, asker);
    const approvable = await this.#clusters.find(
      bothScopes(asker.readable, asker.approvable),
      { arns: clusters.map(({ arn }) => arn), limit: clusters.length },
      this.#now(),
    );
    const known = new Set(approvable.map(({ arn }) => arn));
    const missing = clusters.filter(({ arn }) => !known.has(arn));
    if (missing.length > 0) {
      throw new NotAllowedError(
        `This needs the permission ${eksFleetExceptionApprovePermission.name} on each of its clusters`,
      );
    }
    return this.#act(id, asker, record =>
      decideRequest(record, decision, {
        by: asker.userRef,
        namespace: this.#config.namespace,
        now: this.#now(),
      }),
    );
  }

  /** @throws NotFoundError, NotAllowedError, ConflictError */
  async cancel(id: string, asker: ExceptionAsker): Promise<ExceptionRequest> {
    await this.#demandEnd(id, asker);
    return this.#act(id, asker, ({ acts, progress, state }) => {
      if (!['pendingApproval', 'proposed'].includes(state) || acts.cancelled) {
        throw new ConflictError(
          `It cannot be taken back: it is ${
            acts.cancelled ? 'being taken back' : state
          }`,
        );
      }
      const by = asker.userRef;
      const at = this.#now().toISOString();
      return {
        // What may be open is closed first.
        state: state === 'pendingApproval' ? 'cancelled' : state,
        acts: { ...acts, cancelled: { by, at } },
        progress: { ...progress, message: 'It was taken back' },
        event: { at, by, message: 'Taken back' },
      };
    });
  }

  /** @throws NotFoundError, NotAllowedError, ConflictError */
  async remove(id: string, asker: ExceptionAsker): Promise<ExceptionRequest> {
    await this.#demandEnd(id, asker);
    return this.#act(id, asker, ({ acts, progress, state }) => {
      const by = asker.userRef;
      const at = this.#now().toISOString();
      const ended = { by, at };
      if (
        state === 'expired' &&
        progress.removal?.pullRequest?.state === 'closed'
      ) {
        return {
          state,
          acts: { ...acts, removeAgainAt: at },
          event: { ...ended, message: 'Asked to have it removed after all' },
        };
      }
      if (!['merged', 'inForce'].includes(state) || acts.endedEarly) {
        throw new ConflictError(
          `It cannot be ended: it is ${
            acts.endedEarly ? 'being ended' : state
          }`,
        );
      }
      return {
        state,
        acts: { ...acts, endedEarly: ended },
        event: { ...ended, message: 'Ended before its time' },
      };
    });
  }

  async #act(
    id: string,
    asker: ExceptionAsker,
    decide: (record: ExceptionRecord) => ExceptionAct,
  ): Promise<ExceptionRequest> {
    await this.#store.act(id, decide, this.#now());
    this.#onChanged(id);
    return this.get(id, asker);
  }

  async #demandEnd(id: string, asker: ExceptionAsker): Promise<void> {
    const record = await this.#find(id, asker);
    const approvable = await this.#among(asker.approvable, [record]);
    const may =
      isSameRef(record.asked.requestedBy, asker.userRef) ||
      record.clusters.every(({ arn }) => approvable.has(arn));
    if (!may) {
      throw new NotAllowedError(
        `This is for who asked, and for those with the permission ${eksFleetExceptionApprovePermission.name} on each of its clusters`,
      );
    }
  }

  async #find(id: string, asker: ExceptionAsker): Promise<ExceptionRecord> {
    const record = await this.#store.get(id);
    const readable = record && (await this.#among(asker.readable, [record]));
    if (!record || readable?.size === 0) {
      throw new NotFoundError(`No request for an exception ${id}`);
    }
    return record;
  }

  async #present(
    records: ExceptionRecord[],
    asker: ExceptionAsker,
    isWhole = false,
  ): Promise<ExceptionRequest[]> {
    const readable = await this.#among(asker.readable, records);
    const approvable = await this.#among(asker.approvable, records);
    return Promise.all(
      records.map(async record =>
        presentRequest(record, {
          userRef: asker.userRef,
          readable,
          approvable: new Set(approvable.keys()),
          events: isWhole
            ? await this.#store.events(record.asked.id)
            : undefined,
        }),
      ),
    );
  }

  /** Clusters of requests that are within a scope, by ARN. */
  async #among(
    scope: ClusterScope,
    records: ExceptionRecord[],
  ): Promise<Map<string, ClusterRecord>> {
    const arns = new Set(
      records.flatMap(({ clusters }) => clusters.map(({ arn }) => arn)),
    );
    const found = new Map<string, ClusterRecord>();
    for (const part of chunks([...arns], 400)) {
      const clusters = await this.#clusters.find(
        scope,
        { arns: part, limit: part.length * 2 },
        this.#now(),
      );
      clusters
        .filter(({ origin }) => origin === 'eks-fleet')
        .forEach(cluster => found.set(cluster.arn, cluster));
    }
    return found;
  }
}
