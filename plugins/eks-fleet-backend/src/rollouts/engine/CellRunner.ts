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
import type { Waiting } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  RolloutExecutor,
  TrackNotes,
  TrackWork,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { RolloutExecutors } from '../executors/RolloutExecutors';
import type { CellRecord } from '../records';
import type {
  CellClaim,
  CellOutcome,
  EngineState,
  EngineStore,
} from '../store/types';
import { cellHop, toTrackWork } from './cellHop';
import type { CellStep, Decision, Permit } from './cellStep';
import { nextCellStep } from './nextCellStep';
import { later, LOOK_AGAIN_SECONDS } from './nextRolloutStep';
import { limited } from './limited';
import { findTogether } from './findTogether';
import { StandingFinder } from './standing';

const ACT_TIMEOUT_MS = 60_000;
const OBSERVE_TIMEOUT_MS = 60_000;
const CALLS_AT_ONCE = 8;
/** How soon after a call its effect is looked at. */
const AFTER_CALL_SECONDS = 5;
/** How long cells of an executor that is not here are left alone. */
const LEFT_ALONE_SECONDS = 300;

/** Waiting for these says that nothing was seen. */
const UNSEEN: ReadonlySet<Waiting['code']> = new Set([
  'cluster.unreachable',
  'cluster.notObserved',
  'source.unreachable',
  'source.throttled',
]);

/** Retries that a strategy has where it does not say. */
export const DEFAULT_RETRIES = 1;

interface Item {
  arn: string;
  work: TrackWork;
  observed?: unknown;
}

