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
import { toError } from '@backstage/errors';
import { SoonTask } from '../inventory/SoonTask';

const RECONCILE_SECONDS = 30;
const SOONEST_MS = 1_000;

/** Lets steps be taken every so often, and at once where that is asked for. */
export async function startReconciling(options: {
  /** Of the scheduled task. */
  id: string;
  reconcile: (signal?: AbortSignal) => Promise<void>;
  /** When the next step is to be taken; left out where the schedule is soon enough. */
  nextDue?: (now: Date) => Promise<Date | undefined>;
  now?: () => Date;
  scheduler: SchedulerService;
  lifecycle: LifecycleService;
  logger: LoggerService;
}): Promise<SoonTask> {
  const { id, lifecycle, logger, nextDue, scheduler } = options;
  const { now = () => new Date() } = options;
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  const soon = new SoonTask({
    delayMs: 50,
    distanceMs: 500,
    run: async () => {
      try {
        await reconcile();
      } catch (error) {
        logger.warn(
          `${id} could not go on after a change; the schedule tries again`,
          toError(error),
        );
      }
    },
  });
  /** What is due before the schedule comes round is taken when it is. */
  async function comeBack(): Promise<void> {
    const at = now();
    const due = await nextDue?.(at);
    const waitMs = due ? due.getTime() - at.getTime() : Infinity;
    if (waitMs < RECONCILE_SECONDS * 1000) {
      clearTimeout(timer);
      timer = setTimeout(() => soon.request(), Math.max(waitMs, SOONEST_MS));
      timer.unref();
    }
  }
  async function reconcile(signal?: AbortSignal): Promise<void> {
    // One that was asked for while one runs follows it.
    await running?.catch(() => undefined);
    running = options.reconcile(signal).finally(() => {
      running = undefined;
    });
    await running;
    await comeBack();
  }
  // Each replica takes steps; leases keep them off each other's rows.
  await scheduler.scheduleTask({
    id,
    scope: 'local',
    frequency: { seconds: RECONCILE_SECONDS },
    timeout: { minutes: 5 },
    fn: signal => reconcile(signal as AbortSignal),
  });
  lifecycle.addShutdownHook(async () => {
    soon.stop();
    clearTimeout(timer);
    await running?.catch(() => undefined);
  });
  return soon;
}
