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
  EditRefusal,
  GitFailure,
  type EksFleetGitService,
  type FleetRepository,
  type GitRepository,
  type ProposalRecord,
  type ProposedChange,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { followPullRequest } from '../../proposals/followPullRequest';
import type { StepGround } from '../../proposals/Reconciler';
import { takeProposalStep } from '../../proposals/takeProposalStep';
import type { PortalAddress } from '../../proposals/types';
import { describeEdit } from '../describeEdit';
import type { EditClaim, EditStore } from '../store/types';
import {
  isOver,
  type EditEvent,
  type EditProgress,
  type EditRecord,
} from '../types';
import type { EditObserver } from './EditObserver';
import { nextEditStep, type EditStep } from './nextEditStep';

/** What turns are taken with. */
export interface EditTurnContext extends StepGround {
  store: EditStore;
  git: Pick<EksFleetGitService, 'follower' | 'repositories' | 'repository'>;
  observer: Pick<EditObserver, 'look'>;
  portal: PortalAddress;
  now: () => Date;
}

const MOST_STEPS = 40;
const RETRY_SECONDS = 30;

/** What there is at an edit besides what is recorded of its steps. */
interface Recorded {
  state?: EditRecord['state'];
  progress?: Partial<EditProgress>;
  clusters?: EditRecord['clusters'];
  message?: string;
}

/** Takes one claimed edit as far as it goes now. */
export class EditTurn {
  readonly #context: EditTurnContext;
  readonly #looked = new Set<'pullRequest' | 'clusters'>();
  #claim: EditClaim;
  #hasClosed = false;

  constructor(context: EditTurnContext, claim: EditClaim) {
    this.#context = context;
    this.#claim = claim;
  }

  /** @returns whether anything that people see has changed */
  async take(): Promise<boolean> {
    const before = JSON.stringify(this.#record);
    for (let left = MOST_STEPS; left > 0; left -= 1) {
      let step: EditStep = { kind: 'observe' };
      try {
        step = this.#next();
        if (step.kind === 'wait') {
          if (!isOver(this.#record)) {
            await this.#wait(step);
          }
          break;
        }
        if (!(await this.#run(step))) {
          break;
        }
      } catch (error) {
        if (!(await this.#goesOn(step, error))) {
          break;
        }
      }
    }
    return JSON.stringify(this.#record) !== before;
  }

  get #record(): EditRecord {
    return this.#claim.record;
  }

  #next(): EditStep {
    const { halted, now } = this.#context;
    const step = nextEditStep(this.#record, {
      now: now(),
      halted,
      looked: this.#looked,
      change: this.#change(),
    });
    // What was closed and still looks open is looked at again later.
    return step.kind === 'close' && this.#hasClosed
      ? { kind: 'wait', seconds: RETRY_SECONDS }
      : step;
  }

  /** @returns whether the edit is still ours */
  async #run(step: Exclude<EditStep, { kind: 'wait' }>): Promise<boolean> {
    switch (step.kind) {
      case 'enter': {
        const { isFollowed, message, state } = step;
        this.#looked.clear();
        return this.#save({
          state,
          progress: { message, ...(isFollowed && { isFollowed }) },
          message,
        });
      }
      case 'propose':
        return this.#propose(step.step);
      case 'follow':
        return this.#follow();
      case 'close': {
        const { number } = this.#record.progress.pullRequest!;
        this.#hasClosed = true;
        await this.#repository().closePullRequest(number);
        this.#follower().note({ number });
        this.#looked.delete('pullRequest');
        return this.#save({ message: `Closed pull request #${number}` });
      }
      default: {
        const { now, observer } = this.#context;
        const clusters = await observer.look(this.#record, now());
        this.#looked.add('clusters');
        return this.#save({ clusters });
      }
    }
  }

