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

import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  type TestDatabaseId,
  type TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { DEFAULT_CONTROL_PLANE_PRICES } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { Router } from 'express';
import request from 'supertest';
import { NOW, stopCalendar } from '../../__testUtils__/clock';
import type { Decisions } from '../../__testUtils__/startFleet';
import type { ClusterObservations } from '../../collection/types';
import { readConfig } from '../../config/readConfig';
import { migrate } from '../../database/migrate';
import { ClusterInventory } from '../../inventory/ClusterInventory';
import { DatabaseClusterStore } from '../../inventory/DatabaseClusterStore';
import { entityToCluster } from '../../inventory/entityToCluster';
import { ClusterAccess } from '../../permissions/ClusterAccess';
import { DatabaseUpgradeSafety } from '../../policy/upgradeSafety/DatabaseUpgradeSafety';
import { parseJson } from '../../router/parseJson';
import { addReadinessRoutes } from '../../router/readiness';
import { spec } from '../../schema/generated/openapi';
import { DatabaseVersionStore } from '../../versions/DatabaseVersionStore';
import { createReadiness, type ReadinessParts } from '../createReadiness';
import { FakeAddonCatalogue, FakeObservations } from './fakes';

/** Starts the routes of readiness over these clusters and observations. */
export async function startReadiness(options: {
  clusters: Array<{ entity: Entity; observations?: ClusterObservations }>;
  database: { databases: TestDatabases; id: TestDatabaseId };
  decisions?: Decisions;
  config?: object;
}) {
  stopCalendar();
  const knex = await options.database.databases.init(options.database.id);
  await migrate(knex);
  const clusters = new DatabaseClusterStore(knex);
  const records = options.clusters.map(
    ({ entity }) =>
      entityToCluster(entity, {
        environmentLabel: 'environment',
        accountNames: new Map(),
      })!,
  );
  await clusters.replaceAll(records, await clusters.generation());
  const observations = new FakeObservations();
  options.clusters.forEach(({ observations: known }, index) => {
    if (known) {
      observations.byArn.set(records[index].arn, known);
    }
  });
  const addons = new FakeAddonCatalogue();
  const decisions = { current: options.decisions ?? {} };
  const audited: Array<{ eventId: string; outcome?: string; meta?: object }> =
    [];
  const parts: { current?: ReadinessParts } = {};
  const tasks = new Map<string, () => Promise<void>>();

  const plugin = createBackendPlugin({
    pluginId: 'eks-fleet',
    register(env) {
      env.registerInit({
        deps: {
          auditor: coreServices.auditor,
          config: coreServices.rootConfig,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          lifecycle: coreServices.lifecycle,
          logger: coreServices.logger,
          permissions: coreServices.permissions,
          registry: coreServices.permissionsRegistry,
          scheduler: coreServices.scheduler,
        },
        async init(deps) {
          const versions = new DatabaseVersionStore(knex);
          const inventory = new ClusterInventory({
            clusters,
            versions,
            prices: DEFAULT_CONTROL_PLANE_PRICES,
          });
          parts.current = await createReadiness({
            ...deps,
            knex,
            observations,
            addons,
            policies: new DatabaseUpgradeSafety(knex),
            versions,
            inventory,
            metrics: metricsServiceMock.mock() as never,
          });
          const router = createValidatedOpenApiRouter(
            spec,
          ) as unknown as Router;
          addReadinessRoutes(router, {
            ...deps,
            access: ClusterAccess.create({
              permissions: deps.permissions,
              registry: deps.registry,
              ownByRefs: refs => clusters.ownByRefs(refs),
            }),
            inventory,
            readiness: parts.current.service,
            permissionsEnforced: readConfig(deps.config).permissionsEnforced,
          });
          deps.httpRouter.use(Router().use(parseJson).use(router));
        },
      });
    },
  });

  const backend = await startTestBackend({
    features: [
      plugin,
      mockServices.rootConfig.factory({
        data: { permission: { enabled: true }, ...options.config },
      }),
      mockServices.permissions.mock({
        authorizeConditional: async requests =>
          requests.map(({ permission }) => {
            const decision =
              decisions.current[permission.name] ?? AuthorizeResult.ALLOW;
            return typeof decision === 'object'
              ? {
                  result: AuthorizeResult.CONDITIONAL,
                  pluginId: 'eks-fleet',
                  resourceType: 'eks-fleet-cluster',
                  conditions: decision.conditions as never,
                }
              : { result: decision };
          }),
      }).factory,
      mockServices.auditor.mock({
        createEvent: async ({ eventId, meta }) => {
          const entry: (typeof audited)[number] = { eventId, meta };
          audited.push(entry);
          return {
            success: async () => {
              entry.outcome = 'success';
            },
            fail: async () => {
              entry.outcome = 'fail';
            },
          };
        },
      }).factory,
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () =>
          mockServices.scheduler.mock({
            scheduleTask: async ({ id, fn }) => {
              tasks.set(id, fn as () => Promise<void>);
            },
          }),
      }),
    ],
  });

  const { server } = backend;
  const base = '/api/eks-fleet';
  const url = (path: string, query?: Record<string, string>) =>
    `${base}${path}${query ? `?${new URLSearchParams(query)}` : ''}`;
  return {
    addons,
    audited,
    clusters,
    knex,
    observations,
    parts: parts.current!,
    stop: () => backend.stop(),
    /** Runs a scheduled task. */
    run: (task: string) => tasks.get(task)!(),
    decide(next: Decisions) {
      decisions.current = next;
    },
    assess: (now: Date = NOW) => parts.current!.assessor.assessDue(now),
    get: (path: string, query?: Record<string, string>) =>
      request(server).get(url(path, query)),
    post: (path: string, body: object) =>
      request(server).post(url(path)).send(body),
    delete: (path: string) => request(server).delete(url(path)),
  };
}
