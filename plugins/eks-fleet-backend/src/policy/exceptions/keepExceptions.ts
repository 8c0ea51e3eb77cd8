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

import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import { observeExceptions } from './observeExceptions';
import { DatabaseExceptionRetention } from './store/DatabaseExceptionRetention';
import { DatabaseWaitingExceptions } from './store/DatabaseWaitingExceptions';

/** Tells how requests for exceptions stand, and forgets those that ended long ago. */
export async function keepExceptions(options: {
  knex: Knex;
  keepDays: number;
  metrics: MetricsService;
  scheduler: SchedulerService;
  now: () => Date;
}): Promise<void> {
  const { keepDays, knex, metrics, now, scheduler } = options;
  observeExceptions(metrics, new DatabaseWaitingExceptions(knex), now);
  const retention = new DatabaseExceptionRetention(knex);
  await scheduler.scheduleTask({
    id: 'eks-fleet-exception-retention',
    frequency: { hours: 24 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 12 },
    fn: async () => {
      await retention.prune(
        DateTime.fromJSDate(now()).minus({ days: keepDays }).toJSDate(),
      );
    },
  });
}
