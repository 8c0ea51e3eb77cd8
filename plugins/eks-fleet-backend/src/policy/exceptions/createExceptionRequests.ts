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
import type { FleetStop } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { EksFleetGitService } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Knex } from 'knex';
import type { ClusterStore } from '../../inventory/types';
import type { VersionStore } from '../../versions/types';
import { Reconciler } from '../../proposals/Reconciler';
import { startReconciling } from '../../proposals/startReconciling';
import { stepGround } from '../../proposals/stepGround';
import type { PolicyStore } from '../store/types';
import { ExceptionSightings } from './engine/ExceptionSightings';
import { ExceptionTurn } from './engine/ExceptionTurn';
import { keepExceptions } from './keepExceptions';
import { readExceptionConfig } from './readExceptionConfig';
import { ExceptionPreviews } from './service/ExceptionPreviews';
import { ExceptionRequests } from './service/ExceptionRequests';
import { ExceptionSubjects } from './service/ExceptionSubjects';
import { DatabaseExceptionStore } from './store/DatabaseExceptionStore';

/** Exceptions that are asked for in the portal, as the rest of the plugin uses them. */
export interface ExceptionRequesting {
  requests: ExceptionRequests;
  previews: ExceptionPreviews;
  /** To be called after anything was heard of a fleet repository. */
  onGitEvent(): Promise<void>;
}

/**
 * Lets exceptions be asked for, and takes them through Git by itself.
 *
 * @throws InputError with one sentence that names the key
 */
export async function createExceptionRequests(options: {
  knex: Knex;
  config: RootConfigService;
  git: EksFleetGitService;
  clusters: Pick<ClusterStore, 'find'>;
  policies: PolicyStore;
  versions: Pick<VersionStore, 'calendar'>;
  /** Says whether the fleet is stopped. */
  stops: { fleetStop(): Promise<FleetStop> };
  portalPath?: string;
  /** Called with ids of requests that changed. */
  onChanged?: (ids: string[]) => void;
  scheduler: SchedulerService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  metrics: MetricsService;
  now?: () => Date;
}): Promise<ExceptionRequesting> {
  const { clusters, git, knex, logger, policies, versions } = options;
  const { now = () => new Date(), onChanged = () => {} } = options;
  const config = readExceptionConfig(options.config);
  const store = new DatabaseExceptionStore(knex);
  const context = {
    store,
    git,
    sightings: new ExceptionSightings({ policies, clusters, versions }),
    portal: {
      appUrl: options.config.getOptionalString('app.baseUrl') ?? '',
      portalPath: options.portalPath,
    },
    now,
  };
  const engine = new Reconciler({
    claim: each => store.claim(each),
    take: (claim, ground) =>
      new ExceptionTurn({ ...context, ...ground }, claim).take(),
    ground: () => stepGround(options),
    what: 'The request for an exception',
    logger,
    onChanged,
    now,
  });
  const soon = await startReconciling({
    ...options,
    id: 'eks-fleet-exceptions',
    reconcile: signal => engine.reconcile(signal),
  });
  await keepExceptions({ ...options, keepDays: config.keepDays, now });
  const subjects = new ExceptionSubjects({ policies, clusters, versions });
  return {
    requests: new ExceptionRequests({
      store,
      subjects,
      clusters,
      config,
      onChanged: id => {
        onChanged([id]);
        soon.request();
      },
      now,
    }),
    previews: new ExceptionPreviews({
      policies,
      subjects,
      versions,
      git,
      config,
      now,
    }),
    async onGitEvent() {
      await store.wake(now());
      soon.request();
    },
  };
}
