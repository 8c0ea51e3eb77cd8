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

import { toError } from '@backstage/errors';
import type { Waiting } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  RolloutExecutor,
  TrackWork,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { CellClaim, EngineState, EngineStore } from '../store/types';
import { cellHop, toTrackWork } from './cellHop';
import { CellPermits } from './CellPermits';
import type { Decision } from './cellStep';
import { findTogether } from './findTogether';
import type { LookedCell, LookedHop } from './lookedCell';
import { nextCellStep } from './nextCellStep';
import { StandingFinder } from './standing';

const OBSERVE_TIMEOUT_MS = 60_000;

/** Waiting for these says that nothing was seen. */
const UNSEEN: ReadonlySet<Waiting['code']> = new Set([
  'cluster.unreachable',
  'cluster.notObserved',
  'source.unreachable',
  'source.throttled',
]);

/** Retries that a strategy has where it does not say. */
const DEFAULT_RETRIES = 1;

/** Looks at cells of one executor all at once, and decides on a step of each. */
export async function lookAtCells(
  claims: CellClaim[],
  options: {
    executor: RolloutExecutor;
    store: Pick<EngineStore, 'isSettling' | 'startedWith'>;
    engine: EngineState;
    writes: boolean;
    now: () => Date;
    signal: AbortSignal;
  },
): Promise<LookedCell[]> {
  const { engine, executor, store, writes } = options;
  const standing = new StandingFinder({
    stop: engine.stop,
    writes: writes || executor.changesNothing === true,
    now: options.now(),
  });
  const hops = claims.map(claim => hopsOf(claim, engine, standing));
  await tellTogether(claims, hops, store);
  const unreachable = await observe(hops.flat(), options);
  const permits = new CellPermits({ store, engine, standing, writes });
  const now = options.now();
  const looked: LookedCell[] = [];
  for (const [index, claim] of claims.entries()) {
    const decisions = new Map(
      hops[index].map(({ arn, observed, work }) => [
        arn,
        unreachable ?? decide(executor, work, observed, now),
      ]),
    );
    const step = nextCellStep(claim.cell, decisions, {
      permit: await permits.of(claim),
      retries: claim.rollout.strategy.retries ?? DEFAULT_RETRIES,
      gatesOpen: gatesOpen(claim),
      now,
    });
    const unseen = [...decisions.values()].some(
      decision => decision.kind === 'wait' && UNSEEN.has(decision.waiting.code),
    );
    looked.push({ claim, hops: hops[index], step, unseen });
  }
  return looked;
}

/** @returns what to say of each where the executor could not look at all */
async function observe(
  hops: LookedHop[],
  options: { executor: RolloutExecutor; now: () => Date; signal: AbortSignal },
): Promise<Decision | undefined> {
  const { executor, now, signal } = options;
  if (hops.length === 0) {
    return undefined;
  }
  try {
    const observed = await executor.observe(
      hops.map(({ work }) => work),
      {
        now: now(),
        signal: AbortSignal.any([
          signal,
          AbortSignal.timeout(OBSERVE_TIMEOUT_MS),
        ]),
      },
    );
    hops.forEach((hop, index) => {
      hop.observed = observed[index];
    });
    return undefined;
  } catch (error) {
    return unreadable(executor, error);
  }
}

/** Tells each hop of those that are to be proposed with it, where the strategy wants that. */
async function tellTogether(
  claims: CellClaim[],
  hops: LookedHop[][],
  store: Pick<EngineStore, 'startedWith'>,
): Promise<void> {
  const asking = claims.filter(
    ({ rollout }) => rollout.strategy.pullRequests === 'perWave',
  );
  if (asking.length === 0) {
    return;
  }
  const find = findTogether(
    await store.startedWith(asking.map(({ cell }) => cell)),
  );
  for (const [index, claim] of claims.entries()) {
    if (asking.includes(claim)) {
      for (const hop of hops[index]) {
        hop.work = { ...hop.work, together: find(claim.cell, hop.work) };
      }
    }
  }
}

function hopsOf(
  claim: CellClaim,
  engine: EngineState,
  standing: StandingFinder,
): LookedHop[] {
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
