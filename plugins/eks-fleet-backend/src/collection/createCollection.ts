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
import type { ControlPlaneDocument } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  ClusterCollector,
  CollectedCluster,
  EksFleetAwsService,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Knex } from 'knex';
import type { DiscoveryRequests } from '../targets/DiscoveryRequests';
import type { VersionStore } from '../versions/types';
import { AddonVersionCollector } from './addonVersions/AddonVersionCollector';
import { DatabaseAddonCatalogue } from './addonVersions/DatabaseAddonCatalogue';
import { ChangeNotifier } from './ChangeNotifier';
import { ClusterRefresher } from './ClusterRefresher';
import { CollectionMetrics } from './CollectionMetrics';
import { CollectionWorker } from './CollectionWorker';
import { awsCollectors } from './eks/awsCollectors';
import { FleetClusters } from './FleetClusters';
import { ObservationIntake } from './ObservationIntake';
import {
  configureCollectors,
  readCollectorConfig,
} from './readCollectorConfig';
import { DatabaseObservationStore } from './store/DatabaseObservationStore';
import type {
  AddonCatalogue,
  ObservationListener,
  ObservationReader,
} from './types';

/** How long somebody who opened a page is taken to look at it. */
const LOOKED_AT_MS = 5 * 60_000;
/** No limiter of the target's is shared by what is not AWS. */
const OTHERS_PER_TARGET = 16;

export interface CollectionOptions {
  knex: Knex;
  aws: Pick<EksFleetAwsService, 'eks' | 'ec2'>;
  discovery: Pick<DiscoveryRequests, 'refresh'>;
  versions: Pick<VersionStore, 'calendar'>;
  config: RootConfigService;
  /** Besides those of AWS's own facts. */
  collectors: ClusterCollector[];
  /** Who is told of changes; may still grow. */
  listeners: readonly ObservationListener[];
  scheduler: SchedulerService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  metrics: MetricsService;
  now?: () => Date;
}

/** What is observed of clusters, as the rest of the plugin uses it. */
export interface Collection {
  observations: ObservationReader;
  catalogue: AddonCatalogue;
  /** Takes what discovery and reporters observed. */
  intake: ObservationIntake;
  refresher: ClusterRefresher;
  /** The kinds that are collected of a cluster. */
  kindsOf(
    cluster: CollectedCluster,
    controlPlane?: ControlPlaneDocument,
  ): string[];
  /** Asks at once for what clusters that were just found need to be judged. */
  follow(now: Date): Promise<void>;
  /** Lets clusters that somebody looks at come first for a while. */
  want(arns: string[]): Promise<void>;
  /** Has a kind of a cluster collected now instead of later, unless it fails. */
  hasten(arn: string, kind: string): Promise<void>;
}

/** Starts to observe the clusters of the fleet, on schedule. */
export async function createCollection(
  options: CollectionOptions,
): Promise<Collection> {
  const { aws, config, knex, lifecycle, logger, metrics, versions } = options;
  const now = options.now ?? (() => new Date());
  const store = new DatabaseObservationStore(knex);
  const fleet = new FleetClusters(knex);
  const catalogue = new DatabaseAddonCatalogue(knex);
  const notifier = new ChangeNotifier(options.listeners, logger);
  const aboutAws = awsCollectors({ aws, observations: store });
  const ofAws = new Set(aboutAws.map(({ kind }) => kind));
  const collectors = configureCollectors(
    [...aboutAws, ...options.collectors],
    readCollectorConfig(config),
  );
  // A cluster that hangs must not keep AWS from being asked, nor the reverse.
  const worker = new CollectionWorker({
    store,
    fleet,
    notifier,
    logger,
    lanes: [
      { collectors: collectors.filter(({ kind }) => ofAws.has(kind)) },
      {
        collectors: collectors.filter(({ kind }) => !ofAws.has(kind)),
        maxPerTarget: OTHERS_PER_TARGET,
      },
    ],
    metrics: new CollectionMetrics(metrics, store, now),
    now,
  });
  const addonVersions = new AddonVersionCollector({
    aws,
    fleet,
    versions,
    catalogue,
    notifier,
    logger,
  });

  // Each replica works on what is due; leases keep them off each other's rows.
  await options.scheduler.scheduleTask({
    id: 'eks-fleet-collection',
    scope: 'local',
    frequency: { seconds: 10 },
    timeout: { minutes: 1 },
    fn: () => worker.tick(),
  });
  await options.scheduler.scheduleTask({
    id: 'eks-fleet-addon-versions',
    frequency: { minutes: 1 },
    timeout: { minutes: 10 },
    fn: signal => addonVersions.collect(now(), signal),
  });
  lifecycle.addShutdownHook(() => worker.stop());

  return {
    observations: store,
    catalogue,
    intake: new ObservationIntake({
      store,
      notifier,
      now,
      onControlPlaneChanged: () => worker.forgetFleet(),
    }),
    refresher: new ClusterRefresher({
      store,
      worker,
      discovery: options.discovery,
      now,
    }),
    kindsOf: (cluster, controlPlane) => worker.kindsOf(cluster, controlPlane),
    follow: at => addonVersions.collect(at),
    async hasten(arn, kind) {
      await store.hasten({ arn, kind }, now());
      worker.wake();
    },
    async want(arns) {
      try {
        await store.want(arns, new Date(now().getTime() + LOOKED_AT_MS));
      } catch (error) {
        logger.warn('Clusters could not be put first', toError(error));
      }
    },
  };
}
