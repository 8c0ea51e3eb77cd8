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
  EditRefusal,
  GitFailure,
  ProposedChange,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import {
  ProposalTurn,
  RETRY_SECONDS,
  type ProposalPart,
  type ProposalTurnContext,
  type TurnChanges,
  type WaitStep,
} from '../../../proposals/ProposalTurn';
import type { PortalAddress } from '../../../proposals/types';
import { describeCreation, describeRemoval } from '../describeException';
import type { ExceptionClaim, ExceptionStore } from '../store/types';
import {
  isOver,
  type ExceptionEventRecord,
  type ExceptionProgress,
  type ExceptionRecord,
} from '../types';
import type { ExceptionSightings } from './ExceptionSightings';
import {
  nextExceptionStep,
  type ExceptionPart,
  type ExceptionStep,
} from './nextExceptionStep';
import { planRemoval } from './planRemoval';

/** What turns are taken with. */
export interface TurnContext extends ProposalTurnContext {
  store: ExceptionStore;
  sightings: Pick<ExceptionSightings, 'look'>;
  portal: PortalAddress;
}

const SELDOM_SECONDS = 300;

type TakenStep = Exclude<ExceptionStep, { kind: 'wait' }>;

interface Changes extends TurnChanges<ExceptionRecord> {
  clusters?: ExceptionRecord['clusters'];
}

/** Takes one claimed request as far as it goes now. */
export class ExceptionTurn extends ProposalTurn<
  ExceptionRecord,
  TakenStep,
  ExceptionPart,
  Changes
> {
  readonly #context: TurnContext;
  readonly #looked = new Set<'creation' | 'removal' | 'clusters'>();

  constructor(context: TurnContext, claim: ExceptionClaim) {
    super(context, claim);
    this.#context = context;
  }

  protected get asks() {
    return `exception:${this.record.asked.id}`;
  }

  protected isOver(): boolean {
    return isOver(this.record.state);
  }

  protected next(): TakenStep | WaitStep {
    const { halted, now } = this.#context;
    const step = nextExceptionStep(this.record, {
      now: now(),
      halted,
      looked: this.#looked,
      changeOf: part => this.changeOf(part),
    });
    return step.kind === 'close' && this.hasClosed('creation')
      ? { kind: 'wait', seconds: RETRY_SECONDS }
      : step;
  }

  protected async run(step: TakenStep): Promise<boolean> {
    switch (step.kind) {
      case 'enter':
        this.#looked.clear();
        return this.save({
          state: step.state,
          progress: { message: step.message },
          message: step.message,
        });
      case 'propose':
        return this.propose(step.part, step.step, number =>
          step.part === 'removal'
            ? `Opened pull request #${number}, which removes it`
            : `Opened pull request #${number}`,
        );
      case 'follow':
        return this.follow(step.part);
      case 'close':
        return this.close('creation');
      case 'planRemoval':
        return this.#planRemoval(step.attempt);
      default: {
        const { now, sightings } = this.#context;
        const clusters = await sightings.look(this.record, now());
        this.#looked.add('clusters');
        return this.save({ clusters });
      }
    }
  }

  protected sawPullRequest(part: ExceptionPart, isSeen: boolean): void {
    if (isSeen) {
      this.#looked.add(part);
    } else {
      this.#looked.delete(part);
    }
  }

  protected async refused(
    step: TakenStep | undefined,
    { message }: EditRefusal | GitFailure,
  ): Promise<boolean> {
    if (step?.kind === 'propose' && step.part === 'creation') {
      const sentence = `It does not fit what is in Git: ${message}. Look there, and ask for it anew`;
      return this.save({
        state: 'failed',
        progress: { message: sentence },
        message: sentence,
      });
    }
    const { removal } = this.record.progress;
    const isMade = removal?.proposal?.headSha !== undefined;
    // It is planned anew on what is there now, unless a branch has it already.
    await this.wait(
      {
        message: `Its removal does not fit what is in Git: ${message}`,
        seconds: isMade ? SELDOM_SECONDS : RETRY_SECONDS,
      },
      isMade ? {} : { removal: undefined },
    );
    return false;
  }

  protected async write(
    { clusters, message, progress, state }: Changes,
    next?: Date,
  ): Promise<ExceptionRecord | undefined> {
    const { now, store } = this.#context;
    const { record } = this;
    const events: ExceptionEventRecord[] = message
      ? [{ at: now().toISOString(), message }]
      : [];
    return store.record(
      this.claim,
      {
        state: state ?? record.state,
        progress: { ...record.progress, ...progress },
        clusters: clusters ?? record.clusters,
        events,
      },
      next,
    );
  }

  protected partOf(part: ExceptionPart): ProposalPart {
    const { problem, proposal, pullRequest, removal } = this.record.progress;
    return part === 'creation'
      ? { proposal, pullRequest, problem }
      : removal ?? {};
  }

  protected withPart(
    part: ExceptionPart,
    changes: ProposalPart,
  ): Partial<ExceptionProgress> {
    if (part === 'creation') {
      return changes;
    }
    const { problem: _, ...removal } = changes;
    return { removal: { ...this.record.progress.removal!, ...removal } };
  }

  protected changeOf(part: ExceptionPart): ProposedChange {
    const options = {
      base: this.configured().branch,
      portal: this.#context.portal,
    };
    return part === 'creation'
      ? describeCreation(this.record, options)
      : describeRemoval(this.record, options);
  }

  async #planRemoval(attempt: number): Promise<boolean> {
    const { asked, progress } = this.record;
    const plan = await planRemoval(
      this.repository(),
      this.configured().branch,
      progress.files ?? asked.files,
    );
    const plannedAt = this.#context.now().toISOString();
    return this.save({
      progress: { removal: { ...plan, attempt, plannedAt } },
    });
  }
}
