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

import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { RolloutExecutor } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { RolloutExecutors } from '../executors/RolloutExecutors';
import type { CellClaim, EngineState, EngineStore } from '../store/types';
import { limited } from './limited';
import { lookAtCells } from './lookAtCells';
import { toOutcome, withAnswer, type LookedCell } from './lookedCell';
import { later, LOOK_AGAIN_SECONDS } from './nextRolloutStep';

const ACT_TIMEOUT_MS = 60_000;
const CALLS_AT_ONCE = 8;
/** How soon after a call its effect is looked at. */
const AFTER_CALL_SECONDS = 5;
/** How long cells of an executor that is not here are left alone. */
const LEFT_ALONE_SECONDS = 300;

/** Takes one step of each of many cells: looks at all at once, decides, records, calls, records. */
export class CellRunner {
  readonly #store: EngineStore;
  readonly #executors: RolloutExecutors;
  readonly #writes: boolean;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #lookAgainSeconds: number;
  readonly #pauseFor: (rolloutId: string, message: string) => Promise<void>;

  constructor(options: {
    store: EngineStore;
    executors: RolloutExecutors;
    writes: boolean;
    logger: LoggerService;
    now: () => Date;
    /** How soon a cell that waits is looked at again. */
    lookAgainSeconds?: number;
    /** Called where somebody moved a cluster whose turn it was not. */
    pauseFor: (rolloutId: string, message: string) => Promise<void>;
  }) {
    this.#store = options.store;
    this.#executors = options.executors;
    this.#writes = options.writes;
    this.#logger = options.logger;
    this.#now = options.now;
    this.#lookAgainSeconds = options.lookAgainSeconds ?? LOOK_AGAIN_SECONDS;
    this.#pauseFor = options.pauseFor;
  }

  async step(
    claims: CellClaim[],
    engine: EngineState,
    signal: AbortSignal,
  ): Promise<void> {
    const byExecutor = new Map<string, CellClaim[]>();
    for (const claim of claims) {
      const { executor } = claim.rollout;
      byExecutor.set(executor, [...(byExecutor.get(executor) ?? []), claim]);
    }
    await Promise.all(
      [...byExecutor].map(async ([id, list]) => {
        const executor = this.#executors.get(id);
        await (executor
          ? this.#stepOf(executor, list, engine, signal)
          : this.#leaveAlone(list));
      }),
    );
  }

  async #stepOf(
    executor: RolloutExecutor,
    claims: CellClaim[],
    engine: EngineState,
    signal: AbortSignal,
  ): Promise<void> {
    const looked = await lookAtCells(claims, {
      executor,
      store: this.#store,
      engine,
      writes: this.#writes,
      now: this.#now,
      signal,
    });
    const now = this.#now();
    const recorded = await this.#store.recordCells(
      looked.map(item => toOutcome(item, now, this.#lookAgainSeconds)),
      now,
    );
    for (const { claim, step } of looked) {
      if (step.movedEarly && recorded.has(claim.cell.id)) {
        await this.#pauseFor(claim.rollout.id, step.movedEarly);
      }
    }
    const acting = looked.filter(
      ({ claim, step }) => step.acts.length > 0 && recorded.has(claim.cell.id),
    );
    await limited(CALLS_AT_ONCE, acting, item =>
      this.#act(executor, item, signal),
    );
  }

  async #act(
    executor: RolloutExecutor,
    { claim, hops, step }: LookedCell,
    signal: AbortSignal,
  ): Promise<void> {
    const context = {
      now: this.#now(),
      signal: AbortSignal.any([signal, AbortSignal.timeout(ACT_TIMEOUT_MS)]),
    };
    let { cell } = step;
    await Promise.all(
      step.acts.map(async ({ arn, intent }) => {
        const hop = hops.find(each => each.arn === arn)!;
        try {
          const notes = await executor.act(
            { ...hop.work, intent },
            hop.observed,
            context,
          );
          cell = withAnswer(cell, arn, notes);
        } catch (error) {
          // Whether it took effect is not known; the next step looks.
          this.#logger.warn(
            `${intent.action} on ${arn} gave no answer`,
            toError(error),
          );
        }
      }),
    );
    const now = this.#now();
    await this.#store.recordCells(
      [
        {
          lease: claim.lease,
          rolloutId: claim.rollout.id,
          cell,
          nextAt: later(now, AFTER_CALL_SECONDS),
        },
      ],
      now,
    );
  }

  /** An executor of another version of this portal, or one that was removed. */
  async #leaveAlone(claims: CellClaim[]): Promise<void> {
    const now = this.#now();
    await this.#store.recordCells(
      claims.map(({ lease, rollout }) => ({
        lease,
        rolloutId: rollout.id,
        nextAt: later(now, LEFT_ALONE_SECONDS),
      })),
      now,
    );
  }
}
