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

import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import type {
  FleetRequest,
  RequestDecisionAsk,
  RequestSubmission,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { cleanText } from '../../proposals/cleanText';
import { enterState } from '../engine/enterState';
import type { RequestStore } from '../store/types';
import {
  RequestRefusal,
  type RequestAssessment,
  type RequestRecord,
} from '../types';
import { addRequest } from './addRequest';
import { decideRequest, refuseOther } from './decideRequest';
import type { GroundReader } from './GroundReader';
import { locksOf, refuseDenied, submissionKey } from './newRequest';
import type { RequestAssessor } from './RequestAssessor';
import type { RequestViews } from './RequestViews';
import { isStuck, rightsOn } from './rightsOn';
import type { RequestAsker } from './types';

/** What people do with requests, each as far as they may. */
export class RequestDesk {
  readonly #store: Pick<
    RequestStore,
    'act' | 'add' | 'bySubmission' | 'reservations'
  >;
  readonly #assessor: RequestAssessor;
  readonly #ground: GroundReader;
  readonly #views: RequestViews;
  readonly #takeNow: (id: string) => Promise<void>;
  readonly #now: () => Date;

  constructor(options: {
    store: Pick<RequestStore, 'act' | 'add' | 'bySubmission' | 'reservations'>;
    assessor: RequestAssessor;
    ground: GroundReader;
    views: RequestViews;
    /** Takes the next step of a request at once, as far as that is soon done. */
    takeNow: (id: string) => Promise<void>;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#assessor = options.assessor;
    this.#ground = options.ground;
    this.#views = options.views;
    this.#takeNow = options.takeNow;
    this.#now = options.now;
  }

  /**
   * @throws RequestRefusal for fields that are wrong and for what is denied,
   *   ConflictError where another request or Git is in the way
   */
  async create(
    given: RequestSubmission,
    asker: RequestAsker,
  ): Promise<{ request: FleetRequest; isNew: boolean }> {
    const texts = textsOf(given);
    const submission = given.idempotencyKey
      ? submissionKey(asker.userRef, given.idempotencyKey)
      : undefined;
    const made = submission && (await this.#store.bySubmission(submission));
    if (made) {
      return this.#answer(made, asker, false);
    }
    const prepared = await this.#assessor.prepare(given, {
      asks: asker.userRef,
    });
    const ground = await this.#ground.read(
      { owner: given.owner, userRef: asker.userRef },
      [],
    );
    const { isNew, record } = await addRequest(
      {
        store: this.#store,
        assessor: this.#assessor,
        ground: this.#ground,
        now: this.#now,
      },
      prepared,
      ground,
      { ...texts, by: asker.userRef, submission },
    );
    return this.#answer(record, asker, isNew);
  }

  /** @throws NotFoundError, NotAllowedError, ConflictError, RequestRefusal */
  async decide(
    id: string,
    decision: RequestDecisionAsk,
    asker: RequestAsker,
  ): Promise<FleetRequest> {
    const record = await this.#views.find(id, asker);
    if (decision.verdict === 'amend') {
      return this.#amend(record, decision, asker);
    }
    if (decision.verdict === 'approve') {
      await this.#refuseDeniedNow(record);
    }
    await this.#store.act(
      id,
      current => decideRequest(current, decision, { asker, now: this.#now() }),
      this.#now(),
    );
    return this.#follow(id, asker);
  }

  /** @throws NotFoundError, InputError */
  async comment(
    id: string,
    text: string,
    asker: RequestAsker,
  ): Promise<FleetRequest> {
    await this.#views.find(id, asker);
    const said = cleanText(text);
    if (!said) {
      throw new InputError('text: must say something');
    }
    const at = this.#now().toISOString();
    await this.#store.act(
      id,
      ({ acts }) => ({
        acts: {
          ...acts,
          comments: [...acts.comments, { by: asker.userRef, at, text: said }],
        },
        events: [],
      }),
      this.#now(),
    );
    return this.#views.get(id, asker);
  }

  /** @throws NotFoundError, NotAllowedError, ConflictError */
  async cancel(
    id: string,
    comment: string | undefined,
    asker: RequestAsker,
  ): Promise<FleetRequest> {
    await this.#views.find(id, asker);
    const by = asker.userRef;
    const at = this.#now().toISOString();
    const said = cleanText(comment);
    await this.#store.act(
      id,
      record => {
        const { cancel, whyNot } = rightsOn(record, asker);
        if (!cancel) {
          const message = whyNot?.cancel;
          throw message
            ? new ConflictError(message)
            : new NotAllowedError(
                'This is for who asked for it, its owner, and who may decide it',
              );
        }
        const acts = {
          ...record.acts,
          cancelled: { by, at, ...(said && { comment: said }) },
        };
        const message = `${by} ${
          isStuck(record)
            ? 'has it followed no longer; what is in Git stays there'
            : 'took it back'
        }${said ? `: ${said}` : ''}`;
        if (record.state === 'proposed') {
          // What may be open is closed first.
          return {
            acts,
            events: [{ at, by, source: 'person', message }],
          };
        }
        const entered = enterState(record, {
          state: 'cancelled',
          source: 'person',
          message,
          at,
          by,
        });
        return {
          state: 'cancelled',
          acts,
          progress: entered.progress,
          events: entered.events,
        };
      },
      this.#now(),
    );
    return this.#follow(id, asker);
  }

  async #amend(
    record: RequestRecord,
    { comment, spec, specHash }: RequestDecisionAsk,
    asker: RequestAsker,
  ): Promise<FleetRequest> {
    const { asked } = record;
    const { id } = asked;
    const { amend } = rightsOn(record, asker);
    refuseOther(record, specHash);
    if (!amend) {
      throw new NotAllowedError(
        'This needs the permission eks-fleet.request.decide on it',
      );
    }
    if (!spec) {
      throw new RequestRefusal([{ field: 'spec', message: 'is missing' }]);
    }
    const prepared = await this.#assessor.prepare(
      {
        kind: asked.kind,
        operation: asked.operation === 'extend' ? 'change' : asked.operation,
        owner: asked.owner,
        spec,
        request: id,
      },
      { asks: asker.userRef },
    );
    prepared.ask.operation = asked.operation;
    if (prepared.facts.thing.key !== asked.thing.key) {
      throw new RequestRefusal([
        {
          field: 'spec',
          message: `must be of ${asked.thing.title}, as what was asked for`,
        },
      ]);
    }
    const ground = await this.#ground.read(
      { owner: asked.owner, userRef: asked.requestedBy },
      [],
    );
    const by = asker.userRef;
    const at = this.#now().toISOString();
    const said = cleanText(comment);
    await this.#store.act(
      id,
      (current, reservations) => {
        refuseOther(current, specHash);
        const {
          assessment,
          claims,
          spec: settled,
        } = this.#assessor.judge(
          prepared,
          this.#ground.withReservations(ground, reservations),
          id,
        );
        refuseDenied(assessment);
        const message = `${by} amended it${said ? `: ${said}` : ''}`;
        const state = assessment.approval.needed
          ? 'pendingApproval'
          : 'proposed';
        const { events, progress } = enterState(
          { progress: { ...current.progress, assessment } },
          { state, source: 'person', message, at, by },
        );
        return {
          state,
          acts: {
            ...current.acts,
            amended: { spec: settled, by, at },
            decisions: [
              ...current.acts.decisions,
              {
                verdict: 'amend',
                by,
                at,
                specHash: assessment.specHash,
                ...(said && { comment: said }),
              },
            ],
          },
          progress: { ...progress, proposal: undefined },
          claims,
          events,
        };
      },
      this.#now(),
      locksOf(prepared),
    );
    return this.#follow(id, asker);
  }

  /** What may not be at all is not agreed to either. */
  async #refuseDeniedNow({ acts, asked, progress }: RequestRecord) {
    const handler = this.#assessor.handlerOf(asked.kind);
    const ground = await this.#ground.read(
      { owner: asked.owner, userRef: asked.requestedBy },
      await this.#store.reservations(),
    );
    const { verdict } = handler.assess(
      {
        operation: asked.operation,
        spec: acts.amended?.spec ?? asked.spec,
        before: progress.assessment.before,
        requestId: asked.id,
      },
      ground,
    );
    if (verdict.outcome === 'deny') {
      throw new ConflictError(`It is denied by now: ${deniedBy({ verdict })}`);
    }
  }

  async #answer(
    record: RequestRecord,
    asker: RequestAsker,
    isNew: boolean,
  ): Promise<{ request: FleetRequest; isNew: boolean }> {
    const { id } = record.asked;
    if (isNew) {
      await this.#takeNow(id);
    }
    // Who made something sees it, whatever the policy says of others'.
    return {
      request: await this.#views.get(id, { ...asker, readable: 'all' }),
      isNew,
    };
  }

  async #follow(id: string, asker: RequestAsker): Promise<FleetRequest> {
    await this.#takeNow(id);
    return this.#views.get(id, asker);
  }
}

function textsOf({ reason, task, ticket }: RequestSubmission) {
  const said = cleanText(reason);
  if (!said) {
    throw new RequestRefusal([{ field: 'reason', message: 'is missing' }]);
  }
  return {
    reason: said,
    ...(cleanText(ticket) && { ticket: cleanText(ticket) }),
    ...(task && { task: cleanText(task) }),
  };
}

function deniedBy({ verdict }: Pick<RequestAssessment, 'verdict'>): string {
  return verdict.reasons
    .filter(({ outcome }) => outcome === 'deny')
    .map(({ message }) => message)
    .join(' ');
}
