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

import {
  isRequestOver,
  type RequestState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  EditRefusal,
  GitFailure,
  type ProposedChange,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import {
  ProposalTurn,
  RETRY_SECONDS,
  type ProposalPart,
  type ProposalTurnContext,
  type TurnChanges,
} from '../../proposals/ProposalTurn';
import type { PortalAddress } from '../../proposals/types';
import type { RequestSighting } from '../kinds/types';
import type { RequestClaim, RequestStore } from '../store/types';
import {
  RequestRefusal,
  type RequestEventRecord,
  type RequestProgress,
  type RequestRecord,
} from '../types';
import { describeRequest } from './describeRequest';
import { nextRequestStep } from './nextRequestStep';
import type { RequestPart, RequestStep, RequestWait } from './requestSteps';
import { enterState } from './enterState';
import type { RequestLooks } from './RequestLooks';

/** What turns are taken with. */
export interface RequestTurnContext extends ProposalTurnContext {
  store: Pick<RequestStore, 'record'>;
  looks: Pick<RequestLooks, 'observe' | 'planRemoval' | 'verify'>;
  portal: PortalAddress;
}

/** States in which it is seen where Git leads to. */
const FOLLOWED: RequestState[] = ['merged', 'synced', 'provisioning'];

type TakenStep = Exclude<RequestStep, { kind: 'wait' }>;

interface Changes extends TurnChanges<RequestRecord> {
  events?: RequestEventRecord[];
  /** As the whole is to be, where it is not only added to. */
  whole?: RequestProgress;
}

/** Takes one claimed request as far as it goes now. */
export class RequestTurn extends ProposalTurn<
  RequestRecord,
  TakenStep,
  RequestPart,
  Changes
> {
  readonly #context: RequestTurnContext;
  readonly #looked = new Set<RequestPart>();
  #sighting: RequestSighting | undefined;
  #isVerified = false;

  constructor(context: RequestTurnContext, claim: RequestClaim) {
    super(context, claim);
    this.#context = context;
  }

  protected get asks() {
    return `request:${this.record.asked.id}`;
  }

  protected isOver(): boolean {
    return isRequestOver(this.record.state);
  }

  protected next(): RequestStep {
    const { halted, now } = this.#context;
    const step = nextRequestStep(this.record, {
      now: now(),
      halted,
      looked: this.#looked,
      isVerified: this.#isVerified,
      sighting: this.#sighting,
      changeOf: part => this.changeOf(part),
    });
    return step.kind === 'close' && this.hasClosed(step.part)
      ? { kind: 'wait', seconds: RETRY_SECONDS, waiting: 'gitHost' }
      : step;
  }

  protected async run(step: TakenStep): Promise<boolean> {
    switch (step.kind) {
      case 'enter':
        return this.#enter(step);
      case 'verify':
        return this.#verify();
      case 'propose':
        return this.propose(step.part, step.step, number =>
          step.part === 'removal'
            ? `Opened pull request #${number}, which takes its files away`
            : `Opened pull request #${number}`,
        );
      case 'follow':
        return this.follow(step.part);
      case 'close':
        return this.close(step.part);
      case 'planRemoval':
        return this.#planRemoval();
      default:
        return this.#observe();
    }
  }

  protected sawPullRequest(part: RequestPart, isSeen: boolean): void {
    if (isSeen) {
      this.#looked.add(part);
    } else {
      this.#looked.delete(part);
    }
  }

  protected async wait(
    step: Omit<RequestWait, 'kind'>,
    progress: Partial<RequestProgress> = {},
  ): Promise<void> {
    const { waiting: before } = this.record.progress;
    const code = step.waiting ?? 'gitHost';
    const waiting =
      before?.code === code
        ? before
        : { code, since: this.#context.now().toISOString() };
    await super.wait(step, {
      ...this.#problemOf(code, step.message),
      ...progress,
      waiting,
    });
  }

  /** Before the merge, and of a removal, what is wrong is said of the pull request. */
  #problemOf(
    code: string,
    message: string | undefined,
  ): Pick<RequestProgress, 'problem'> {
    const { progress, state } = this.record;
    return FOLLOWED.includes(state) && !progress.removal
      ? { problem: code === 'review' ? message : undefined }
      : {};
  }

  protected async refused(
    step: TakenStep | undefined,
    { message }: EditRefusal | GitFailure,
  ): Promise<boolean> {
    if (step?.kind === 'propose' && step.part === 'removal') {
      await this.wait(
        {
          message: `The removal of its files does not fit what is in Git: ${message}`,
          seconds: RETRY_SECONDS,
          waiting: 'review',
        },
        { removal: undefined },
      );
      return false;
    }
    if (step?.kind !== 'verify' && step?.kind !== 'propose') {
      await this.wait({
        message: `What is in Git is not understood: ${message}`,
        seconds: RETRY_SECONDS,
        waiting: 'review',
      });
      return false;
    }
    return this.#fail(
      `It does not fit what is in Git: ${message}. Look there, and ask for it anew`,
    );
  }

  protected async write(
    { events = [], message, progress, state, whole }: Changes,
    next?: Date,
  ): Promise<RequestRecord | undefined> {
    const { now, store } = this.#context;
    const { record } = this;
    const said: RequestEventRecord[] = message
      ? [{ at: now().toISOString(), source: 'git', message }]
      : [];
    return store.record(
      this.claim,
      {
        state: state ?? record.state,
        progress: whole ?? { ...record.progress, ...progress },
        events: [...events, ...said],
      },
      next,
    );
  }

  protected partOf(part: RequestPart): ProposalPart {
    return this.record.progress[part] ?? {};
  }

  protected withPart(
    part: RequestPart,
    changes: ProposalPart,
  ): Partial<RequestProgress> {
    const made = { ...this.record.progress[part]!, ...changes };
    return {
      [part]: made,
      ...('problem' in changes && { problem: changes.problem }),
    };
  }

  protected changeOf(part: RequestPart): ProposedChange {
    return describeRequest(this.record, part, {
      base: this.configured().branch,
      portal: this.#context.portal,
    });
  }

  #enter({
    message,
    source,
    state,
  }: Extract<TakenStep, { kind: 'enter' }>): Promise<boolean> {
    const at = this.#context.now().toISOString();
    const { events, progress } = enterState(this.record, {
      state,
      source,
      message,
      at,
    });
    return this.save({ state, whole: progress, events });
  }

  #fail(message: string): Promise<boolean> {
    return this.#enter({
      kind: 'enter',
      state: 'failed' as RequestState,
      source: 'git',
      message,
    });
  }

  /** What was let through holds for what Git said then, and for nothing else. */
  async #verify(): Promise<boolean> {
    const { looks, now } = this.#context;
    try {
      const verified = await looks.verify(this.record, this.repository());
      if (verified.isSame) {
        this.#isVerified = true;
        const { proposal, steps } = this.record.progress;
        return this.save({
          progress: {
            proposal: proposal ?? {
              // Each time that it is let through is a change of its own.
              attempt: steps.filter(({ state }) => state === 'proposed').length,
              files: this.record.progress.assessment.files,
            },
          },
        });
      }
      const at = now().toISOString();
      const { assessment } = verified;
      if (assessment.verdict.outcome === 'deny') {
        return this.#fail(
          `Git says something else since, and with that it is denied: ${assessment.verdict.reasons
            .filter(({ outcome }) => outcome === 'deny')
            .map(({ message }) => message)
            .join(' ')}`,
        );
      }
      const state = assessment.approval.needed ? 'pendingApproval' : 'proposed';
      const message =
        state === 'pendingApproval'
          ? 'What Git says of it has changed since it was looked at, so it has to be agreed to again'
          : 'What Git says of it has changed since; it was looked at again';
      const entered = enterState(
        {
          ...this.record,
          progress: {
            ...this.record.progress,
            assessment,
            proposal: undefined,
          },
        },
        { state, source: 'git', message, at },
      );
      return this.save({
        state,
        whole: entered.progress,
        events: entered.events,
      });
    } catch (error) {
      if (error instanceof RequestRefusal) {
        return this.#fail(`It cannot be done any more: ${error.message}`);
      }
      throw error;
    }
  }

  async #planRemoval(): Promise<boolean> {
    const { looks } = this.#context;
    const files = await looks.planRemoval(this.record, this.repository());
    const attempt = (this.record.progress.removal?.attempt ?? 0) + 1;
    return this.save({ progress: { removal: { attempt, files } } });
  }

  async #observe(): Promise<boolean> {
    const { looks } = this.#context;
    this.#sighting = await looks.observe(this.record);
    const { delivery, registration } = this.#sighting;
    return this.save({
      progress: {
        ...(delivery.application && { application: delivery.application }),
        ...(registration.entityRef && { entityRef: registration.entityRef }),
      },
    });
  }
}
