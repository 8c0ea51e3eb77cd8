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
  clusterCollectorsExtensionPoint,
  eksFleetAwsServiceRef,
  eksFleetGitServiceRef,
  provisionersExtensionPoint,
  rolloutExecutorsExtensionPoint,
  rolloutGatesExtensionPoint,
  type ClusterCollector,
  type Provisioner,
  type RolloutExecutor,
  type RolloutGate,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { registerActions } from './actions/registerActions';
import { createAlerts } from './alerts/createAlerts';
import { createArgocd } from './argocd/createArgocd';
import { BillOfMaterialsService } from './billOfMaterials/BillOfMaterialsService';
import { createCollection } from './collection/createCollection';
import { FleetClusters } from './collection/FleetClusters';
import type { ObservationListener } from './collection/types';
import { readConfig } from './config/readConfig';
import { CostService } from './costs/CostService';
import { openDatabase } from './database/migrate';
import { createGitops } from './gitops/createGitops';
import { CatalogSynchronizer } from './inventory/CatalogSynchronizer';
import { FirstLooks } from './firstLooks/FirstLooks';
import { ClusterInventory } from './inventory/ClusterInventory';
import { DatabaseClusterStore } from './inventory/DatabaseClusterStore';
import { createKubernetesCollectors } from './kubernetes/createKubernetesCollectors';
import { createReporterGate } from './kubernetes/reporter/createReporterGate';
import { countAwsCalls } from './metrics/countAwsCalls';
import { observeTargets } from './metrics/observeTargets';
import { createNotices } from './notices/createNotices';
import { ClusterAccess } from './permissions/ClusterAccess';
import { RolloutAccess } from './permissions/RolloutAccess';
import { createReadiness } from './readiness/createReadiness';
import { createRollouts } from './rollouts/createRollouts';
import { RolloutSignals } from './rollouts/RolloutSignals';
import { ApproverDirectory } from './rollouts/gates/ApproverDirectory';
import { createArgocdGate } from './rollouts/gates/argocdGate';
import { membersOf } from './rollouts/service/membersOf';
import { DatabaseRolloutStore } from './rollouts/store/DatabaseRolloutStore';
import { wakeQueue } from './rollouts/store/wakeQueue';
import { createRouter } from './router/createRouter';
import { GIT_WEBHOOK } from './router/git';
import { scheduleWork } from './scheduleWork';
import { DatabaseSourceStore } from './sources/DatabaseSourceStore';
import { SourceDirectory } from './sources/SourceDirectory';
import { FleetOverview } from './summary/FleetOverview';
import { DatabaseTargetStore } from './targets/DatabaseTargetStore';
import { DiscoveryRequests } from './targets/DiscoveryRequests';
import { TargetDirectory } from './targets/TargetDirectory';
import { createTimeline } from './timeline/createTimeline';
import { DatabaseVersionStore } from './versions/DatabaseVersionStore';
import { VersionCollector } from './versions/VersionCollector';

/**
 * The backend of EKS Fleet: what is known of each cluster and source.
 *
 * @public
 */
