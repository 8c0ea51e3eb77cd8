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
  AuthService,
  LifecycleService,
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  ControlPlanePrices,
  FleetStop,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  EksFleetAwsService,
  EksFleetGitService,
  Provisioner,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Knex } from 'knex';
import type { ArgocdReader } from '../argocd/types';
import { DatabaseAddonCatalogue } from '../collection/addonVersions/DatabaseAddonCatalogue';
import type { FleetClusters } from '../collection/FleetClusters';
import type { ObservationReader } from '../collection/types';
import type { InstancePrices } from '../costs/types';
import type { ClusterStore } from '../inventory/types';
import type { KubernetesWays } from '../kubernetes/createKubernetes';
import { Reconciler } from '../proposals/Reconciler';
import { startReconciling } from '../proposals/startReconciling';
import { stepGround } from '../proposals/stepGround';
import type { TargetStore } from '../targets/types';
import type { VersionStore } from '../versions/types';
import { RequestEndings } from './endings/RequestEndings';
import { RequestLooks } from './engine/RequestLooks';
import { RequestTurn } from './engine/RequestTurn';
import { TakeNow } from './engine/TakeNow';
import { keepRequests } from './keepRequests';
import { createKinds } from './kinds/createKinds';
import { readRequestConfig } from './preflight';
import { GroundReader } from './service/GroundReader';
import { OwnerDirectory } from './service/OwnerDirectory';
import { RequestAssessor } from './service/RequestAssessor';
import { RequestDesk } from './service/RequestDesk';
import { RequestOffers } from './service/RequestOffers';
import { RequestPreviews } from './service/RequestPreviews';
import { RequestViews } from './service/RequestViews';
import { watchNetworks } from './service/watchNetworks';
import { DatabaseRequestStore } from './store/DatabaseRequestStore';
import { DatabaseThingStore } from './store/DatabaseThingStore';

/** Requests, as the rest of the plugin uses them. */
export interface Requesting {
  desk: RequestDesk;
  views: RequestViews;
  previews: RequestPreviews;
  offers: RequestOffers;
  /** To be called after anything was heard of a fleet repository. */
  onGitEvent(): Promise<void>;
}

/** What requests are made of. */
export interface RequestingOptions {
  knex: Knex;
  config: RootConfigService;
  git: EksFleetGitService;
  aws: Pick<EksFleetAwsService, 'ec2' | 'eks'>;
  auth: AuthService;
  catalog: CatalogService;
  clusters: Pick<ClusterStore, 'find'>;
  targets: Pick<TargetStore, 'list'>;
  fleet: Pick<FleetClusters, 'list'>;
  observations: ObservationReader;
  versions: Pick<VersionStore, 'calendar'>;
  argocd: ArgocdReader;
  /** Has `<account>/<region>` discovered anew soon. */
  discover: (target: string) => void;
  provisioners: readonly Provisioner[];
  /** Left out where clusters' APIs are not read from here. */
  ways?: KubernetesWays;
  prices: { controlPlane: ControlPlanePrices; instances: InstancePrices };
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
}

/**
 * Lets clusters, namespaces and applications be asked for, and takes what is
 * asked for through Git by itself.
 *
 * @throws InputError with one sentence that names the key
 */
export async function createRequests(
  options: RequestingOptions,
): Promise<Requesting | undefined> {
  const { clusters, git, knex, logger } = options;
  const { now = () => new Date(), onChanged = () => {} } = options;
  const config = readRequestConfig(options.config);
  if (!config.enabled) {
    return undefined;
  }
  const store = new DatabaseRequestStore(knex);
  const things = new DatabaseThingStore(knex);
  const ground = new GroundReader({
    config,
    clusters,
    observations: options.observations,
    targets: options.targets,
    things,
    network: await watchNetworks({ ...options, config, now }),
    versions: options.versions,
    prices: options.prices,
    owners: new OwnerDirectory(options),
    now,
  });
  const assessor = new RequestAssessor({
    kinds: createKinds({ ...options, known: () => ground.fleet() }),
    git,
    things,
  });
  const context = {
    store,
    git,
    looks: new RequestLooks({ assessor, ground, store }),
    portal: {
      appUrl: options.config.getOptionalString('app.baseUrl') ?? '',
      portalPath: options.portalPath,
    },
    now,
  };
  const changed = (ids: string[]) => {
    ground.forget();
    onChanged(ids);
  };
  const engine = new Reconciler({
    claim: each => store.claim(each),
    take: (claim, step) =>
      new RequestTurn({ ...context, ...step }, claim).take(),
    ground: () => stepGround(options),
    what: 'The request',
    logger,
    onChanged: changed,
    now,
  });
  const soon = await startReconciling({
    ...options,
    id: 'eks-fleet-requests',
    reconcile: signal => engine.reconcile(signal),
    nextDue: at => store.nextDue(at),
    now,
  });
  const takeNow = new TakeNow({
    run: id => engine.takeOne(each => store.claimOne(id, each)),
    rest: () => soon.request(),
    changed,
  });
  if (config.ttl.remove) {
    const endings = new RequestEndings({
      store,
      things,
      assessor,
      ground,
      takeNow: id => takeNow.take(id),
      logger,
      now,
    });
    await options.scheduler.scheduleTask({
      id: 'eks-fleet-request-endings',
      frequency: { hours: 1 },
      timeout: { minutes: 10 },
      initialDelay: { minutes: 3 },
      fn: signal => endings.sweep(signal),
    });
  }
  await keepRequests({ ...options, store, keepDays: config.keepDays, now });
  const views = new RequestViews({
    store,
    clusters,
    repositories: git.repositories,
    now,
  });
  return {
    views,
    desk: new RequestDesk({
      store,
      assessor,
      ground,
      views,
      takeNow: id => takeNow.take(id),
      now,
    }),
    previews: new RequestPreviews({ store, things, assessor, ground, git }),
    offers: new RequestOffers({
      store,
      things,
      assessor,
      ground,
      clusters,
      addons: new DatabaseAddonCatalogue(knex),
      repositories: git.repositories,
      halted: async () => (await stepGround(options)).halted,
      now,
    }),
    async onGitEvent() {
      await store.wake(now());
      soon.request();
    },
  };
}
