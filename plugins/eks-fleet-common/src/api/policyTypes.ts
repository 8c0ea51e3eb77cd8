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

import type { components } from '../generated/openapi';

/** @public */
export type ClusterPolicies = components['schemas']['ClusterPolicies'];
/** @public */
export type ExceptionApproval = components['schemas']['ExceptionApproval'];
/** @public */
export type ExceptionAsk = components['schemas']['ExceptionAsk'];
/** @public */
export type ExceptionDecision = components['schemas']['ExceptionDecision'];
/** @public */
export type ExceptionEvent = components['schemas']['ExceptionEvent'];
/** @public */
export type ExceptionFile = components['schemas']['ExceptionFile'];
/** @public */
export type ExceptionPreview = components['schemas']['ExceptionPreview'];
/** @public */
export type ExceptionProblem = components['schemas']['ExceptionProblem'];
/** @public */
export type ExceptionPullRequest =
  components['schemas']['ExceptionPullRequest'];
/** @public */
export type ExceptionRendering = components['schemas']['ExceptionRendering'];
/** @public */
export type ExceptionRequest = components['schemas']['ExceptionRequest'];
/** @public */
export type ExceptionRequestCluster =
  components['schemas']['ExceptionRequestCluster'];
/** @public */
export type ExceptionRequestList =
  components['schemas']['ExceptionRequestList'];
/** @public */
export type ExceptionRequestState =
  components['schemas']['ExceptionRequestState'];
/** @public */
export type ExceptionScope = components['schemas']['ExceptionScope'];
/** @public */
export type FindingAssignment = components['schemas']['FindingAssignment'];
/** @public */
export type FindingAssignmentRequest =
  components['schemas']['FindingAssignmentRequest'];
/** @public */
export type FindingFacets = components['schemas']['FindingFacets'];
/** @public */
export type FindingResource = components['schemas']['FindingResource'];
/** @public */
export type PassCount = components['schemas']['PassCount'];
/** @public */
export type Policy = components['schemas']['Policy'];
/** @public */
export type PolicyCell = components['schemas']['PolicyCell'];
/** @public */
export type PolicyCellState = components['schemas']['PolicyCellState'];
/** @public */
export type PolicyChange = components['schemas']['PolicyChange'];
/** @public */
export type PolicyCluster = components['schemas']['PolicyCluster'];
/** @public */
export type PolicyClusterList = components['schemas']['PolicyClusterList'];
/** @public */
export type PolicyClusterRef = components['schemas']['PolicyClusterRef'];
/** @public */
export type PolicyCounts = components['schemas']['PolicyCounts'];
/** @public */
export type PolicyDetail = components['schemas']['PolicyDetail'];
/** @public */
export type PolicyDrift = components['schemas']['PolicyDrift'];
/** @public */
export type PolicyEdit = components['schemas']['PolicyEdit'];
/** @public */
export type PolicyEditAsk = components['schemas']['PolicyEditAsk'];
/** @public */
export type PolicyEditCluster = components['schemas']['PolicyEditCluster'];
/** @public */
export type PolicyEditCounts = components['schemas']['PolicyEditCounts'];
/** @public */
export type PolicyEditEffect = components['schemas']['PolicyEditEffect'];
/** @public */
export type PolicyEditList = components['schemas']['PolicyEditList'];
/** @public */
export type PolicyEditOutcome = components['schemas']['PolicyEditOutcome'];
/** @public */
export type PolicyEditPreview = components['schemas']['PolicyEditPreview'];
/** @public */
export type PolicyEditProblem = components['schemas']['PolicyEditProblem'];
/** @public */
export type PolicyEditState = components['schemas']['PolicyEditState'];
/** @public */
export type PolicyEngine = components['schemas']['PolicyEngine'];
/** @public */
export type PolicyException = components['schemas']['PolicyException'];
/** @public */
export type PolicyExceptionList = components['schemas']['PolicyExceptionList'];
/** @public */
export type PolicyExceptionState =
  components['schemas']['PolicyExceptionState'];
/** @public */
export type PolicyExclusion = components['schemas']['PolicyExclusion'];
/** @public */
export type PolicyFacts = components['schemas']['PolicyFacts'];
/** @public */
export type PolicyFeed = components['schemas']['PolicyFeed'];
/** @public */
export type PolicyFinding = components['schemas']['PolicyFinding'];
/** @public */
export type PolicyFindingList = components['schemas']['PolicyFindingList'];
/** @public */
export type PolicyLayer = components['schemas']['PolicyLayer'];
/** @public */
export type PolicyLayers = components['schemas']['PolicyLayers'];
/** @public */
export type PolicyList = components['schemas']['PolicyList'];
/** @public */
export type SharedPolicyMatrix = components['schemas']['SharedPolicyMatrix'];
/**
 * Policies by columns: clusters, or what clusters share.
 *
 * @public
 */
export interface PolicyMatrix
  extends Pick<SharedPolicyMatrix, 'by' | 'columns'> {
  /** By category, then the worst first. */
  rows: PolicyMatrixRow[];
}
/** @public */
export type PolicyMatrixColumn = components['schemas']['PolicyMatrixColumn'];
/** @public */
export interface PolicyMatrixRow
  extends Omit<
    components['schemas']['SharedPolicyMatrixRow'],
    'cells' | 'observed'
  > {
  /** One for each column, in their order. */
  cells: PolicyCell[];
}
/** @public */
export type PolicyMode = components['schemas']['PolicyMode'];
/** @public */
export type PolicyParameter = components['schemas']['PolicyParameter'];
/** @public */
export type PolicyRef = components['schemas']['PolicyRef'];
/** @public */
export type PolicyResult = components['schemas']['PolicyResult'];
/** @public */
export type PolicySetting = components['schemas']['PolicySetting'];
/** @public */
export type PolicySeverity = components['schemas']['PolicySeverity'];
/** @public */
export type PolicySummary = components['schemas']['PolicySummary'];
/** @public */
export type PolicyTrend = components['schemas']['PolicyTrend'];
/** @public */
export type SafeToEnforce = components['schemas']['SafeToEnforce'];
/** @public */
export type IngestToken = components['schemas']['IngestToken'];
/** @public */
export type IngestTokenList = components['schemas']['IngestTokenList'];
/** @public */
export type IngestTokenRequest = components['schemas']['IngestTokenRequest'];
/** @public */
export type IssuedIngestToken = components['schemas']['IssuedIngestToken'];
/** @public */
export type ReportedPolicyPart = components['schemas']['ReportedPolicyPart'];
/** @public */
export type TakenPolicyPart = components['schemas']['TakenPolicyPart'];
