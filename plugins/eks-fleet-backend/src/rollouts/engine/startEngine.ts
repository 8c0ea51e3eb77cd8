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
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { toError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { AlarmWatch } from '../../alerts/types';
import type { ObservationReader } from '../../collection/types';
import { SoonTask } from '../../inventory/SoonTask';
import { EngineMetrics } from '../EngineMetrics';
import type { RolloutExecutors } from '../executors/RolloutExecutors';
import type { RolloutGates } from '../gates/RolloutGates';
import type { RolloutConfig } from '../readRolloutConfig';
import type { ClusterSelector } from '../service/ClusterSelector';
import { DatabaseRolloutStates } from '../store/DatabaseRolloutStates';
import type { DatabaseRolloutStore } from '../store/DatabaseRolloutStore';
import type { RolloutClaim } from '../store/types';
import { applyPause } from './applyPause';
import { CellRunner } from './CellRunner';
import { RolloutEngine } from './RolloutEngine';
import { RolloutRunner } from './RolloutRunner';
import { RolloutSweeper } from './RolloutSweeper';

/** Lets the engine look as often as is configured, and at once where it is nudged. */
export async function startEngine(options: {
  knex: Knex;
  store: DatabaseRolloutStore;
  executors: RolloutExecutors;
  gates: RolloutGates;
  alarms?: AlarmWatch;
  selector: ClusterSelector;
  observations: ObservationReader;
  config: RolloutConfig;
  writes: boolean;
  /** Called with ids after steps were taken. */
  onChanged: (ids: string[]) => void;
  scheduler: SchedulerService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  metrics: MetricsService;
  now: () => Date;
}): Promise<{ engine: RolloutEngine; nudge: () => void }> {
  const { alarms, config, executors, gates, logger, now, writes } = options;
  const { observations, onChanged, selector, store } = options;
  // A little less, for what waits to be due whenever it is time to look.
  const lookAgainSeconds = Math.floor((config.reconcileSeconds * 5) / 6);
  const metrics = new EngineMetrics(
    options.metrics,
    new DatabaseRolloutStates(options.knex),
    now,
  );
  const engine = new RolloutEngine({
    store,
    logger,
    now,
    onChanged,
    rollouts: metrics.rollouts(
      new RolloutRunner({
        store,
        executors,
        gates,
        alarms,
        sweeper: new RolloutSweeper({
          store,
          observations,
          findUnassigned: claim => findUnassigned(claim, { selector, store }),
        }),
        caps: config.caps,
        writes,
        lookAgainSeconds,
        logger,
        now,
      }),
    ),
    cells: metrics.cells(
      new CellRunner({
        store,
        executors,
        writes,
        lookAgainSeconds,
        logger,
        now,
        pauseFor: (id, message) =>
          store.act(id, snapshot => applyPause(snapshot, message, now())),
      }),
    ),
  });
  let running: Promise<void> | undefined;
  const reconcile = async (signal?: AbortSignal) => {
    // A reconcile that was asked for while one runs follows it.
    await running?.catch(() => undefined);
    running = metrics
      .reconcile(() => engine.reconcile(signal))
      .finally(() => {
        running = undefined;
      });
    await running;
  };
  const soon = new SoonTask({
    delayMs: 50,
    distanceMs: 500,
    run: async () => {
      try {
        await reconcile();
      } catch (error) {
        logger.warn(
          'Rollouts could not be taken further after a change; the schedule tries again',
          toError(error),
        );
      }
    },
  });
  // Each replica takes steps; leases keep them off each other's rows.
  await options.scheduler.scheduleTask({
    id: 'eks-fleet-rollouts',
    scope: 'local',
    frequency: { seconds: config.reconcileSeconds },
    timeout: { minutes: 5 },
    fn: signal => reconcile(signal as AbortSignal),
  });
  options.lifecycle.addShutdownHook(async () => {
    soon.stop();
    await running?.catch(() => undefined);
  });
  return { engine, nudge: () => soon.request() };
}

/** What fits a rollout's selection by now, and is in no wave of it. */
async function findUnassigned(
  { rollout }: RolloutClaim,
  {
    selector,
    store,
  }: { selector: ClusterSelector; store: DatabaseRolloutStore },
): Promise<string[]> {
  const taken = new Set(
    (await store.clustersOf(rollout.id, {})).map(({ arn }) => arn),
  );
  rollout.plan?.skipped.forEach(({ arn }) => taken.add(arn));
  const arns = await selector.arns(rollout.selection);
  return arns.filter(arn => !taken.has(arn)).sort();
}
