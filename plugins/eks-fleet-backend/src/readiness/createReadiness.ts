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
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { toError } from '@backstage/errors';
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import type {
  AddonCatalogue,
  ObservationListener,
  ObservationReader,
} from '../collection/types';
import type { ClusterInventory } from '../inventory/ClusterInventory';
import { SoonTask } from '../inventory/SoonTask';
import type { VersionStore } from '../versions/types';
import { AssessmentInputs } from './AssessmentInputs';
import { ReadinessAssessor } from './ReadinessAssessor';
import type { ReadinessListener } from './ReadinessListener';
import { ReadinessService } from './ReadinessService';
import { ReadinessWaivers } from './ReadinessWaivers';
import { readReadinessConfig } from './readReadinessConfig';
import { DatabaseReadinessStore } from './store/DatabaseReadinessStore';
import { DatabaseWaiverStore } from './store/DatabaseWaiverStore';
import type { UpgradeSafetyReader } from './upgradeSafety';

/** What readiness gives to the rest of the backend. */
export interface ReadinessParts {
  /** Answers the routes, and whoever else asks under a scope. */
  service: ReadinessService;
  /** To be told of each observation that differs. */
  onObservation: ObservationListener;
  /** Has others told of verdicts, blockers and waivers that change. */
  addListener(listener: ReadinessListener): void;
  assessor: ReadinessAssessor;
}

/** Makes readiness of what it needs, and keeps verdicts up on schedule. */
export async function createReadiness(options: {
  knex: Knex;
  config: RootConfigService;
  observations: ObservationReader;
  addons: AddonCatalogue;
  versions: VersionStore;
  /** Left out where policies are switched off. */
  policies?: UpgradeSafetyReader;
  inventory: ClusterInventory;
  scheduler: SchedulerService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  metrics: MetricsService;
}): Promise<ReadinessParts> {
  const { knex, logger, metrics, observations, versions } = options;
  const config = readReadinessConfig(options.config);
  const store = new DatabaseReadinessStore(knex);
  const waivers = new DatabaseWaiverStore(knex);
  const assessor = new ReadinessAssessor({
    store,
    waivers,
    inputs: new AssessmentInputs({
      observations,
      addons: options.addons,
      versions,
      waivers,
      policies: options.policies,
      config,
    }),
    logger,
  });
  const duration = metrics.createHistogram<{ result: string }>(
    'eks_fleet.readiness.assessment.duration',
    { description: 'Time to assess all clusters that are due', unit: 's' },
  );
  const assessed = metrics.createCounter('eks_fleet.readiness.assessments', {
    description: 'Clusters that were assessed',
  });
  const assessDue = async (signal?: AbortSignal) => {
    const start = performance.now();
    let result = 'failure';
    try {
      assessed.add(await assessor.assessDue(new Date(), signal));
      result = 'success';
    } finally {
      duration.record((performance.now() - start) / 1000, { result });
    }
  };
  const soon = new SoonTask({
    delayMs: 1_000,
    distanceMs: 5_000,
    run: async () => {
      try {
        await assessDue();
      } catch (error) {
        logger.warn(
          'Could not assess readiness after an observation; the schedule tries again',
          toError(error),
        );
      }
    },
  });
  await options.scheduler.scheduleTask({
    id: 'eks-fleet-readiness',
    frequency: { minutes: 1 },
    timeout: { minutes: 10 },
    fn: assessDue,
  });
  await options.scheduler.scheduleTask({
    id: 'eks-fleet-waiver-retention',
    frequency: { hours: 24 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 10 },
    fn: async () => {
      await waivers.prune(
        DateTime.utc().minus({ days: config.keepWaiversDays }).toJSDate(),
      );
    },
  });
  options.lifecycle.addShutdownHook(() => soon.stop());
  return {
    service: new ReadinessService({
      inventory: options.inventory,
      store,
      waivers: new ReadinessWaivers({ waivers, assessor }),
      assessor,
      versions,
    }),
    onObservation: async change => {
      await assessor.onObservation(change);
      soon.request();
    },
    addListener: listener => assessor.addListener(listener),
    assessor,
  };
}