interface Looked {
  claim: CellClaim;
  items: Item[];
  step: CellStep;
  unseen: boolean;
}

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
    const looked = await this.#look(executor, claims, engine, signal);
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

  async #look(
    executor: RolloutExecutor,
    claims: CellClaim[],
    engine: EngineState,
    signal: AbortSignal,
  ): Promise<Looked[]> {
    const standing = new StandingFinder({
      stop: engine.stop,
      writes: this.#writes || executor.changesNothing === true,
      now: this.#now(),
    });
    const items = claims.map(claim => itemsOf(claim, engine, standing));
    const all = items.flat();
    await this.#findTogether(claims, items);
    let unreachable: Decision | undefined;
    try {
      if (all.length > 0) {
        const observed = await executor.observe(
          all.map(({ work }) => work),
          {
            now: this.#now(),
            signal: AbortSignal.any([
              signal,
              AbortSignal.timeout(OBSERVE_TIMEOUT_MS),
            ]),
          },
        );
        all.forEach((item, index) => {
          item.observed = observed[index];
        });
      }
    } catch (error) {
      unreachable = unreadable(executor, error);
    }
    const now = this.#now();
    const settling = new Map<string, boolean>();
    const looked: Looked[] = [];
    for (const [index, claim] of claims.entries()) {
      const decisions = new Map(
        items[index].map(({ arn, observed, work }) => [
          arn,
          unreachable ?? decide(executor, work, observed, now),
        ]),
      );
      const step = nextCellStep(claim.cell, decisions, {
        permit: await this.#permit(claim, engine, standing, settling),
        retries: claim.rollout.strategy.retries ?? DEFAULT_RETRIES,
        gatesOpen: gatesOpen(claim),
        now,
      });
      const unseen = [...decisions.values()].some(
        decision =>
          decision.kind === 'wait' && UNSEEN.has(decision.waiting.code),
      );
      looked.push({ claim, items: items[index], step, unseen });
    }
    return looked;
  }

  /** Tells each hop of those that are to be proposed with it, where the strategy wants that. */
  async #findTogether(claims: CellClaim[], items: Item[][]): Promise<void> {
    const asking = claims.filter(
      ({ rollout }) => rollout.strategy.pullRequests === 'perWave',
    );
    if (asking.length === 0) {
      return;
    }
    const find = findTogether(
      await this.#store.startedWith(asking.map(({ cell }) => cell)),
    );
    for (const [index, claim] of claims.entries()) {
      if (asking.includes(claim)) {
        for (const item of items[index]) {
          item.work = { ...item.work, together: find(claim.cell, item.work) };
        }
      }
    }
  }

  async #permit(
    claim: CellClaim,
    { settleSince, stop }: EngineState,
    standing: StandingFinder,
    settling: Map<string, boolean>,
  ): Promise<Permit> {
    const { id } = claim.rollout;
    const halt = standing.haltOf(claim);
    if (halt) {
      return {
        may: false,
        // An installation that may not write does not even do that.
        mayProtect: stop.stopped ? this.#writes : halt.code !== 'fleet.stop',
        waiting: halt,
      };
    }
    if (settleSince) {
      if (!settling.has(id)) {
        settling.set(id, await this.#store.isSettling(id, settleSince));
      }
      if (settling.get(id)) {
        return {
          may: false,
          mayProtect: true,
          waiting: {
            code: 'cluster.notObserved',
            message:
              'All that is under way in this rollout is looked at first, since nobody did for a while',
          },
        };
      }
    }
    return { may: true };
  }

  async #act(
    executor: RolloutExecutor,
    { claim, items, step }: Looked,
    signal: AbortSignal,
  ): Promise<void> {
    const context = {
      now: this.#now(),
      signal: AbortSignal.any([signal, AbortSignal.timeout(ACT_TIMEOUT_MS)]),
    };
    let { cell } = step;
    await Promise.all(
      step.acts.map(async ({ arn, intent }) => {
        const item = items.find(each => each.arn === arn)!;
        try {
          const notes = await executor.act(
            { ...item.work, intent },
            item.observed,
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

function itemsOf(
  claim: CellClaim,
  engine: EngineState,
  standing: StandingFinder,
): Item[] {
  return claim.cell.clusters.flatMap(cluster => {
    const hop = cellHop(claim.cell, cluster);
    return hop && hop.track.state !== 'failed'
      ? [
          {
            arn: cluster.cluster.arn,
            work: toTrackWork(claim, cluster, hop, {
              installationId: engine.installationId,
              standing: standing.find(claim),
            }),
          },
        ]
      : [];
  });
}

function decide(
  executor: RolloutExecutor,
  work: TrackWork,
  observed: unknown,
  now: Date,
): Decision {
  try {
    return executor.next(work, observed, now);
  } catch (error) {
    return unreadable(executor, error);
  }
}

function unreadable(executor: RolloutExecutor, error: unknown): Decision {
  return {
    kind: 'wait',
    waiting: {
      code: 'source.unreachable',
      message: `${executor.title} could not look: ${toError(error).message}`,
    },
  };
}

function gatesOpen({ wave }: CellClaim): boolean {
  return wave.lifecycle === 'running' || wave.lifecycle === 'baking';
}

function toOutcome(
  { claim, step, unseen }: Looked,
  now: Date,
  lookAgainSeconds: number,
): CellOutcome {
  const changed = !isSame(claim.cell, step.cell);
  return {
    lease: claim.lease,
    rolloutId: claim.rollout.id,
    ...(changed && { cell: step.cell }),
    ...(!unseen && { lookedAt: now.toISOString() }),
    log: step.log,
    durations: step.durations.map(sample => ({
      ...sample,
      executor: claim.rollout.executor,
    })),
    ...(step.acts.length === 0 && {
      nextAt: nextAt(step, now, lookAgainSeconds),
    }),
  };
}

function nextAt(
  { again, cell }: CellStep,
  now: Date,
  lookAgainSeconds: number,
): string {
  const underWay =
    (cell.state === 'running' && cell.stage !== 'parked') ||
    cell.state === 'rollingBack';
  if (!underWay) {
    return '';
  }
  return again ? now.toISOString() : later(now, lookAgainSeconds);
}

function isSame(a: CellRecord, b: CellRecord): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The call was answered: nothing is open any more. */
function withAnswer(
  cell: CellRecord,
  arn: string,
  notes: TrackNotes,
): CellRecord {
  return {
    ...cell,
    clusters: cell.clusters.map(cluster =>
      cluster.cluster.arn === arn
        ? {
            ...cluster,
            tracks: cluster.tracks.map(track =>
              track.intent ? { ...track, ...notes, intent: undefined } : track,
            ),
          }
        : cluster,
    ),
  };
}
