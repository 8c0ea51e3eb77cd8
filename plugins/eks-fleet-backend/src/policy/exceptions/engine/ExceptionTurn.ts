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
import type { PortalAddress, SeenPullRequest } from '../../proposals/types';
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
export interface TurnContext extends StepGround {
  store: ExceptionStore;
  git: Pick<EksFleetGitService, 'follower' | 'repositories' | 'repository'>;
  sightings: Pick<ExceptionSightings, 'look'>;
  portal: PortalAddress;
  now: () => Date;
}

const MOST_STEPS = 40;
const RETRY_SECONDS = 30;
const SELDOM_SECONDS = 300;

/** What there is at a request besides what is recorded of its steps. */
interface Recorded {
  state?: ExceptionRecord['state'];
  progress?: Partial<ExceptionProgress>;
  clusters?: ExceptionRecord['clusters'];
  message?: string;
}

/** Takes one claimed request as far as it goes now. */
export class ExceptionTurn {
  readonly #context: TurnContext;
  readonly #looked = new Set<'creation' | 'removal' | 'clusters'>();
  #claim: ExceptionClaim;
  #hasClosed = false;

  constructor(context: TurnContext, claim: ExceptionClaim) {
    this.#context = context;
    this.#claim = claim;
  }

  /** @returns whether anything that people see has changed */
  async take(): Promise<boolean> {
    const before = JSON.stringify(this.#record);
    for (let left = MOST_STEPS; left > 0; left -= 1) {
      let step: ExceptionStep = { kind: 'observe' };
      try {
        step = this.#next();
        if (step.kind === 'wait') {
          if (!isOver(this.#record.state)) {
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

  get #record(): ExceptionRecord {
    return this.#claim.record;
  }

  #next(): ExceptionStep {
    const { halted, now } = this.#context;
    const step = nextExceptionStep(this.#record, {
      now: now(),
      halted,
      looked: this.#looked,
      changeOf: part => this.#changeOf(part),
    });
    // What was closed and still looks open is looked at again later.
    return step.kind === 'close' && this.#hasClosed
      ? { kind: 'wait', seconds: RETRY_SECONDS }
      : step;
  }

  /** @returns whether the request is still ours */
  async #run(step: Exclude<ExceptionStep, { kind: 'wait' }>): Promise<boolean> {
    switch (step.kind) {
      case 'enter':
        this.#looked.clear();
        return this.#save({
          state: step.state,
          progress: { message: step.message },
          message: step.message,
        });
      case 'propose':
        return this.#propose(step);
      case 'follow':
        return this.#follow(step.part);
      case 'close': {
        const { number } = this.#record.progress.pullRequest!;
        this.#hasClosed = true;
        await this.#repository().closePullRequest(number);
        this.#follower().note({ number });
        this.#looked.delete('creation');
        return this.#save({ message: `Closed pull request #${number}` });
      }
      case 'planRemoval':
        return this.#planRemoval(step.attempt);
      default: {
        const { now, sightings } = this.#context;
        const clusters = await sightings.look(this.#record, now());
        this.#looked.add('clusters');
        return this.#save({ clusters });
      }
    }
  }

  async #propose({
    part,
    step,
  }: Extract<ExceptionStep, { kind: 'propose' }>): Promise<boolean> {
    const proposal = await takeProposalStep({
      repository: this.#repository(),
      change: this.#changeOf(part),
      proposal: this.#proposalOf(part),
      step,
      installationId: this.#context.installationId,
      save: intended => this.#save(this.#withProposal(part, intended)),
    });
    if (!proposal) {
      return false;
    }
    const isNew =
      proposal.pullRequest && this.#pullRequestOf(part) === undefined;
    return this.#save({
      ...this.#withProposal(part, proposal),
      message: isNew
        ? `Opened pull request #${proposal.pullRequest!.number}${
            part === 'removal' ? ', which removes it' : ''
          }`
        : undefined,
    });
  }

  async #follow(part: ExceptionPart): Promise<boolean> {
    const known = this.#pullRequestOf(part)!;
    const seen = await this.#follower().look([known.number]);
    const detail = seen.get(known.number)!;
    if (detail instanceof GitFailure) {
      throw detail;
    }
    const { problem, pullRequest } = await followPullRequest(
      this.#repository(),
      this.#changeOf(part),
      {
        known,
        proposal: this.#proposalOf(part),
        detail,
        now: this.#context.now(),
      },
    );
    this.#looked.add(part);
    return this.#save({
      progress: {
        ...this.#withPullRequest(part, pullRequest),
        ...(part === 'creation' && { problem }),
      },
      message:
        problem && problem !== this.#record.progress.problem
          ? problem
          : undefined,
    });
  }

  async #planRemoval(attempt: number): Promise<boolean> {
    const { asked, progress } = this.#record;
    const plan = await planRemoval(
      this.#repository(),
      this.#configured().branch,
      progress.files ?? asked.files,
    );
    const plannedAt = this.#context.now().toISOString();
    return this.#save({
      progress: { removal: { ...plan, attempt, plannedAt } },
    });
  }

  /** Says why it does not go on now; @returns whether to take another step. */
  async #goesOn(step: ExceptionStep, error: unknown): Promise<boolean> {
    if (error instanceof EditRefusal) {
      return this.#refused(step, error.message);
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
      return this.#refused(step, message);
    }
    await this.#wait({
      message: `The Git host does not do it now: ${message}`,
      seconds: Math.max(RETRY_SECONDS, retryAfterSeconds),
    });
    return false;
  }

  /** Git is not as the change expects it. */
  async #refused(step: ExceptionStep, message: string): Promise<boolean> {
    if (step.kind === 'propose' && step.part === 'creation') {
      const sentence = `It does not fit what is in Git: ${message}. Look there, and ask for it anew`;
      return this.#save({
        state: 'failed',
        progress: { message: sentence },
        message: sentence,
      });
    }
    const { removal } = this.#record.progress;
    const isMade = removal?.proposal?.headSha !== undefined;
    // It is planned anew on what is there now, unless a branch has it already.
    await this.#wait(
      {
        message: `Its removal does not fit what is in Git: ${message}`,
        seconds: isMade ? SELDOM_SECONDS : RETRY_SECONDS,
      },
      isMade ? {} : { removal: undefined },
    );
    return false;
  }

  async #wait(
    {
      message,
      seconds,
      until,
    }: { message?: string; seconds?: number; until?: string },
    progress: Partial<ExceptionProgress> = {},
  ): Promise<void> {
    const { now } = this.#context;
    const times = [
      seconds === undefined ? undefined : now().getTime() + seconds * 1000,
      until === undefined ? undefined : Date.parse(until),
    ].filter(time => time !== undefined);
    const next = new Date(Math.min(...times, now().getTime() + 86_400_000));
    await this.#save({ progress: { ...progress, message } }, next);
  }

  async #save(
    { clusters, message, progress, state }: Recorded,
    next?: Date,
  ): Promise<boolean> {
    const { now, store } = this.#context;
    const record = this.#record;
    const events: ExceptionEventRecord[] = message
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

  #withProposal(part: ExceptionPart, proposal: ProposalRecord): Recorded {
    const { pullRequest } = proposal;
    const seen =
      pullRequest &&
      (this.#pullRequestOf(part) ?? {
        ...pullRequest,
        // It is followed before anything is said of how it is.
        state: 'open' as const,
        seenAt: this.#context.now().toISOString(),
      });
    return {
      progress:
        part === 'creation'
          ? { proposal, ...(seen && { pullRequest: seen }) }
          : {
              removal: {
                ...this.#record.progress.removal!,
                proposal,
                ...(seen && { pullRequest: seen }),
              },
            },
    };
  }

  #withPullRequest(
    part: ExceptionPart,
    pullRequest: SeenPullRequest,
  ): Partial<ExceptionProgress> {
    return part === 'creation'
      ? { pullRequest }
      : { removal: { ...this.#record.progress.removal!, pullRequest } };
  }

  #proposalOf(part: ExceptionPart): ProposalRecord | undefined {
    const { proposal, removal } = this.#record.progress;
    return part === 'creation' ? proposal : removal?.proposal;
  }

  #pullRequestOf(part: ExceptionPart): SeenPullRequest | undefined {
    const { pullRequest, removal } = this.#record.progress;
    return part === 'creation' ? pullRequest : removal?.pullRequest;
  }

  #changeOf(part: ExceptionPart): ProposedChange {
    const options = {
      base: this.#configured().branch,
      portal: this.#context.portal,
    };
    return part === 'creation'
      ? describeCreation(this.#record, options)
      : describeRemoval(this.#record, options);
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
    return this.#context.git.repository(repository, `exception:${id}`);
  }

  #follower() {
    return this.#context.git.follower(this.#record.asked.repository);
  }
}
