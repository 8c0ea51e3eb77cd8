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
  type ProposalStep,
  type ProposedChange,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { followPullRequest } from './followPullRequest';
import type { StepGround } from './Reconciler';
import { takeProposalStep } from './takeProposalStep';
import type { Claim, SeenPullRequest } from './types';

/** A row that goes through Git. */
export interface ProposalRow {
  state: string;
  /** What never changes; `repository` is the id of a fleet repository. */
  asked: { id: string; repository: string };
  /** How far it is. */
  progress: object;
}

/** What is recorded of one of a row's pull requests. */
export interface ProposalPart {
  proposal?: ProposalRecord;
  pullRequest?: SeenPullRequest;
  /** What of it is not as it was agreed to. */
  problem?: string;
}

/** What a step makes of a row. */
export interface TurnChanges<Row extends ProposalRow> {
  state?: Row['state'];
  progress?: Partial<Row['progress']>;
  /** To be written into its log. */
  message?: string;
}

/** Nothing to do now. */
export interface WaitStep {
  kind: 'wait';
  message?: string;
  seconds?: number;
  /** ISO 8601; the earlier of both counts. */
  until?: string;
}

/** What turns are taken with. */
export interface ProposalTurnContext extends StepGround {
  git: Pick<EksFleetGitService, 'follower' | 'repositories' | 'repository'>;
  now: () => Date;
}

const MOST_STEPS = 40;
const DAY_MS = 86_400_000;

/** How long until what did not work is tried again. */
export const RETRY_SECONDS = 30;

/**
 * Takes one claimed row as far as it goes now. What its steps are is its own;
 * how pull requests are proposed, followed and closed is the same for all.
 */
export abstract class ProposalTurn<
  Row extends ProposalRow,
  Step extends { kind: string },
  Part extends string,
  Changes extends TurnChanges<Row> = TurnChanges<Row>,
