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

import { DefaultSchedulerService } from '@backstage/backend-defaults/scheduler';
import {
  coreServices,
  createServiceFactory,
  type SchedulerService,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';

const HURRIED_PLUGIN = 'eks-fleet';

/**
 * Backstage's scheduler, with the tasks of the plugin coming as much sooner as
 * the clock of the process is faster: half a minute of theirs is half a minute
 * of that clock.
 */
export const hurriedScheduler = createServiceFactory({
  service: coreServices.scheduler,
  deps: {
    database: coreServices.database,
    httpRouter: coreServices.httpRouter,
    logger: coreServices.logger,
    metrics: metricsServiceRef,
    pluginMetadata: coreServices.pluginMetadata,
    rootLifecycle: coreServices.rootLifecycle,
  },
  async factory(deps): Promise<SchedulerService> {
    const scheduler = DefaultSchedulerService.create(deps);
    if (deps.pluginMetadata.getId() === HURRIED_PLUGIN) {
      const schedule = scheduler.scheduleTask.bind(scheduler);
      scheduler.scheduleTask = task =>
        schedule({ ...task, frequency: hurried(task.frequency) });
    }
    return scheduler;
  },
});

type Frequency = SchedulerServiceTaskScheduleDefinition['frequency'];

function hurried(frequency: Frequency): Frequency {
  if ('cron' in frequency || 'trigger' in frequency) {
    return frequency;
  }
  const milliseconds = durationToMilliseconds(frequency as HumanDuration);
  return { milliseconds: milliseconds / Number(process.env.CHAOS_HURRY) };
}
