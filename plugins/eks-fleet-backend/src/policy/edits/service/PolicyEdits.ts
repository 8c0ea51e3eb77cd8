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
  eksFleetPolicyEditPermission,
  type PolicyEdit,
  type PolicyEditAsk,
  type PolicyEditList,
  type PolicyEditPreview,
  type PolicyEditProblem,
  type PolicyEditState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { FleetRepository } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { chunks } from '../../../database/chunks';
import type {
  ClusterRecord,
  ClusterScope,
  ClusterStore,
} from '../../../inventory/types';
import { bothScopes } from '../../../permissions/bothScopes';
import { cleanText } from '../../proposals/cleanText';
import { isSameRef } from '../../proposals/isSameRef';
import { pageOf, placeOf } from '../../service/pages';
import type { EditReach, EditStore } from '../store/types';
import type { EditRecord } from '../types';
import type { EditOutcomes } from './EditOutcomes';
import type { EditPlanner } from './EditPlanner';
import {
  changesFirst,
  countEffects,
  MOST_CLUSTERS,
  presentEdit,
  presentEditClusters,
  presentEffect,
  totalOf,
} from './presentEdit';
import type { EditAsker, EditDraft } from './types';

/** Which edits somebody wants to see. */
export interface EditQuery {
  policy?: string;
  states?: PolicyEditState[];
  cluster?: string;
  limit?: number;
  cursor?: string;
}

const DEFAULT_LIMIT = 20;

/** What people do with edits of policies, each as far as they may. */
export class PolicyEdits {
  readonly #store: EditStore;
  readonly #planner: EditPlanner;
  readonly #outcomes: EditOutcomes;
  readonly #clusters: Pick<ClusterStore, 'find'>;
  readonly #repository: FleetRepository;
  readonly #onChanged: (id: string) => void;
  readonly #now: () => Date;

  constructor(options: {
    store: EditStore;
    planner: EditPlanner;
    outcomes: EditOutcomes;
    clusters: Pick<ClusterStore, 'find'>;
    repository: FleetRepository;
    /** Called after somebody did something with one. */
    onChanged: (id: string) => void;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#planner = options.planner;
    this.#outcomes = options.outcomes;
    this.#clusters = options.clusters;
    this.#repository = options.repository;
    this.#onChanged = options.onChanged;
    this.#now = options.now;
  }

  /** @throws NotAllowedError */
  async preview(
    ask: PolicyEditAsk,
    asker: EditAsker,
  ): Promise<PolicyEditPreview> {
    const draft = await this.#planner.plan(ask, asker);
    const { clusters, effects, files } = draft;
    const { outcomes, standing } =
      effects.size > 0
        ? await this.#outcomes.of(ask.policy, draft, asker.readable)
        : { outcomes: [], standing: new Map() };
    return {
      problems: [...draft.problems, ...problemsOfReason(ask)],
      notes: draft.notes,
      layers: files.map(({ path }) => path),
      repository: this.#repository.url,
      baseCommit: draft.baseCommit,
      diff: draft.diff,
      contentHash: draft.contentHash,
      counts: countEffects(effects.values()),
      clusters: clusters
        .flatMap(cluster => {
          const effect = effects.get(cluster.arn);
          return effect
            ? [presentEffect(cluster, effect, standing.get(cluster.arn))]
            : [];
        })
        .sort(changesFirst)
        .slice(0, MOST_CLUSTERS),
      outcomes,
    };
  }

  /**
   * @throws InputError that names the field, NotAllowedError, ConflictError
   *   where it is another edit by now than the one that was looked at, or one
   *   of the same policy is open there
   */
  async create(ask: PolicyEditAsk, asker: EditAsker): Promise<PolicyEdit> {
    const draft = await this.#planner.plan(ask, asker);
    const problems = [...draft.problems, ...problemsOfReason(ask)];
    if (ask.contentHash === undefined) {
      problems.push({
        field: 'contentHash',
        message: 'is missing; look at the preview first',
      });
    }
    // What does not fit any more is told as what it is: a change in between.
    if (ask.contentHash !== undefined && draft.baseCommit !== undefined) {
      demandSame(draft, ask.contentHash);
    }
    if (problems.length > 0) {
      throw new InputError(
        problems.map(({ field, message }) => `${field}: ${message}`).join('; '),
      );
    }
    const now = this.#now();
    const id = randomUUID();
    await this.#store.add(this.#recordOf(id, ask, draft, asker, now), {
      at: now.toISOString(),
      by: asker.userRef,
      message: 'Asked for',
    });
    this.#onChanged(id);
    return this.get(id, asker);
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
    const { reach, record, whole } = await this.#find(id, asker);
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

  /** @throws NotFoundError, NotAllowedError, ConflictError */
  async cancel(id: string, asker: EditAsker): Promise<PolicyEdit> {
    const { record } = await this.#find(id, asker);
    if (!(await this.#mayCancel([record], asker)).has(id)) {
      throw new NotAllowedError(
        `This is for who asked, and for those with the permission ${eksFleetPolicyEditPermission.name} on each cluster that it reaches`,
      );
    }
    const by = asker.userRef;
    const at = this.#now().toISOString();
    await this.#store.act(
      id,
      ({ acts, progress, state }) => {
        if (state !== 'proposed' || acts.cancelled) {
          throw new ConflictError(
            `It cannot be taken back: it is ${
              acts.cancelled ? 'being taken back' : state
            }`,
          );
        }
        return {
          acts: { ...acts, cancelled: { by, at } },
          progress: { ...progress, message: 'It is being taken back' },
          event: { at, by, message: 'Taken back' },
        };
      },
      this.#now(),
    );
    this.#onChanged(id);
    return this.get(id, asker);
  }

  #recordOf(
    id: string,
    ask: PolicyEditAsk,
    draft: EditDraft,
    { userRef }: EditAsker,
    now: Date,
  ): EditRecord {
    return {
      state: 'proposed',
      asked: {
        id,
        policy: ask.policy,
        change: ask.change,
        reason: cleanText(ask.reason),
        ticket: ticketOf(ask),
        requestedBy: userRef,
        requestedAt: now.toISOString(),
        repository: this.#repository.id,
        baseCommit: draft.baseCommit!,
        files: draft.files,
        diff: draft.diff,
        contentHash: draft.contentHash!,
      },
      acts: {},
      progress: { message: 'The pull request is being opened' },
      clusters: draft.clusters.map(({ arn, createdAt, entityRef }) => ({
        arn,
        createdAt,
        entityRef,
        ...draft.effects.get(arn)!,
      })),
    };
  }

  async #find(
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
      this.#mayCancel(records, asker),
    ]);
    return records.map(record =>
      presentEdit(record, {
        reach: reach.get(record.asked.id)!,
        whole: whole.get(record.asked.id)!,
        mayCancel: cancellable.has(record.asked.id),
      }),
    );
  }

  /** Edits that somebody asked for, or each cluster of which that person may edit. */
  async #mayCancel(
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

/** @throws ConflictError */
function demandSame({ contentHash }: EditDraft, seen: string): void {
  if (contentHash !== seen) {
    throw new ConflictError(
      'Git, or what this does on a cluster, is not any more as it was looked at; look at it again',
    );
  }
}

function problemsOfReason({ reason }: PolicyEditAsk): PolicyEditProblem[] {
  return cleanText(reason) ? [] : [{ field: 'reason', message: 'is missing' }];
}

function ticketOf({ ticket }: PolicyEditAsk): string | undefined {
  return cleanText(ticket).replaceAll('\n', ' ') || undefined;
}
