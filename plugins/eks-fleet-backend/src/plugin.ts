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

import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  eksFleetAwsServiceRef,
  eksFleetGitServiceRef,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { readConfig } from './config/readConfig';
import { openDatabase } from './database/migrate';
import { changeFleet } from './wiring/changeFleet';
import { collectExtensions } from './wiring/collectExtensions';
import { createInventory } from './wiring/createInventory';
import { observeFleet } from './wiring/observeFleet';
import { serveFleet } from './wiring/serveFleet';

/**
 * The backend of EKS Fleet: what is known of each cluster and source.
 *
 * @public
 */
export const eksFleetPlugin = createBackendPlugin({
  pluginId: 'eks-fleet',
  register(env) {
    const { collectors, policySources, ...extensions } = collectExtensions(env);
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        aws: eksFleetAwsServiceRef,
        catalog: catalogServiceRef,
        database: coreServices.database,
        events: eventsServiceRef,
        git: eksFleetGitServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        rootConfig: coreServices.rootConfig,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
      },
      async init(services) {
        const ground = {
          ...services,
          config: readConfig(services.rootConfig),
          knex: await openDatabase(services.database),
        };
        const inventory = createInventory(ground);
        const observed = await observeFleet(ground, inventory, {
          collectors,
          policySources,
        });
        const changing = await changeFleet(
          ground,
          inventory,
          observed,
          extensions,
        );
        serveFleet(ground, inventory, observed, changing);
      },
    });
  },
});
