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
import { SoonTask } from '../../inventory/SoonTask';
import type { RolloutForecaster } from './RolloutForecaster';

/**
 * Keeps forecasts true: each minute, and soon after something has changed.
 *
 * @returns what is to be called with the ids of rollouts that have changed
 */
export async function startForecasts(options: {
  forecaster: RolloutForecaster;
  scheduler: SchedulerService;
  lifecycle: LifecycleService;
  logger: LoggerService;
}): Promise<(ids: string[]) => void> {
  const { forecaster, lifecycle, logger, scheduler } = options;
  const changed = new Set<string>();
  const soon = new SoonTask({
    delayMs: 1_000,
    distanceMs: 10_000,
    run: async () => {
      const ids = [...changed];
      changed.clear();
      try {
        await forecaster.refresh(ids);
      } catch (error) {
        logger.warn(
          'Forecasts of rollouts could not be made after a change; the schedule tries again',
          toError(error),
        );
      }
    },
  });
  await scheduler.scheduleTask({
    id: 'eks-fleet-rollout-forecasts',
    frequency: { minutes: 1 },
    timeout: { minutes: 5 },
    fn: signal => forecaster.refreshAll(signal as AbortSignal),
  });
  lifecycle.addShutdownHook(() => soon.stop());
  return ids => {
    ids.forEach(id => changed.add(id));
    if (changed.size > 0) {
      soon.request();
    }
  };
}
