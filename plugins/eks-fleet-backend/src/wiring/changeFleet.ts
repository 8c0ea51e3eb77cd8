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

import type { RolloutExecutor } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { createAlerts } from '../alerts/createAlerts';
import { createArgocd } from '../argocd/createArgocd';
import { FleetClusters } from '../collection/FleetClusters';
import { createDrift } from '../drift/createDrift';
import { createGitops } from '../gitops/createGitops';
import { createPolicyEdits } from '../policy/edits/createPolicyEdits';
import { createExceptionRequests } from '../policy/exceptions/createExceptionRequests';
import { createRequests } from '../requests/createRequests';
import { RequestSignals } from '../requests/RequestSignals';
import { createRollouts } from '../rollouts/createRollouts';
import { createPolicyGate } from '../policy/policyGate';
import { createArgocdGate } from '../rollouts/gates/argocdGate';
import { RolloutSignals } from '../rollouts/RolloutSignals';
import { ApproverDirectory } from '../rollouts/gates/ApproverDirectory';
import { wakeQueue } from '../rollouts/store/wakeQueue';
import { createSystems } from '../systems/createSystems';
import type { Extensions } from './collectExtensions';
import type { Inventory } from './createInventory';
import type { Observed } from './observeFleet';
import type { Ground } from './services';

/** What changes the fleet, and what keeps that in check. */
export type Changing = Awaited<ReturnType<typeof changeFleet>>;

export async function changeFleet(
  ground: Ground,
  inventory: Inventory,
  observed: Observed,
  {
    executors,
    gates,
    provisioners,
  }: Omit<Extensions, 'collectors' | 'policySources'>,
) {
  const { auth, aws, catalog, config, knex, lifecycle, logger } = ground;
  const { metrics, rootConfig, scheduler } = ground;
  const { clusters, rolloutStore, targets, versions } = inventory;
  const { collection } = observed;
  const { catalogue, observations } = collection;
  let nudge = () => {};
  const alerts = await createAlerts({
    config: rootConfig,
    events: ground.events,
    knex,
    logger,
    metrics,
    scheduler,
    onChanged: () => nudge(),
  });
  const argocd = createArgocd({ aws, config: rootConfig, observations });
  const gitops = createGitops({
    git: ground.git,
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
  const signals = new RolloutSignals({
    store: rolloutStore,
    signals: ground.signals,
    logger,
  });
  const { extendedUsdPerHour, standardUsdPerHour } = config.prices;
  const rollouts = await createRollouts({
    knex,
    aws,
    readiness: observed.readiness,
    store: rolloutStore,
    config: rootConfig,
    clusters,
    observations,
    catalogue,
    versions,
    alarms: alerts?.alarms,
    executors: [...executors, gitops.executor as RolloutExecutor],
    guide: gitops.guide,
    gates: [
      ...gates,
      createArgocdGate({ argocd, observations }),
      ...(observed.policies
        ? [
            createPolicyGate({
              views: observed.policies.views,
              want: arns => collection.want(arns),
            }),
          ]
        : []),
    ],
    approvers: new ApproverDirectory({ catalog, auth }),
    want: arns => collection.want(arns),
    extendedUsdPerHour: extendedUsdPerHour - standardUsdPerHour,
    onChanged: ids => {
      void signals.changed(ids);
      observed.onRollouts(ids);
    },
    scheduler,
    lifecycle,
    logger,
    metrics,
  });
  if (rollouts) {
    nudge = rollouts.nudge;
    observed.addListener(rollouts.onObservation);
  }
  const exceptionRequests =
    observed.policies &&
    (await createExceptionRequests({
      knex,
      config: rootConfig,
      git: ground.git,
      clusters,
      policies: observed.policies.store,
      versions,
      stops: rolloutStore,
      portalPath: config.portalPath,
      scheduler,
      lifecycle,
      logger,
      metrics,
      onChanged: observed.onExceptions,
    }));
  const policyEdits =
    observed.policies &&
    (await createPolicyEdits({
      knex,
      config: rootConfig,
      git: ground.git,
      clusters,
      policies: observed.policies,
      versions,
      stops: rolloutStore,
      portalPath: config.portalPath,
      scheduler,
      lifecycle,
      logger,
    }));
  const requestSignals = new RequestSignals({
    signals: ground.signals,
    logger,
  });
  const requests = await createRequests({
    knex,
    config: rootConfig,
    git: ground.git,
    aws,
    auth,
    catalog,
    clusters,
    targets,
    fleet: new FleetClusters(knex),
    observations,
    versions,
    argocd,
    discover: target => inventory.discovery.refresh({ targets: [target] }),
    provisioners,
    ways: observed.ways,
    prices: {
      controlPlane: config.prices,
      instances: config.instancePrices,
    },
    stops: rolloutStore,
    portalPath: config.portalPath,
    onChanged: ids => {
      void requestSignals.changed(ids);
      observed.onRequests(ids);
    },
    scheduler,
    lifecycle,
    logger,
    metrics,
  });
  const drift = await createDrift({
    clusters,
    config: rootConfig,
    git: ground.git,
    inventory: inventory.inventory,
    knex,
    lifecycle,
    logger,
    metrics,
    observations,
    provisioners,
    scheduler,
    versions,
  });
  if (drift) {
    observed.addListener(drift.onObservation);
  }
  return {
    alerts,
    /** Left out where clusters are not compared with Git. */
    drift,
    exceptionRequests,
    policyEdits,
    requests,
    rollouts,
    systems: await createSystems({
      git: ground.git,
      argocd,
      alerts: alerts?.service,
      others: observed.securityHub ? [observed.securityHub.system] : [],
      scheduler,
    }),
    gitWebhooks: gitops.listen(async ({ repository }) => {
      await wakeQueue(knex, repository, new Date());
      nudge();
      await exceptionRequests?.onGitEvent();
      await policyEdits?.onGitEvent();
      await requests?.onGitEvent();
      drift?.onGitEvent();
    }),
  };
}
