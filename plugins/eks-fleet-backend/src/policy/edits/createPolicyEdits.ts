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
import type { FleetStop } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { EksFleetGitService } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import type { ClusterStore } from '../../inventory/types';
import type { VersionStore } from '../../versions/types';
import type { Policies } from '../createPolicies';
import { DatabaseExpectedStore } from '../expected/DatabaseExpectedStore';
import { DatabaseLayerStore } from '../expected/DatabaseLayerStore';
import { layeredClusters } from '../expected/layeredClusters';
import { Reconciler } from '../../proposals/Reconciler';
import { startReconciling } from '../../proposals/startReconciling';
import { stepGround } from '../../proposals/stepGround';
import { readPolicyConfig } from '../readPolicyConfig';
import { EditObserver } from './engine/EditObserver';
import { EditTurn } from './engine/EditTurn';
import { EditOutcomes } from './service/EditOutcomes';
import { EditPlanner } from './service/EditPlanner';
import { EditReading } from './service/EditReading';
import { LayeredFleet } from './service/LayeredFleet';
import { LayerViews } from './service/LayerViews';
import { PolicyEdits } from './service/PolicyEdits';
import { DatabaseEditStore } from './store/DatabaseEditStore';

/** How policies are switched in the portal, as the rest of the plugin uses it. */
export interface PolicyEditing {
  edits: PolicyEdits;
  reading: EditReading;
  layers: LayerViews;
  /** To be called after anything was heard of a fleet repository. */
  onGitEvent(): Promise<void>;
}

/**
 * Lets policies be switched by pull request; nothing where
 * `eksFleet.policies.layers` does not say where that is.
 *
 * @throws InputError with one sentence that names the key
 */
export async function createPolicyEdits(options: {
  knex: Knex;
  config: RootConfigService;
  git: EksFleetGitService;
  clusters: Pick<ClusterStore, 'find' | 'list'>;
  policies: Pick<Policies, 'store' | 'views'>;
  versions: Pick<VersionStore, 'calendar'>;
  /** Says whether the fleet is stopped. */
  stops: { fleetStop(): Promise<FleetStop> };
  portalPath?: string;
  scheduler: SchedulerService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  now?: () => Date;
}): Promise<PolicyEditing | undefined> {
  const { clusters, git, knex, logger, policies, versions } = options;
  const { now = () => new Date() } = options;
  const { layers: config } = readPolicyConfig(options.config);
  if (!config) {
    return undefined;
  }
  const repository = git.repositories.find(
    ({ id }) => id === config.repository,
  )!;
  const store = new DatabaseEditStore(knex);
  const fleet = new LayeredFleet({
    clusters: () => layeredClusters(clusters, versions, now),
    store: clusters,
    layers: new DatabaseLayerStore(knex),
    config,
    now,
  });
  const context = {
    store,
    git,
    observer: new EditObserver({
      views: policies.views,
      policies: policies.store,
      expected: new DatabaseExpectedStore(knex),
      clusters,
    }),
    portal: {
      appUrl: options.config.getOptionalString('app.baseUrl') ?? '',
      portalPath: options.portalPath,
    },
    now,
  };
  const engine = new Reconciler({
    claim: each => store.claim(each),
    take: (claim, ground) =>
      new EditTurn({ ...context, ...ground }, claim).take(),
    ground: () => stepGround(options),
    what: 'The edit of policies',
    logger,
    onChanged: () => {},
    now,
  });
  const soon = await startReconciling({
    ...options,
    id: 'eks-fleet-policy-edits',
    reconcile: signal => engine.reconcile(signal),
  });
  await options.scheduler.scheduleTask({
    id: 'eks-fleet-policy-edit-retention',
    frequency: { hours: 24 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 13 },
    fn: async () => {
      const before = DateTime.fromJSDate(now()).minus({
        days: config.keepDays,
      });
      await store.prune(before.toJSDate());
    },
  });
  const reading = new EditReading({ store, clusters, now });
  return {
    reading,
    edits: new PolicyEdits({
      store,
      planner: new EditPlanner({ fleet, git, config }),
      outcomes: new EditOutcomes({
        views: policies.views,
        policies: policies.store,
        versions,
        now,
      }),
      reading,
      repository,
      onChanged: () => soon.request(),
      now,
    }),
    layers: new LayerViews({ fleet, repository }),
    async onGitEvent() {
      await store.wake(now());
      soon.request();
    },
  };
}
