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

import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { ClusterInventory } from '../inventory/ClusterInventory';
import type { ClusterAccess } from '../permissions/ClusterAccess';
import type { RolloutAccess } from '../permissions/RolloutAccess';
import type { FindingViews } from '../policy/service/FindingViews';
import type { ReadinessService } from '../readiness/ReadinessService';
import type { RequestPreviews } from '../requests/service/RequestPreviews';
import type { RequestViews } from '../requests/service/RequestViews';
import type { RequestAsker } from '../requests/service/types';
import type { RolloutViews } from '../rollouts/service/RolloutViews';
import type { FleetOverview } from '../summary/FleetOverview';
import { registerExplainPolicyFinding } from './explainPolicyFinding';
import { registerGetCluster } from './getCluster';
import { registerGetClusterReadiness } from './getClusterReadiness';
import { registerGetFleetSummary } from './getFleetSummary';
import { registerListClusters } from './listClusters';
import { registerListFleetBlockers } from './listFleetBlockers';
import { registerListKubernetesVersions } from './listKubernetesVersions';
import { registerListPolicyFindings } from './listPolicyFindings';
import { registerListRequests } from './listRequests';
import { registerListRollouts } from './listRollouts';
import { registerMayIHave } from './mayIHave';
import { registerWhyIsRolloutWaiting } from './whyIsRolloutWaiting';

/** What the actions are made of. */
export interface ActionOptions {
  access: ClusterAccess;
  inventory: ClusterInventory;
  overview: FleetOverview;
  readiness: ReadinessService;
  /** Left out where rollouts are switched off. */
  rollouts?: Omit<RolloutActionOptions, 'access'>;
  /** Left out where policies are switched off. */
  policies?: Omit<PolicyActionOptions, 'access'>;
  /** Left out where requests are switched off. */
  requests?: RequestActionOptions;
}

/** What actions about policies are made of. */
export interface PolicyActionOptions {
  access: ClusterAccess;
  findings: Pick<FindingViews, 'list' | 'get'>;
  /** Whose findings are a caller's own; none where it is no user. */
  ownersOf: (credentials: BackstageCredentials) => Promise<string[]>;
}

/** What actions about rollouts are made of. */
export interface RolloutActionOptions {
  access: ClusterAccess;
  rolloutAccess: RolloutAccess;
  views: Pick<RolloutViews, 'list' | 'get' | 'cells'>;
  portalPath?: string;
}

/** What actions about requests are made of. */
export interface RequestActionOptions {
  views: Pick<RequestViews, 'list'>;
  previews: Pick<RequestPreviews, 'preflight'>;
  /** @throws NotAllowedError for whoever is no user */
  askerOf: (credentials: BackstageCredentials) => Promise<RequestAsker>;
  /** @throws NotAllowedError for whoever may not ask for anything */
  creatorOf: (credentials: BackstageCredentials) => Promise<RequestAsker>;
}

/** Read-only actions; through the MCP backend they become tools. */
export function registerActions(
  registry: ActionsRegistryService,
  options: ActionOptions,
): void {
  registerListClusters(registry, options);
  registerGetCluster(registry, options);
  registerGetFleetSummary(registry, options);
  registerGetClusterReadiness(registry, options);
  registerListFleetBlockers(registry, options);
  registerListKubernetesVersions(registry, options);
  if (options.rollouts) {
    const rollouts = { access: options.access, ...options.rollouts };
    registerListRollouts(registry, rollouts);
    registerWhyIsRolloutWaiting(registry, rollouts);
  }
  if (options.policies) {
    const policies = { access: options.access, ...options.policies };
    registerListPolicyFindings(registry, policies);
    registerExplainPolicyFinding(registry, policies);
  }
  if (options.requests) {
    registerListRequests(registry, options.requests);
    registerMayIHave(registry, options.requests);
  }
}
