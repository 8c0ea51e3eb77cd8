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
import {
  readWrites,
  type EksFleetAwsService,
  type RolloutExecutor,
  type RolloutGate,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Knex } from 'knex';
import type { AlarmWatch } from '../alerts/types';
import { FleetClusters } from '../collection/FleetClusters';
import type {
  AddonCatalogue,
  ObservationListener,
  ObservationReader,
} from '../collection/types';
import { Endpoints } from '../endpoints/Endpoints';
import type { ClusterStore } from '../inventory/types';
import type { ReadinessService } from '../readiness/ReadinessService';
import type { VersionStore } from '../versions/types';
import type { RolloutEngine } from './engine/RolloutEngine';
import { startEngine } from './engine/startEngine';
import { createExecutors } from './executors/createExecutors';
import type { GuideLooks } from './executors/guided/GuideLooks';
import { RollbackGuide } from './executors/guided/RollbackGuide';
import { DatabaseForecastStore } from './forecast/DatabaseForecastStore';
import { RolloutForecaster } from './forecast/RolloutForecaster';
import { startForecasts } from './forecast/startForecasts';
import type { Approvers } from './gates/judgeApprovers';
import { RolloutGates } from './gates/RolloutGates';
import { shippedGates } from './gates/shippedGates';
import { InsightsRefresh } from './insights/InsightsRefresh';
import { readRolloutConfig } from './readRolloutConfig';
import { ClusterSelector } from './service/ClusterSelector';
import { EvidenceReader } from './service/EvidenceReader';
import { RolloutDrafts } from './service/RolloutDrafts';
import { RolloutPlanner } from './service/RolloutPlanner';
import { RolloutPresenter } from './service/RolloutPresenter';
import { RolloutService } from './service/RolloutService';
import { RolloutViews } from './service/RolloutViews';
import type { DatabaseRolloutStore } from './store/DatabaseRolloutStore';
import { startRetention } from './store/startRetention';
import { DatabaseStrategyStore } from './strategy/DatabaseStrategyStore';
import { readPlanningConfig } from './strategy/readPlanningConfig';
import { StrategyLibrary } from './strategy/StrategyLibrary';

/** What rollouts give to the rest of the backend. */
export interface Rollouts {
  /** What people ask about them. */
  views: RolloutViews;
  /** What people plan. */
  drafts: RolloutDrafts;
  /** What people do with them. */
  service: RolloutService;
  store: DatabaseRolloutStore;
  strategies: StrategyLibrary;
  engine: RolloutEngine;
  /** To be told of each observation that differs: what waits for it goes on. */
  onObservation: ObservationListener;
  /** Lets the engine look at once, such as after an alarm or a merge. */
  nudge(): void;
}

/** Makes rollouts of what they need, and lets the engine run. */
export async function createRollouts(options: {
  knex: Knex;
  aws: Pick<EksFleetAwsService, 'eks' | 'eksAs' | 'listZonalShifts'>;
  readiness: Pick<ReadinessService, 'get'>;
  store: DatabaseRolloutStore;
  config: RootConfigService;
  clusters: ClusterStore;
  observations: ObservationReader;
  catalogue: AddonCatalogue;
  versions: VersionStore;
  alarms?: AlarmWatch;
  /** Besides `observe` and `eks`. */
  executors: RolloutExecutor[];
  /** How clusters stand in Git and Argo CD whose provisioner cannot go back. */
  guide?: GuideLooks;
  /** Besides those that ship. */
  gates: RolloutGate<any>[];
  /** Where approvers are looked up. */
  approvers: Approvers;
  /** Has clusters looked at before others for a while. */
  want: (arns: string[]) => Promise<void>;
  /** What extended support adds, per cluster. */
  extendedUsdPerHour: number;
  /** Called with ids after anything about rollouts has changed. */
  onChanged: (ids: string[]) => void;
  scheduler: SchedulerService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  metrics: MetricsService;
  now?: () => Date;
}): Promise<Rollouts | undefined> {
  const { aws, catalogue, clusters, knex, logger, observations } = options;
  const { store, versions } = options;
  const { now = () => new Date() } = options;
  const config = readRolloutConfig(options.config);
  if (!config.enabled) {
    return undefined;
  }
  const writes = readWrites(options.config) === 'on';
  const { guide } = options;
  const { executors, eks } = createExecutors({
    aws,
    config: options.config,
    store,
    observations,
    fleet: new FleetClusters(knex),
    want: options.want,
    added: options.executors,
    guide,
    now,
  });
  const gates = new RolloutGates({ approvers: options.approvers });
  const { alarms, readiness, want } = options;
  const insights = new InsightsRefresh({
    aws,
    roleName: eks?.roleName,
    observations,
    want,
    now,
  });
  shippedGates({
    readiness,
    want,
    insights,
    alarms,
    aws,
    freezes: config.freezes,
    endpoints: Endpoints.fromConfig(options.config),
  }).forEach(gate => gates.add(gate));
  options.gates.forEach(gate => gates.add(gate));
  const planning = readPlanningConfig(options.config);
  const selector = new ClusterSelector({
    clusters,
    observations,
    versions,
    executors,
    now,
  });
  const planner = new RolloutPlanner({
    selector,
    observations,
    catalogue,
    versions,
    executors,
    insights,
    ...(guide && {
      guide: new RollbackGuide({ guide, callsEks: eks !== undefined }),
    }),
    gates,
    store,
    config: planning,
    freezes: config.freezes,
    extendedUsdPerHour: options.extendedUsdPerHour,
    now,
  });
  const strategies = new StrategyLibrary({
    config: planning,
    store: new DatabaseStrategyStore(knex),
  });

  const forecasts = new DatabaseForecastStore(knex);
  const forecastSoon = await startForecasts({
    forecaster: new RolloutForecaster({
      store,
      forecasts,
      versions,
      freezes: config.freezes,
      extendedUsdPerHour: options.extendedUsdPerHour,
      now,
    }),
    scheduler: options.scheduler,
    lifecycle: options.lifecycle,
    logger,
  });
  const onChanged = (ids: string[]) => {
    options.onChanged(ids);
    forecastSoon(ids);
  };

  const { engine, nudge } = await startEngine({
    knex,
    store,
    executors,
    gates,
    alarms,
    selector,
    observations,
    config,
    writes,
    onChanged,
    scheduler: options.scheduler,
    lifecycle: options.lifecycle,
    logger,
    metrics: options.metrics,
    now,
  });
  await startRetention({ knex, config, scheduler: options.scheduler, now });

  const onAct = (ids: string[]) => {
    onChanged(ids);
    nudge();
  };
  const drafts = new RolloutDrafts({
    store,
    planner,
    selector,
    onChanged: onAct,
    now,
  });
  return {
    store,
    strategies,
    engine,
    views: new RolloutViews({
      store,
      planner,
      presenter: new RolloutPresenter({ store, strategies, forecasts }),
      now,
    }),
    drafts,
    service: new RolloutService({
      store,
      planner,
      drafts,
      evidence: new EvidenceReader({ store, readiness }),
      mayStart: id =>
        writes || executors.get(id)?.changesNothing
          ? undefined
          : `Nothing can be started with ${id} while eksFleet.writes is off in the configuration; with the executor observe a rollout follows what others do`,
      onChanged: onAct,
      now,
    }),
    onObservation: async ({ cluster }) => {
      if (await store.wake([cluster.arn], now())) {
        nudge();
      }
    },
    nudge,
  };
}
