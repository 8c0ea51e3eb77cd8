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
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { toError } from '@backstage/errors';
import { DateTime } from 'luxon';
import type { CatalogSynchronizer } from './inventory/CatalogSynchronizer';
import { SoonTask } from './inventory/SoonTask';
import type { TargetStore } from './targets/types';
import type { VersionCollector } from './versions/VersionCollector';

/** Targets report every 10 minutes; one that no longer exists never does. */
const FORGET_TARGETS_AFTER_DAYS = 30;

/**
 * Lets the catalog be followed and the support calendar be kept, on schedule.
 *
 * @returns what does both soon after something has changed
 */
export async function scheduleWork(options: {
  synchronizer: CatalogSynchronizer;
  collector: VersionCollector;
  /** Called after the clusters and the support calendar may have changed. */
  onFollowed: (now: Date) => Promise<void>;
  targets: TargetStore;
  schedule: SchedulerServiceTaskScheduleDefinition;
  scheduler: SchedulerService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  metrics: MetricsService;
}): Promise<{ request(): void }> {
  const { synchronizer, collector, targets, scheduler, logger } = options;
  const duration = options.metrics.createHistogram<{ result: string }>(
    'eks_fleet.inventory.synchronization.duration',
    { description: 'Time to follow the catalog once', unit: 's' },
  );
  const synchronize = async () => {
    const start = performance.now();
    let result = 'failure';
    try {
      await synchronizer.synchronize();
      result = 'success';
    } finally {
      duration.record((performance.now() - start) / 1000, { result });
    }
  };

  await scheduler.scheduleTask({
    ...options.schedule,
    id: 'eks-fleet-inventory',
    fn: synchronize,
  });
  await scheduler.scheduleTask({
    id: 'eks-fleet-versions',
    frequency: { hours: 1 },
    timeout: { minutes: 10 },
    fn: async () => {
      await collector.collect(new Date());
      await targets.prune(
        DateTime.utc().minus({ days: FORGET_TARGETS_AFTER_DAYS }).toJSDate(),
      );
    },
  });

  const soon = new SoonTask({
    delayMs: 1_000,
    distanceMs: 10_000,
    run: async () => {
      try {
        await synchronize();
        const now = new Date();
        await collector.collect(now);
        await options.onFollowed(now);
      } catch (error) {
        logger.warn(
          'Could not follow the catalog after a report; the schedule tries again',
          toError(error),
        );
      }
    },
  });
  options.lifecycle.addShutdownHook(() => soon.stop());
  return soon;
}
