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

import type { RootConfigService } from '@backstage/backend-plugin-api';
import { createCollection } from '../collection/createCollection';
import type { ObservationListener } from '../collection/types';
import { FirstLooks } from '../firstLooks/FirstLooks';
import { createIngest, PUSHED_KINDS } from '../ingest/createIngest';
import { CatalogSynchronizer } from '../inventory/CatalogSynchronizer';
import { createKubernetes } from '../kubernetes/createKubernetes';
import { countAwsCalls } from '../metrics/countAwsCalls';
import { observeTargets } from '../metrics/observeTargets';
import { createNotices } from '../notices/createNotices';
import { createPolicies } from '../policy/createPolicies';
import { readExceptionConfig } from '../policy/exceptions/readExceptionConfig';
import { createSecurityHub } from '../policy/securityHub/createSecurityHub';
import { createConfiguredSources } from '../policy/sources/createConfiguredSources';
import { createPolicyWatches } from '../policy/watch/createPolicyWatches';
import { createReadiness } from '../readiness/createReadiness';
import { readRequestConfig } from '../requests/preflight';
import { scheduleWork } from '../scheduleWork';
import { createTimeline } from '../timeline/createTimeline';
import { VersionCollector } from '../versions/VersionCollector';
import type { Extensions } from './collectExtensions';
import type { Inventory } from './createInventory';
import type { Ground } from './services';

/** What is seen of the fleet, and what follows from that. */
export type Observed = Awaited<ReturnType<typeof observeFleet>>;

export async function observeFleet(
  ground: Ground,
  inventory: Inventory,
  {
    collectors: added,
    policySources,
  }: Pick<Extensions, 'collectors' | 'policySources'>,
) {
  const { aws, config, knex, lifecycle, logger, metrics } = ground;
  const { rootConfig, scheduler } = ground;
  const { clusters, discovery, targets, versions } = inventory;
  const firstLooks = new FirstLooks(knex);
  const listeners: ObservationListener[] = [
    change => firstLooks.observed(change),
  ];
  const kubernetes = createKubernetes({
    aws,
    config: rootConfig,
    lifecycle,
  });
  const securityHub = await createSecurityHub({
    aws,
    config: rootConfig,
    knex,
    logger,
    scheduler,
  });
  const policies = await createPolicies({
    auth: ground.auth,
    catalog: ground.catalog,
    clusters,
    config: rootConfig,
    git: ground.git,
    knex,
    logger,
    pushedKinds: PUSHED_KINDS,
    scheduler,
    sources: [
      ...kubernetes.policySources,
      ...createConfiguredSources({
        aws,
        config: rootConfig,
        kubernetes: kubernetes.ways,
      }),
      ...(securityHub ? [securityHub.source] : []),
      ...policySources,
    ],
    versions,
  });
  const collection = await createCollection({
    knex,
    aws,
    discovery,
    versions,
    config: rootConfig,
    collectors: [
      ...kubernetes.collectors,
      ...(policies?.collectors ?? []),
      ...added,
    ],
    listeners,
    scheduler,
    lifecycle,
    logger,
    metrics,
  });
  await createPolicyWatches({
    clusters,
    collection,
    config: rootConfig,
    knex,
    kubernetes: kubernetes.ways,
    lifecycle,
    logger,
    metrics,
    scheduler,
    versions,
  });
  const ingest =
    policies &&
    (await createIngest({
      collection,
      config: rootConfig,
      ingest: policies.ingest,
      knex,
      logger,
      metrics,
      scheduler,
    }));
  const readiness = await createReadiness({
    knex,
    config: rootConfig,
    observations: collection.observations,
    addons: collection.catalogue,
    policies: policies?.upgradeSafety,
    versions,
    inventory: inventory.inventory,
    scheduler,
    lifecycle,
    logger,
    metrics,
  });
  const { timeline, ...timelineParts } = await createTimeline({
    knex,
    inventory: inventory.inventory,
    firstLooks,
    keepDays: config.timelineDays,
    scheduler,
  });
  const notices = await createNotices({
    enabled: config.notifications,
    knex,
    clusters,
    versions,
    rollouts: inventory.rolloutStore,
    firstLooks,
    exceptionApprovers: policies
      ? readExceptionConfig(rootConfig).approvers
      : [],
    endings: endingsOf(rootConfig),
    notifications: ground.notifications,
    portalPath: config.portalPath,
    scheduler,
    lifecycle,
    logger,
    metrics,
  });
  for (const part of [timelineParts, notices]) {
    listeners.push(part.onObservation);
    readiness.addListener(part.readinessListener);
  }
  listeners.push(readiness.onObservation);

  const soon = await scheduleWork({
    synchronizer: new CatalogSynchronizer({
      catalog: ground.catalog,
      auth: ground.auth,
      clusters,
      reported: targets,
      environmentLabel: config.environmentLabel,
      logger,
    }),
    collector: new VersionCollector({ aws, targets, versions, logger }),
    onFollowed: now => collection.follow(now),
    targets,
    schedule: config.synchronization,
    scheduler,
    lifecycle,
    logger,
    metrics,
  });
  observeTargets(metrics, targets);
  countAwsCalls(metrics, aws);
  return {
    collection,
    /** Ways to clusters' own APIs; left out where they are not read from here. */
    ways: kubernetes.ways,
    /** What is pushed of policies; left out where they are switched off. */
    ingest,
    /** Left out where policies are switched off. */
    policies: policies?.serve(collection.observations),
    readiness: readiness.service,
    /** Left out where it is not read. */
    securityHub,
    timeline,
    /** To be called after anything about these rollouts has changed. */
    onRollouts: notices.onRollouts,
    /** To be called after anything about these requests for exceptions has changed. */
    onExceptions: notices.onExceptions,
    /** To be called after anything about these requests has changed. */
    onRequests: notices.onRequests,
    /** To be called after discovery has reported. */
    onTargetReported: () => soon.request(),
    addListener: (listener: ObservationListener) => listeners.push(listener),
  };
}

function endingsOf(rootConfig: RootConfigService) {
  const { enabled, ttl } = readRequestConfig(rootConfig);
  return enabled ? ttl : undefined;
}
