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
import { DateTime } from 'luxon';
import type { RequestStore } from './store/types';

/** Tells how requests stand, and forgets those that ended long ago. */
export async function keepRequests(options: {
  store: Pick<RequestStore, 'counts' | 'prune'>;
  keepDays: number;
  metrics: MetricsService;
  scheduler: SchedulerService;
  now: () => Date;
}): Promise<void> {
  const { keepDays, metrics, now, scheduler, store } = options;
  metrics
    .createObservableGauge<{ kind: string; state: string; reason: string }>(
      'eks_fleet.requests',
      {
        description:
          'Requests that are under way by kind, state and what they wait for',
        unit: '{request}',
      },
    )
    .addCallback(async result => {
      for (const { count, kind, state, waiting } of await store.counts()) {
        result.observe(count, { kind, state, reason: waiting || 'none' });
      }
    });
  await scheduler.scheduleTask({
    id: 'eks-fleet-request-retention',
    frequency: { hours: 24 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 14 },
    fn: async () => {
      const before = DateTime.fromJSDate(now()).minus({ days: keepDays });
      await store.prune(before.toJSDate());
    },
  });
}
