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
import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { Router } from 'express';
import type { Alerts } from '../alerts/createAlerts';
import type { BillOfMaterialsService } from '../billOfMaterials/BillOfMaterialsService';
import type { Collection } from '../collection/createCollection';
import type { ObservationReader } from '../collection/types';
import type { CostService } from '../costs/CostService';
import type { Drift } from '../drift/createDrift';
import type { GitWebhooks } from '../gitops/GitWebhooks';
import type { Ingest } from '../ingest/createIngest';
import type { ClusterInventory } from '../inventory/ClusterInventory';
import type { ReporterGate } from '../kubernetes/reporter/ReporterGate';
import type { IngestRejects } from '../metrics/IngestRejects';
import type { ClusterAccess } from '../permissions/ClusterAccess';
import type { Policies } from '../policy/createPolicies';
import type { PolicyEditing } from '../policy/edits/createPolicyEdits';
import type { ExceptionRequesting } from '../policy/exceptions/createExceptionRequests';
import type { RequestAccess } from '../permissions/RequestAccess';
import type { RolloutAccess } from '../permissions/RolloutAccess';
import type { Requesting } from '../requests/createRequests';
import type { Rollouts } from '../rollouts/createRollouts';
import { spec } from '../schema/generated/openapi';
import type { StepGround } from '../proposals/Reconciler';
import type { ReadinessService } from '../readiness/ReadinessService';
import type { SourceDirectory } from '../sources/SourceDirectory';
import type { FleetOverview } from '../summary/FleetOverview';
import type { SystemDirectory } from '../systems/SystemDirectory';
import type { DiscoveryRequests } from '../targets/DiscoveryRequests';
import type { TargetDirectory } from '../targets/TargetDirectory';
import type { TargetStore } from '../targets/types';
import type { ClusterTimeline } from '../timeline/ClusterTimeline';
import { addAlertRoutes, alertGate } from './alerts';
import { addBillOfMaterialsRoutes } from './billOfMaterials';
import { addClusterRoutes } from './clusters';
import { addControlPlaneRoutes } from './controlPlanes';
import { addCostRoutes } from './costs';
import { addFindingRoutes } from './findings';
import { addDriftRoutes } from './drift';
import { addExceptionRequestRoutes } from './exceptionRequests';
import { addFleetRoutes } from './fleet';
import { gitWebhookRoute } from './git';
import { addIngestRoutes, countRejects, ingestGate } from './ingest';
import { addIngestTokenRoutes } from './ingestTokens';
import { addObservationRoutes, reporterGate } from './observations';
import { parseJson } from './parseJson';
import { addPolicyRoutes } from './policies';
import { addPolicyEditRoutes } from './policyEdits';
import { addProposalRoutes } from './proposals';
import { addReadinessRoutes } from './readiness';
import { addRefreshRoutes } from './refresh';
import { addRequestRoutes } from './requests';
import { addRolloutRoutes } from './rollouts';
import { addSourceRoutes } from './sources';
import { addStrategyRoutes } from './strategies';
import { addTargetRoutes } from './targets';
import { addTimelineRoutes } from './timeline';

/** What the routes are made of. */
export interface RouterOptions {
  access: ClusterAccess;
  /** Left out where alerts are switched off. */
  alerts?: Alerts;
  auditor: AuditorService;
  billOfMaterials: BillOfMaterialsService;
  collection: Pick<Collection, 'intake' | 'refresher' | 'want'>;
  costs: CostService;
  directory: TargetDirectory;
  discovery: DiscoveryRequests;
  /** Left out where clusters are not compared with Git. */
  drift?: Drift;
  /** Left out where policies are switched off. */
  exceptionRequests?: ExceptionRequesting;
  gitWebhooks: GitWebhooks;
  httpAuth: HttpAuthService;
  /** Left out where policies are switched off. */
  ingest?: Ingest;
  inventory: ClusterInventory;
  observations: ObservationReader;
  overview: FleetOverview;
  /** Left out where policies are switched off. */
  policies?: Policies;
  /** Left out where policies are switched off, or Git does not say which there are. */
  policyEdits?: PolicyEditing;
  /** What every proposal is made with at this moment. */
  proposalGround: () => Promise<StepGround>;
  readiness: ReadinessService;
  rejects: IngestRejects;
  /** Left out where no reporter of a cluster is expected. */
  reporters?: ReporterGate;
  sources: SourceDirectory;
  systems: SystemDirectory;
  targets: TargetStore;
  timeline: ClusterTimeline;
  permissionsEnforced: boolean;
  requestAccess: RequestAccess;
  /** Left out where requests are switched off. */
  requests?: Requesting;
  rolloutAccess: RolloutAccess;
  /** Left out where rollouts are switched off. */
  rollouts?: Rollouts;
  /** Groups that a user is in at this moment, and the user. */
  membersOf: (userRef: string) => Promise<Set<string>>;
  /** Called after each report of a target. */
  onTargetReported: () => void;
}

/** The HTTP API, as `schema/openapi.yaml` describes it. */
export function createRouter(options: RouterOptions): Router {
  const api = createValidatedOpenApiRouter(spec) as unknown as Router;
  addClusterRoutes(api, options);
  addTargetRoutes(api, options);
  addSourceRoutes(api, options);
  addControlPlaneRoutes(api, options);
  addRefreshRoutes(api, options);
  addFleetRoutes(api, options);
  addBillOfMaterialsRoutes(api, options);
  addDriftRoutes(api, options);
  addReadinessRoutes(api, options);
  addTimelineRoutes(api, options);
  addCostRoutes(api, options);
  addObservationRoutes(api, options);
  addIngestRoutes(api, options);
  addIngestTokenRoutes(api, options);
  addAlertRoutes(api, options);
  addExceptionRequestRoutes(api, options);
  // Before `/policies/:policy`, which would take their names for ids.
  addPolicyEditRoutes(api, options);
  addPolicyRoutes(api, options);
  addFindingRoutes(api, options);
  addRolloutRoutes(api, options);
  addStrategyRoutes(api, options);
  addProposalRoutes(api, options);
  addRequestRoutes(api, options);
  // Outside of the validated router, which makes each error a 400.
  return Router()
    .use(reporterGate(options))
    .use(ingestGate(options))
    .use(alertGate(options))
    .use(gitWebhookRoute(options))
    .use(parseJson)
    .use(api)
    .use(countRejects(options));
}
