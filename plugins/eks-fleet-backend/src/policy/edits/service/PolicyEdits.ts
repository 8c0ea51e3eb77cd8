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
import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import {
  eksFleetPolicyEditPermission,
  type PolicyEdit,
  type PolicyEditAsk,
  type PolicyEditPreview,
  type PolicyEditProblem,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { FleetRepository } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { cleanText } from '../../../proposals/cleanText';
import type { EditStore } from '../store/types';
import type { EditRecord } from '../types';
import type { EditOutcomes } from './EditOutcomes';
import type { EditPlanner } from './EditPlanner';
import type { EditReading } from './EditReading';
import {
  changesFirst,
  countEffects,
  MOST_CLUSTERS,
  presentEffect,
} from './presentEdit';
import type { EditAsker, EditDraft } from './types';

/** What people do with edits of policies, each as far as they may. */
export class PolicyEdits {
  readonly #store: EditStore;
  readonly #planner: EditPlanner;
  readonly #outcomes: EditOutcomes;
  readonly #reading: EditReading;
  readonly #repository: FleetRepository;
  readonly #onChanged: (id: string) => void;
  readonly #now: () => Date;

  constructor(options: {
    store: EditStore;
    planner: EditPlanner;
    outcomes: EditOutcomes;
    reading: EditReading;
    repository: FleetRepository;
    /** Called after somebody did something with one. */
    onChanged: (id: string) => void;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#planner = options.planner;
    this.#outcomes = options.outcomes;
    this.#reading = options.reading;
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
    return this.#reading.get(id, asker);
  }

  /** @throws NotFoundError, NotAllowedError, ConflictError */
  async cancel(id: string, asker: EditAsker): Promise<PolicyEdit> {
    const { record } = await this.#reading.find(id, asker);
    if (!(await this.#reading.cancellable([record], asker)).has(id)) {
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
    return this.#reading.get(id, asker);
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