  async #propose(
    step: Extract<EditStep, { kind: 'propose' }>['step'],
  ): Promise<boolean> {
    const proposal = await takeProposalStep({
      repository: this.#repository(),
      change: this.#change(),
      proposal: this.#record.progress.proposal,
      step,
      installationId: this.#context.installationId,
      save: intended => this.#save(this.#withProposal(intended)),
    });
    if (!proposal) {
      return false;
    }
    const isNew =
      proposal.pullRequest && this.#record.progress.pullRequest === undefined;
    return this.#save({
      ...this.#withProposal(proposal),
      message: isNew
        ? `Opened pull request #${proposal.pullRequest!.number}`
        : undefined,
    });
  }

  async #follow(): Promise<boolean> {
    const { progress } = this.#record;
    const known = progress.pullRequest!;
    const seen = await this.#follower().look([known.number]);
    const detail = seen.get(known.number)!;
    if (detail instanceof GitFailure) {
      throw detail;
    }
    const { problem, pullRequest } = await followPullRequest(
      this.#repository(),
      this.#change(),
      { known, proposal: progress.proposal, detail, now: this.#context.now() },
    );
    this.#looked.add('pullRequest');
    return this.#save({
      progress: { pullRequest, problem },
      message: problem && problem !== progress.problem ? problem : undefined,
    });
  }

  /** Says why it does not go on now; @returns whether to take another step. */
  async #goesOn(step: EditStep, error: unknown): Promise<boolean> {
    if (error instanceof EditRefusal) {
      return this.#fail(error.message);
    }
    if (!(error instanceof GitFailure)) {
      throw error;
    }
    const { isUnanswered, message, reason, retryAfterSeconds = 0 } = error;
    if (isUnanswered && step.kind === 'propose') {
      // Whether it was done is looked for, at once.
      return true;
    }
    if (reason === 'conflict' && step.kind === 'propose') {
      return this.#fail(message);
    }
    await this.#wait({
      message: `The Git host does not do it now: ${message}`,
      seconds: Math.max(RETRY_SECONDS, retryAfterSeconds),
    });
    return false;
  }

  /** Git is not as the change expects it. */
  #fail(message: string): Promise<boolean> {
    const sentence = `It does not fit what is in Git: ${message}. Look there, and ask for it anew`;
    return this.#save({
      state: 'failed',
      progress: { message: sentence },
      message: sentence,
    });
  }

  async #wait({
    message,
    seconds = RETRY_SECONDS,
  }: {
    message?: string;
    seconds?: number;
  }): Promise<void> {
    const next = new Date(this.#context.now().getTime() + seconds * 1000);
    await this.#save({ progress: { message } }, next);
  }

  async #save(
    { clusters, message, progress, state }: Recorded,
    next?: Date,
  ): Promise<boolean> {
    const { now, store } = this.#context;
    const record = this.#record;
    const events: EditEvent[] = message
      ? [{ at: now().toISOString(), message }]
      : [];
    const saved = await store.record(
      this.#claim,
      {
        state: state ?? record.state,
        progress: { ...record.progress, ...progress },
        clusters: clusters ?? record.clusters,
        events,
      },
      next,
    );
    if (saved) {
      this.#claim = { ...this.#claim, record: saved };
    }
    return saved !== undefined;
  }

  #withProposal(proposal: ProposalRecord): Recorded {
    const { pullRequest } = proposal;
    const seen =
      pullRequest &&
      (this.#record.progress.pullRequest ?? {
        ...pullRequest,
        // It is followed before anything is said of how it is.
        state: 'open' as const,
        seenAt: this.#context.now().toISOString(),
      });
    return { progress: { proposal, ...(seen && { pullRequest: seen }) } };
  }

  #change(): ProposedChange {
    return describeEdit(this.#record, {
      base: this.#configured().branch,
      portal: this.#context.portal,
    });
  }

  #configured(): FleetRepository {
    const { repository } = this.#record.asked;
    const found = this.#context.git.repositories.find(
      ({ id }) => id === repository,
    );
    if (!found) {
      throw new GitFailure(
        'notFound',
        `The configuration has no fleet repository ${repository} any more`,
      );
    }
    return found;
  }

  #repository(): GitRepository {
    const { id, repository } = this.#record.asked;
    return this.#context.git.repository(repository, `policy:${id}`);
  }

  #follower() {
    return this.#context.git.follower(this.#record.asked.repository);
  }
}
