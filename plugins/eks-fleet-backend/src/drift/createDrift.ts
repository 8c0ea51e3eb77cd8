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
import {
  shippedProvisioners,
  type EksFleetGitService,
  type Provisioner,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Knex } from 'knex';
import type {
  ObservationListener,
  ObservationReader,
} from '../collection/types';
import type { ClusterInventory } from '../inventory/ClusterInventory';
import { SoonTask } from '../inventory/SoonTask';
import type { ClusterStore } from '../inventory/types';
import { layeredClusters } from '../policy/expected/layeredClusters';
import { DatabaseRequestStore } from '../requests/store/DatabaseRequestStore';
import type { VersionStore } from '../versions/types';
import { DatabaseStatementStore } from './git/DatabaseStatementStore';
import { StatementReader } from './git/StatementReader';
import { DatabaseDriftStore } from './judge/DatabaseDriftStore';
import { DRIFT_KINDS, DriftKeeper } from './judge/DriftKeeper';
import { observationMarks } from './judge/observationMarks';
import { readUnderWay } from './judge/underWay';
import { observeDrift } from './observeDrift';
import { DriftViews } from './service/DriftViews';

/** How clusters compare with Git, as the rest of the plugin uses it. */
export interface Drift {
  views: DriftViews;
  onObservation: ObservationListener;
  /** To be called after anything was heard of a fleet repository. */
  onGitEvent(): void;
}

/**
 * Compares what fleet repositories say of clusters with what EKS has; nothing
 * where `eksFleet.drift.enabled` is off or no repository describes clusters.
 */
export async function createDrift(options: {
  clusters: Pick<ClusterStore, 'list'>;
  config: RootConfigService;
  git: Pick<EksFleetGitService, 'repositories' | 'repository'>;
  inventory: Pick<ClusterInventory, 'get'>;
  knex: Knex;
  lifecycle: LifecycleService;
  logger: LoggerService;
  metrics: MetricsService;
  observations: ObservationReader;
  /** Besides those that ship. */
  provisioners: readonly Provisioner[];
  scheduler: SchedulerService;
  versions: Pick<VersionStore, 'calendar'>;
  now?: () => Date;
}): Promise<Drift | undefined> {
  const { git, knex, logger, observations, scheduler } = options;
  const { now = () => new Date() } = options;
  const isOn = options.config.getOptionalBoolean('eksFleet.drift.enabled');
  const describes = git.repositories.some(({ clusters }) => clusters.length);
  if (isOn === false || !describes) {
    return undefined;
  }
  const provisioners = [
    ...options.provisioners,
    ...shippedProvisioners.filter(
      ({ id }) => !options.provisioners.some(added => added.id === id),
    ),
  ];
  const clusters = () =>
    layeredClusters(options.clusters, options.versions, now);
  const statements = new DatabaseStatementStore(knex);
  const drifts = new DatabaseDriftStore(knex);
  const requests = new DatabaseRequestStore(knex);
  const reader = new StatementReader({
    git,
    store: statements,
    provisioners,
    clusters,
    now,
  });
  const keeper = new DriftKeeper({
    store: drifts,
    statements,
    observations,
    marks: () => observationMarks(knex),
    underWay: them => readUnderWay(knex, requests, them),
    clusters,
    now,
  });
  const readAndJudge = async (signal?: AbortSignal) => {
    try {
      await reader.read(signal);
    } finally {
      // A Git host that does not answer is no reason not to look at EKS.
      await keeper.judge(signal);
    }
  };
  const soon = (run: () => Promise<void>) =>
    new SoonTask({
      delayMs: 1_000,
      distanceMs: 15_000,
      run: async () => {
        try {
          await run();
        } catch (error) {
          logger.warn(
            'Clusters could not be compared with Git after a change; the schedule tries again',
            toError(error),
          );
        }
      },
    });
  const readSoon = soon(() => readAndJudge());
  const judgeSoon = soon(() => keeper.judge());
  await scheduler.scheduleTask({
    id: 'eks-fleet-drift',
    frequency: { minutes: 1 },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 30 },
    fn: signal => readAndJudge(signal as AbortSignal),
  });
  options.lifecycle.addShutdownHook(() => {
    readSoon.stop();
    judgeSoon.stop();
  });
  observeDrift(options.metrics, drifts);
  return {
    views: new DriftViews({
      inventory: options.inventory,
      statements,
      drifts,
      observations,
      repositories: git.repositories,
      provisioners,
    }),
    async onObservation({ kind }) {
      if (DRIFT_KINDS.includes(kind)) {
        judgeSoon.request();
      }
    },
    onGitEvent: () => readSoon.request(),
  };
}
