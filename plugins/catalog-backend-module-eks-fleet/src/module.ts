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
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  clusterTransformerExtensionPoint,
  eksFleetAwsServiceRef,
  type ClusterTransformer,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { EksFleetRequestsClient } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { readProviderConfigs } from './config/readProviderConfigs';
import { ClusterEvents } from './events/ClusterEvents';
import { NamespaceEntityProvider } from './namespaces/NamespaceEntityProvider';
import { NamespaceStore } from './namespaces/NamespaceStore';
import { readNamespaceSettings } from './namespaces/readNamespaceSettings';
import { ForeignClusterProcessor } from './processor/ForeignClusterProcessor';
import { AccountEntityProvider } from './providers/AccountEntityProvider';
import { EksClusterEntityProvider } from './providers/EksClusterEntityProvider';
import { TakenNames } from './providers/TakenNames';
import { serviceClientOptions } from './report/serviceClientOptions';
import { TargetReporter } from './report/TargetReporter';
import { DatabaseDiscoveryStore } from './state/DatabaseDiscoveryStore';
import { migrate } from './state/migrate';

/**
 * Discovers Amazon EKS clusters over accounts and Regions and keeps a catalog
 * entity for each.
 *
 * @public
 */
export const catalogModuleEksFleet = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'eks-fleet',
  register(env) {
    let transformer: ClusterTransformer | undefined;
    env.registerExtensionPoint(clusterTransformerExtensionPoint, {
      setClusterTransformer(given) {
        if (transformer) {
          throw new Error('There is a cluster transformer already');
        }
        transformer = given;
      },
    });

    env.registerInit({
      deps: {
        auth: coreServices.auth,
        aws: eksFleetAwsServiceRef,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        logger: coreServices.logger,
        processing: catalogProcessingExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { auth, aws, catalog, config, database } = deps;
        const { discovery, events, logger, processing, scheduler } = deps;
        const configs = readProviderConfigs(config);
        const client = await database.getClient();
        await migrate(client, database);
        const store = new DatabaseDiscoveryStore(client);

        processing.addProcessor(
          new ForeignClusterProcessor({
            store,
            trustedLocations:
              config.getOptionalStringArray(
                'eksFleet.kubernetesPlugin.trustedLocations',
              ) ?? [],
          }),
        );
        if (configs.length === 0) {
          logger.info(
            'No clusters are discovered: catalog.providers.eksFleet is not configured',
          );
          return;
        }

        const accounts = new AccountEntityProvider(configs, store);
        processing.addEntityProvider(accounts);
        const reporter = TargetReporter.create({ auth, discovery, logger });
        const takenNames = new TakenNames({ auth, catalog, logger });
        const providers = configs.map(one => ({
          config: one,
          provider: new EksClusterEntityProvider({
            config: one,
            aws,
            store,
            reporter,
            logger,
            takenNames,
            taskRunner: scheduler.createScheduledTaskRunner(one.schedule),
            onScanned: () => accounts.refresh(),
            transformer: () => transformer,
          }),
        }));
        for (const { provider } of providers) {
          processing.addEntityProvider(provider);
        }
        const namespaces = readNamespaceSettings(config);
        processing.addEntityProvider(
          new NamespaceEntityProvider({
            ...namespaces,
            api: new EksFleetRequestsClient(
              serviceClientOptions({ auth, discovery }),
            ),
            store: new NamespaceStore(client),
            clusters: store,
            logger,
            taskRunner: scheduler.createScheduledTaskRunner(
              namespaces.schedule,
            ),
          }),
        );
        await new ClusterEvents({ providers, events, logger }).subscribe();
      },
    });
  },
});