export const eksFleetPlugin = createBackendPlugin({
  pluginId: 'eks-fleet',
  register(env) {
    const added: ClusterCollector[] = [];
    env.registerExtensionPoint(clusterCollectorsExtensionPoint, {
      addCollector: collector => added.push(collector as ClusterCollector),
    });
    const executors: RolloutExecutor[] = [];
    env.registerExtensionPoint(rolloutExecutorsExtensionPoint, {
      addExecutor: executor => executors.push(executor as RolloutExecutor),
    });
    const gates: RolloutGate[] = [];
    env.registerExtensionPoint(rolloutGatesExtensionPoint, {
      addGate: gate => gates.push(gate as RolloutGate),
    });
    const provisioners: Provisioner[] = [];
    env.registerExtensionPoint(provisionersExtensionPoint, {
      addProvisioner: provisioner => provisioners.push(provisioner),
    });
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
      async init(deps) {
        const { auth, aws, catalog, events, lifecycle, logger, metrics } = deps;
        const { scheduler, rootConfig } = deps;
        const { prices, instancePrices, ...config } = readConfig(rootConfig);
        const knex = await openDatabase(deps.database);
        const clusters = new DatabaseClusterStore(knex);
        const targets = new DatabaseTargetStore(knex);
        const versions = new DatabaseVersionStore(knex);
        const discovery = new DiscoveryRequests({ events, logger });

        const access = ClusterAccess.create({
          permissions: deps.permissions,
          registry: deps.permissionsRegistry,
          ownByRefs: refs => clusters.ownByRefs(refs),
        });
        const rolloutStore = new DatabaseRolloutStore(knex);
        const rolloutAccess = RolloutAccess.create({
          permissions: deps.permissions,
          registry: deps.permissionsRegistry,
          byIds: ids => rolloutStore.byIds(ids),
        });
        const directory = new TargetDirectory({ targets, clusters });
        const inventory = new ClusterInventory({
          clusters,
          versions,
          prices,
          environmentLabel: config.environmentLabel,
        });
        const overview = new FleetOverview({
          clusters,
          targets: directory,
          versions,
          prices,
        });

        const firstLooks = new FirstLooks(knex);
        const listeners: ObservationListener[] = [
          change => firstLooks.observed(change),
        ];
        const collection = await createCollection({
          knex,
          aws,
          discovery,
          versions,
          config: rootConfig,
          collectors: [
            ...createKubernetesCollectors({
              aws,
              config: rootConfig,
              lifecycle,
            }),
            ...added,
          ],
          listeners,
          scheduler,
          lifecycle,
          logger,
          metrics,
        });
        const { catalogue, kindsOf, observations } = collection;
        const readiness = await createReadiness({
          knex,
          config: rootConfig,
          observations,
          addons: catalogue,
          versions,
          inventory,
          scheduler,
          lifecycle,
          logger,
          metrics,
        });
        const { timeline, ...timelineParts } = await createTimeline({
          knex,
          inventory,
          firstLooks,
          keepDays: config.timelineDays,
          scheduler,
        });
        const notices = await createNotices({
          enabled: config.notifications,
          knex,
          clusters,
          versions,
          rollouts: rolloutStore,
          firstLooks,
          notifications: deps.notifications,
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
            catalog,
            auth,
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
        let nudgeRollouts = () => {};
        const alerts = await createAlerts({
          config: rootConfig,
          events,
          knex,
          logger,
          metrics,
          scheduler,
          onChanged: () => nudgeRollouts(),
        });
        const argocd = createArgocd({ aws, config: rootConfig, observations });
        const gitops = createGitops({
          git: deps.git,
          aws,
          config: rootConfig,
          provisioners,
          observations,
          fleet: new FleetClusters(knex),
          argocd,
          refresh: arn => collection.refresher.refresh(arn),
          metrics,
          portalPath: config.portalPath,
        });
        const rolloutSignals = new RolloutSignals({
          store: rolloutStore,
          signals: deps.signals,
          logger,
        });
        const rollouts = await createRollouts({
          knex,
          aws,
          readiness: readiness.service,
          store: rolloutStore,
          config: rootConfig,
          clusters,
          observations,
          catalogue,
          versions,
          alarms: alerts?.alarms,
          executors: [...executors, gitops.executor as RolloutExecutor],
          guide: gitops.guide,
          gates: [...gates, createArgocdGate({ argocd, observations })],
          approvers: new ApproverDirectory({ catalog, auth }),
          want: arns => collection.want(arns),
          extendedUsdPerHour:
            prices.extendedUsdPerHour - prices.standardUsdPerHour,
          onChanged: ids => {
            void rolloutSignals.changed(ids);
            notices.onRollouts(ids);
          },
          scheduler,
          lifecycle,
          logger,
          metrics,
        });
        registerActions(deps.actionsRegistry, {
          access,
          inventory,
          overview,
          readiness: readiness.service,
          rollouts: rollouts && {
            rolloutAccess,
            views: rollouts.views,
            portalPath: config.portalPath,
          },
        });
        if (rollouts) {
          nudgeRollouts = rollouts.nudge;
          listeners.push(rollouts.onObservation);
        }
        // Reporters are no part of Backstage; their gate stands in the router.
        deps.httpRouter.addAuthPolicy({
          path: '/observations',
          allow: 'unauthenticated',
        });
        deps.httpRouter.addAuthPolicy({
          path: '/alerts/:source/webhook',
          allow: 'unauthenticated',
        });
        deps.httpRouter.addAuthPolicy({
          path: GIT_WEBHOOK,
          allow: 'unauthenticated',
        });
        deps.httpRouter.use(
          createRouter({
            access,
            alerts,
            auditor: deps.auditor,
            billOfMaterials: new BillOfMaterialsService({
              inventory,
              clusters,
              versions,
              observations,
              catalogue,
              kindsOf,
            }),
            collection,
            costs: new CostService({
              clusters,
              versions,
              observations,
              prices,
              instancePrices,
            }),
            directory,
            discovery,
            gitWebhooks: gitops.listen(async ({ repository }) => {
              await wakeQueue(knex, repository, new Date());
              rollouts?.nudge();
            }),
            httpAuth: deps.httpAuth,
            inventory,
            observations,
            overview,
            readiness: readiness.service,
            reporters: createReporterGate({
              config: rootConfig,
              observations,
              metrics,
              logger,
            }),
            sources: new SourceDirectory(new DatabaseSourceStore(knex)),
            targets,
            timeline,
            permissionsEnforced: config.permissionsEnforced,
            rolloutAccess,
            rollouts,
            membersOf: userRef => membersOf(catalog, auth, userRef),
            onTargetReported: () => soon.request(),
          }),
        );
      },
    });
  },
});
