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

import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { eksFleetRequestCreatePermission } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { registerActions } from '../actions/registerActions';
import { BillOfMaterialsService } from '../billOfMaterials/BillOfMaterialsService';
import { CostService } from '../costs/CostService';
import { createReporterGate } from '../kubernetes/reporter/createReporterGate';
import { IngestRejects } from '../metrics/IngestRejects';
import { stepGround } from '../proposals/stepGround';
import { askerOf } from '../requests/service/askerOf';
import { membersOf } from '../rollouts/service/membersOf';
import { createRouter } from '../router/createRouter';
import { GIT_WEBHOOK } from '../router/git';
import { DatabaseSourceStore } from '../sources/DatabaseSourceStore';
import { SourceDirectory } from '../sources/SourceDirectory';
import type { Changing } from './changeFleet';
import type { Inventory } from './createInventory';
import type { Observed } from './observeFleet';
import type { Ground } from './services';

/** Their senders are no part of Backstage; the gates stand in the router. */
const FROM_OUTSIDE = [
  '/observations',
  '/ingest',
  '/alerts/:source/webhook',
  GIT_WEBHOOK,
];

/** Answers over HTTP, and by actions. */
export function serveFleet(
  ground: Ground,
  inventory: Inventory,
  observed: Observed,
  changing: Changing,
): void {
  const { auth, catalog, config, httpRouter, knex, logger, metrics } = ground;
  const { access, clusters, overview, requestAccess, rolloutAccess, versions } =
    inventory;
  const { collection, readiness } = observed;
  const { catalogue, kindsOf, observations } = collection;
  const { requests, rollouts } = changing;
  const asker = async (credentials: BackstageCredentials) => {
    if (!auth.isPrincipal(credentials, 'user')) {
      throw new NotAllowedError('This is for users');
    }
    return askerOf(
      {
        access,
        requestAccess,
        membersOf: userRef => membersOf(catalog, auth, userRef),
      },
      credentials,
    );
  };
  registerActions(ground.actionsRegistry, {
    access,
    inventory: inventory.inventory,
    overview,
    readiness,
    rollouts: rollouts && {
      rolloutAccess,
      views: rollouts.views,
      portalPath: config.portalPath,
    },
    requests: requests && {
      views: requests.views,
      previews: requests.previews,
      askerOf: asker,
      creatorOf: async credentials => {
        await access.demand(credentials, eksFleetRequestCreatePermission);
        return asker(credentials);
      },
    },
    policies: observed.policies && {
      findings: observed.policies.findings,
      ownersOf: async credentials =>
        auth.isPrincipal(credentials, 'user')
          ? [
              ...(await membersOf(
                catalog,
                auth,
                credentials.principal.userEntityRef,
              )),
            ]
          : [],
    },
  });
  for (const path of FROM_OUTSIDE) {
    httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' });
  }
  httpRouter.use(
    createRouter({
      access,
      alerts: changing.alerts,
      auditor: ground.auditor,
      billOfMaterials: new BillOfMaterialsService({
        inventory: inventory.inventory,
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
        prices: config.prices,
        instancePrices: config.instancePrices,
      }),
      directory: inventory.directory,
      discovery: inventory.discovery,
      drift: changing.drift,
      exceptionRequests: changing.exceptionRequests,
      policyEdits: changing.policyEdits,
      gitWebhooks: changing.gitWebhooks,
      httpAuth: ground.httpAuth,
      ingest: observed.ingest,
      inventory: inventory.inventory,
      observations,
      overview,
      policies: observed.policies,
      proposalGround: () =>
        stepGround({ knex, git: ground.git, stops: inventory.rolloutStore }),
      readiness,
      rejects: new IngestRejects(metrics),
      reporters: createReporterGate({
        config: ground.rootConfig,
        observations,
        metrics,
        logger,
      }),
      sources: new SourceDirectory(new DatabaseSourceStore(knex)),
      systems: changing.systems,
      targets: inventory.targets,
      timeline: observed.timeline,
      permissionsEnforced: config.permissionsEnforced,
      requestAccess,
      requests,
      rolloutAccess,
      rollouts,
      membersOf: userRef => membersOf(catalog, auth, userRef),
      onTargetReported: observed.onTargetReported,
    }),
  );
}
