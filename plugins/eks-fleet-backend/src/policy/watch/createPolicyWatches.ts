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
  fitsCluster,
  type AwsPartition,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Knex } from 'knex';
import type { Collection } from '../../collection/createCollection';
import { laterByTimer, type Later } from '../../collection/runCollector';
import { ownClusters } from '../../inventory/ownClusters';
import type { ClusterStore } from '../../inventory/types';
import type { KubernetesWays } from '../../kubernetes/createKubernetes';
import type { VersionStore } from '../../versions/types';
import { readPolicyConfig } from '../readPolicyConfig';
import { DatabaseWatchLeases } from './DatabaseWatchLeases';
import { PolicyWatches, type WatchedCluster } from './PolicyWatches';
import { readWatchConfig } from './readWatchConfig';
import type { WatchConfig } from './types';
import { WatchMetrics } from './WatchMetrics';

/** What is read sooner where it has changed. */
const KIND = 'policyReports';
/** For so long it is not asked again which clusters are to be watched. */
const CLUSTERS_KNOWN_MS = 60_000;

export interface PolicyWatchesParts {
  clusters: Pick<ClusterStore, 'list'>;
  collection: Pick<Collection, 'hasten' | 'kindsOf' | 'observations'>;
  config: RootConfigService;
  knex: Knex;
  /** Ways to clusters' own APIs; none where they are not read from here. */
  kubernetes?: KubernetesWays;
  lifecycle: Pick<LifecycleService, 'addShutdownHook'>;
  logger: LoggerService;
  metrics: MetricsService;
  scheduler: SchedulerService;
  versions: Pick<VersionStore, 'calendar'>;
  now?: () => Date;
  /** Only tests set these. */
  later?: Later;
  random?: () => number;
}

/**
 * Watches the policy reports of the clusters that `eksFleet.policies.watch`
 * names, so that what changes is read soon; none by default.
 *
 * @throws InputError with one sentence that names the key
 */
export async function createPolicyWatches(
  parts: PolicyWatchesParts,
): Promise<PolicyWatches | undefined> {
  const { kubernetes, lifecycle, scheduler, collection } = parts;
  const config = readWatchConfig(parts.config);
  if (!config || !kubernetes || !readPolicyConfig(parts.config).enabled) {
    return undefined;
  }
  const { now = () => new Date(), later = laterByTimer } = parts;
  const { random = Math.random } = parts;
  let known: { at: number; clusters: WatchedCluster[] } | undefined;
  const watches: PolicyWatches = new PolicyWatches({
    config,
    leases: new DatabaseWatchLeases(parts.knex),
    async clusters() {
      const at = now();
      if (!known || at.getTime() - known.at >= CLUSTERS_KNOWN_MS) {
        known = {
          at: at.getTime(),
          clusters: await watchedClusters(parts, kubernetes, config, at),
        };
      }
      return known.clusters;
    },
    connect: ({ cluster, controlPlane }) =>
      kubernetes.connect(cluster, controlPlane),
    hasten: arn => collection.hasten(arn, KIND),
    metrics: new WatchMetrics(parts.metrics, () => watches.counts()),
    logger: parts.logger,
    now,
    later,
    random,
  });
  await scheduler.scheduleTask({
    id: 'eks-fleet-policy-watches',
    scope: 'local',
    frequency: { seconds: 20 },
    timeout: { seconds: 40 },
    fn: () => watches.tick(),
  });
  lifecycle.addShutdownHook(() => watches.stop());
  return watches;
}

/** Clusters that fit, whose reports are read, and that are reached from here. */
async function watchedClusters(
  { clusters, collection, versions }: PolicyWatchesParts,
  kubernetes: KubernetesWays,
  config: WatchConfig,
  now: Date,
): Promise<WatchedCluster[]> {
  const fitting = (await ownClusters(clusters, versions, now))
    .map(({ partition, ...rest }) => ({
      ...rest,
      partition: partition as AwsPartition,
    }))
    .filter(cluster =>
      config.clusters.some(match => fitsCluster(match, cluster)),
    );
  const observed = await collection.observations.ofMany(
    fitting.map(({ arn }) => arn),
    ['controlPlane'],
  );
  return fitting.flatMap(record => {
    const controlPlane = observed.get(record.arn)?.controlPlane?.document;
    const cluster = {
      entityRef: record.entityRef,
      arn: record.arn,
      name: record.name,
      partition: record.partition,
      accountId: record.accountId,
      region: record.region,
      createdAt: record.createdAt,
      version: record.version,
    };
    return controlPlane &&
      kubernetes.reaches(cluster, controlPlane) &&
      collection.kindsOf(cluster, controlPlane).includes(KIND)
      ? { cluster, controlPlane }
      : [];
  });
}
