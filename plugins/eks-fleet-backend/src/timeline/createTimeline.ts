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
import type { ObservationListener } from '../collection/types';
import type { FirstLooks } from '../firstLooks/FirstLooks';
import type { ClusterInventory } from '../inventory/ClusterInventory';
import type { ReadinessListener } from '../readiness/ReadinessListener';
import { ClusterTimeline } from './ClusterTimeline';
import { DatabaseTimelineStore } from './DatabaseTimelineStore';
import { eventsOf } from './eventsOf';
import { verdictEvents, waiverEvents } from './readinessEvents';

/** The timeline, and what it has to be told to grow. */
export interface TimelineParts {
  timeline: ClusterTimeline;
  onObservation: ObservationListener;
  readinessListener: ReadinessListener;
}

/** Keeps what happens to clusters, for as long as configured. */
export async function createTimeline(options: {
  knex: Knex;
  inventory: ClusterInventory;
  firstLooks: FirstLooks;
  keepDays: number;
  scheduler: SchedulerService;
}): Promise<TimelineParts> {
  const { firstLooks, inventory, keepDays, knex, scheduler } = options;
  const store = new DatabaseTimelineStore(knex);
  await scheduler.scheduleTask({
    id: 'eks-fleet-timeline-retention',
    frequency: { hours: 24 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 10 },
    fn: async () => {
      const now = DateTime.utc();
      await store.prune(now.minus({ days: keepDays }).toJSDate());
      await firstLooks.prune(now.toJSDate());
    },
  });
  return {
    timeline: new ClusterTimeline({ inventory, store }),
    onObservation: change => store.add(change.cluster.arn, eventsOf(change)),
    readinessListener: {
      async onReadinessChanged(change) {
        const { arn } = change.cluster;
        const recent = await firstLooks.recent(arn, new Date(change.at));
        if (recent.size === 0) {
          await store.add(arn, verdictEvents(change));
        }
      },
      onWaiverChanged: change =>
        store.add(change.cluster.arn, waiverEvents(change)),
    },
  };
}
