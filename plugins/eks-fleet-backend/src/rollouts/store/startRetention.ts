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
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import type { RolloutConfig } from '../readRolloutConfig';
import { DatabaseRolloutRetention } from './DatabaseRolloutRetention';

/** Forgets once a day what has been over for as long as is configured. */
export async function startRetention(options: {
  knex: Knex;
  config: Pick<RolloutConfig, 'keepDays'>;
  scheduler: SchedulerService;
  now: () => Date;
}): Promise<void> {
  const { config, knex, now, scheduler } = options;
  const retention = new DatabaseRolloutRetention(knex);
  await scheduler.scheduleTask({
    id: 'eks-fleet-rollouts-retention',
    frequency: { hours: 24 },
    timeout: { minutes: 30 },
    initialDelay: { minutes: 10 },
    fn: async () => {
      const before = (days: number) =>
        DateTime.fromJSDate(now()).minus({ days }).toJSDate();
      await retention.prune({
        rollouts: before(config.keepDays.rollouts),
        log: before(config.keepDays.log),
      });
    },
  });
}
