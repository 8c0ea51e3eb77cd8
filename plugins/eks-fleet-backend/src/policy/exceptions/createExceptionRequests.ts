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
import { toError } from '@backstage/errors';
import type { FleetStop } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { EksFleetGitService } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Knex } from 'knex';
import { SoonTask } from '../../inventory/SoonTask';
import type { ClusterStore } from '../../inventory/types';
import type { VersionStore } from '../../versions/types';
import type { PolicyStore } from '../store/types';
import { ExceptionEngine } from './engine/ExceptionEngine';
import { ExceptionSightings } from './engine/ExceptionSightings';
import { readExceptionConfig } from './readExceptionConfig';
import { ExceptionPreviews } from './service/ExceptionPreviews';
import { ExceptionRequests } from './service/ExceptionRequests';
import { ExceptionSubjects } from './service/ExceptionSubjects';
import { DatabaseExceptionStore } from './store/DatabaseExceptionStore';

const RECONCILE_SECONDS = 30;

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
  now?: () => Date;
}): Promise<ExceptionRequesting> {
  const { clusters, git, knex, logger, policies, versions } = options;
  const { now = () => new Date(), onChanged = () => {} } = options;
  const config = readExceptionConfig(options.config);
  const store = new DatabaseExceptionStore(knex);
  const engine = new ExceptionEngine({
    store,
    git,
    sightings: new ExceptionSightings({ policies, clusters, versions }),
    portal: {
      appUrl: options.config.getOptionalString('app.baseUrl') ?? '',
      portalPath: options.portalPath,
    },
    halted: async () => wordHalt(git, await options.stops.fleetStop()),
    installationId: () => readInstallationId(knex),
    logger,
    onChanged,
    now,
  });
  const soon = await startEngine(engine, options);
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

/** Lets the engine look every so often, and at once where it is asked to. */
async function startEngine(
  engine: ExceptionEngine,
  {
    lifecycle,
    logger,
    scheduler,
  }: {
    scheduler: SchedulerService;
    lifecycle: LifecycleService;
    logger: LoggerService;
  },
): Promise<SoonTask> {
  let running: Promise<void> | undefined;
  const reconcile = async (signal?: AbortSignal) => {
    // One that was asked for while one runs follows it.
    await running?.catch(() => undefined);
    running = engine.reconcile(signal).finally(() => {
      running = undefined;
    });
    await running;
  };
  const soon = new SoonTask({
    delayMs: 50,
    distanceMs: 500,
    run: async () => {
      try {
        await reconcile();
      } catch (error) {
        logger.warn(
          'Exceptions could not be taken further after a change; the schedule tries again',
          toError(error),
        );
      }
    },
  });
  // Each replica takes steps; leases keep them off each other's rows.
  await scheduler.scheduleTask({
    id: 'eks-fleet-exceptions',
    scope: 'local',
    frequency: { seconds: RECONCILE_SECONDS },
    timeout: { minutes: 5 },
    fn: signal => reconcile(signal as AbortSignal),
  });
  lifecycle.addShutdownHook(async () => {
    soon.stop();
    await running?.catch(() => undefined);
  });
  return soon;
}

function wordHalt(
  { writes }: Pick<EksFleetGitService, 'writes'>,
  { by, stopped }: FleetStop,
): string | undefined {
  if (writes === 'off') {
    return 'Nothing is written to Git while eksFleet.writes is off in the configuration';
  }
  return stopped
    ? `The fleet is stopped${
        by ? ` by ${by}` : ''
      }: nothing is written to Git until it is let go again`
    : undefined;
}

/** Branches carry it, so that no portal takes another's for its own. */
async function readInstallationId(knex: Knex): Promise<string> {
  const row = await knex('rollout_engine').where('id', 1).first();
  return row.installation_id;
}
