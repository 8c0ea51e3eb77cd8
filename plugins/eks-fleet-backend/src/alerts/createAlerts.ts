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
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { EventsService } from '@backstage/plugin-events-node';
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import { FleetClusters } from '../collection/FleetClusters';
import { DatabaseTimelineStore } from '../timeline/DatabaseTimelineStore';
import { AlertIntake } from './AlertIntake';
import { AlertmanagerReader } from './AlertmanagerReader';
import { AlertService } from './AlertService';
import { AlertWebhooks } from './AlertWebhooks';
import { DatabaseAlertStore } from './DatabaseAlertStore';
import { listenToCloudWatch } from './listenToCloudWatch';
import { readAlertsConfig } from './readAlertsConfig';
import { StoredAlarmWatch } from './StoredAlarmWatch';
import type { AlarmWatch } from './types';

export interface Alerts {
  service: AlertService;
  webhooks: AlertWebhooks;
  alarms: AlarmWatch;
}

/**
 * Takes in and keeps what fires on the fleet.
 *
 * @returns undefined where it is switched off
 */
export async function createAlerts(options: {
  config: RootConfigService;
  events: EventsService;
  knex: Knex;
  logger: LoggerService;
  metrics: MetricsService;
  scheduler: SchedulerService;
  /** Called after anything that fires has begun or ended. */
  onChanged: () => void;
  now?: () => Date;
}): Promise<Alerts | undefined> {
  const { events, knex, logger, metrics, scheduler } = options;
  const { now = () => new Date() } = options;
  const config = readAlertsConfig(options.config);
  if (!config.enabled) {
    return undefined;
  }
  const store = new DatabaseAlertStore(knex);
  const intake = new AlertIntake({
    store,
    clusters: new FleetClusters(knex),
    metrics,
    logger,
    now,
    onChanged: options.onChanged,
  });
  const reader = new AlertmanagerReader({
    alertmanagers: config.alertmanagers,
    intake,
    store,
    now,
  });
  if (config.alertmanagers.some(({ url }) => url !== undefined)) {
    await scheduler.scheduleTask({
      id: 'eks-fleet-alertmanagers',
      frequency: { seconds: 30 },
      timeout: { minutes: 2 },
      fn: signal => reader.read(signal as AbortSignal),
    });
  }
  if (config.cloudwatch) {
    await listenToCloudWatch({ ...config.cloudwatch, events, intake });
  }
  await scheduler.scheduleTask({
    id: 'eks-fleet-alerts-retention',
    frequency: { hours: 24 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 10 },
    fn: async () => {
      const before = DateTime.fromJSDate(now()).minus({
        days: config.keepDays,
      });
      await store.prune(before.toJSDate());
    },
  });
  return {
    service: new AlertService({
      config,
      store,
      timeline: new DatabaseTimelineStore(knex),
      now,
    }),
    webhooks: new AlertWebhooks({
      alertmanagers: config.alertmanagers,
      intake,
    }),
    alarms: new StoredAlarmWatch({ store, config }),
  };
}