> {
  readonly #context: ProposalTurnContext;
  readonly #closed = new Set<Part>();
  #claim: Claim<Row>;

  constructor(context: ProposalTurnContext, claim: Claim<Row>) {
    this.#context = context;
    this.#claim = claim;
  }

  /** @returns whether anything that people see has changed */
  async take(): Promise<boolean> {
    const before = JSON.stringify(this.record);
    for (let left = MOST_STEPS; left > 0; left -= 1) {
      let step: Step | WaitStep | undefined;
      try {
        step = this.next();
        if (isWait(step)) {
          if (!this.isOver()) {
            await this.wait(step);
          }
          break;
        }
        if (!(await this.run(step))) {
          break;
        }
      } catch (error) {
        if (!(await this.#goesOn(step, error))) {
          break;
        }
      }
    }
    return JSON.stringify(this.record) !== before;
  }

  protected get claim(): Claim<Row> {
    return this.#claim;
  }

  protected get record(): Row {
    return this.#claim.record;
  }

  /** What to do next, by what is recorded. */
  protected abstract next(): Step | WaitStep;
  /** @returns whether the row is still ours */
  protected abstract run(step: Step): Promise<boolean>;
  protected abstract isOver(): boolean;
  /** Writes down what a step has made of it; `undefined` where somebody else has it. */
  protected abstract write(
    changes: Changes,
    next?: Date,
  ): Promise<Row | undefined>;
  protected abstract partOf(part: Part): ProposalPart;
  /** How it is recorded. */
  protected abstract withPart(
    part: Part,
    changes: ProposalPart,
  ): Partial<Row['progress']>;
  protected abstract changeOf(part: Part): ProposedChange;
  /** Whose turn it is at the Git host, such as `exception:<id>`. */
  protected abstract readonly asks: string;
  /**
   * Git is not as the change expects it.
   *
   * @returns whether to take another step
   */
  protected abstract refused(
    step: Step | undefined,
    refusal: EditRefusal | GitFailure,
  ): Promise<boolean>;
  /** Called once a pull request was looked at, or has to be looked at anew. */
  protected abstract sawPullRequest(part: Part, isSeen: boolean): void;

  /** Takes one step of a proposal. */
  protected async propose(
    part: Part,
    step: Exclude<ProposalStep, { kind: 'made' }>,
    wordOpened: (number: number) => string = number =>
      `Opened pull request #${number}`,
  ): Promise<boolean> {
    const proposal = await takeProposalStep({
      repository: this.repository(),
      change: this.changeOf(part),
      proposal: this.partOf(part).proposal,
      step,
      installationId: this.#context.installationId,
      save: intended =>
        this.save({ progress: this.#withProposal(part, intended) } as Changes),
    });
    if (!proposal) {
      return false;
    }
    const isNew =
      proposal.pullRequest && this.partOf(part).pullRequest === undefined;
    return this.save({
      progress: this.#withProposal(part, proposal),
      message: isNew ? wordOpened(proposal.pullRequest!.number) : undefined,
    } as Changes);
  }

  /** Looks at a pull request. */
  protected async follow(part: Part): Promise<boolean> {
    const { problem: before, proposal, pullRequest: known } = this.partOf(part);
    const { number } = known!;
    const seen = await this.follower().look([number]);
    const detail = seen.get(number)!;
    if (detail instanceof GitFailure) {
      throw detail;
    }
    const { problem, pullRequest } = await followPullRequest(
      this.repository(),
      this.changeOf(part),
      { known: known!, proposal, detail, now: this.#context.now() },
    );
    this.sawPullRequest(part, true);
    return this.save({
      progress: this.withPart(part, { pullRequest, problem }),
      message: problem && problem !== before ? problem : undefined,
    } as Changes);
  }

  /** Closes a pull request, which is looked at again then. */
  protected async close(part: Part): Promise<boolean> {
    const { number } = this.partOf(part).pullRequest!;
    this.#closed.add(part);
    await this.repository().closePullRequest(number);
    this.follower().note({ number });
    this.sawPullRequest(part, false);
    return this.save({
      message: `Closed pull request #${number}`,
    } as Changes);
  }

  /** What was closed and still looks open is looked at again later. */
  protected hasClosed(part: Part): boolean {
    return this.#closed.has(part);
  }

  protected async wait(
    { message, seconds, until }: Omit<WaitStep, 'kind'>,
    progress: Partial<Row['progress']> = {},
  ): Promise<void> {
    const at = this.#context.now().getTime();
    const times = [
      seconds === undefined ? undefined : at + seconds * 1000,
      until === undefined ? undefined : Date.parse(until),
    ].filter(time => time !== undefined);
    const next = new Date(Math.min(...times, at + DAY_MS));
    const changes: TurnChanges<Row> = {
      progress: { ...progress, message } as Partial<Row['progress']>,
    };
    await this.save(changes as Changes, next);
  }

  /** @returns whether the row is still ours */
  protected async save(changes: Changes, next?: Date): Promise<boolean> {
    const saved = await this.write(changes, next);
    if (saved) {
      this.#claim = { ...this.#claim, record: saved };
    }
    return saved !== undefined;
  }

  protected configured(): FleetRepository {
    const { repository } = this.record.asked;
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

  protected repository(): GitRepository {
    return this.#context.git.repository(
      this.record.asked.repository,
      this.asks,
    );
  }

  protected follower() {
    return this.#context.git.follower(this.record.asked.repository);
  }

  #withProposal(
    part: Part,
    proposal: ProposalRecord,
  ): Partial<Row['progress']> {
    const { pullRequest } = proposal;
    const seen =
      pullRequest &&
      (this.partOf(part).pullRequest ?? {
        ...pullRequest,
        // It is followed before anything is said of how it is.
        state: 'open' as const,
        seenAt: this.#context.now().toISOString(),
      });
    return this.withPart(part, {
      proposal,
      ...(seen && { pullRequest: seen }),
    });
  }

  /** Says why it does not go on now; @returns whether to take another step. */
  async #goesOn(
    step: Step | WaitStep | undefined,
    error: unknown,
  ): Promise<boolean> {
    const taken = step && !isWait(step) ? step : undefined;
    if (error instanceof EditRefusal) {
      return this.refused(taken, error);
    }
    if (!(error instanceof GitFailure)) {
      throw error;
    }
    const { isUnanswered, message, reason, retryAfterSeconds = 0 } = error;
    if (isUnanswered && taken?.kind === 'propose') {
      // Whether it was done is looked for, at once.
      return true;
    }
    if (reason === 'conflict' && taken?.kind === 'propose') {
      return this.refused(taken, error);
    }
    await this.wait({
      message: `The Git host does not do it now: ${message}`,
      seconds: Math.max(RETRY_SECONDS, retryAfterSeconds),
    });
    return false;
  }
}

function isWait(step: { kind: string }): step is WaitStep {
  return step.kind === 'wait';
}
