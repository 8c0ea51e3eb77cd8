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
export type FleetRequest = components['schemas']['FleetRequest'];
/** @public */
export type FleetRequestList = components['schemas']['FleetRequestList'];
/** @public */
export type FleetRequestSummary = components['schemas']['FleetRequestSummary'];
/** @public */
export type Placement = components['schemas']['Placement'];
/** @public */
export type PlacementAsk = components['schemas']['PlacementAsk'];
/** @public */
export type PlacementList = components['schemas']['PlacementList'];
/** @public */
export type ProvisionedNamespace =
  components['schemas']['ProvisionedNamespace'];
/** @public */
export type ProvisionedNamespaceList =
  components['schemas']['ProvisionedNamespaceList'];
/** @public */
export type ProvisionedThing = components['schemas']['ProvisionedThing'];
/** @public */
export type ProvisionedThingList =
  components['schemas']['ProvisionedThingList'];
/** @public */
export type RequestApproval = components['schemas']['RequestApproval'];
/** @public */
export type RequestAsk = components['schemas']['RequestAsk'];
/** @public */
export type RequestBase = components['schemas']['RequestBase'];
/** @public */
export type RequestCluster = components['schemas']['RequestCluster'];
/** @public */
export type RequestComment = components['schemas']['RequestComment'];
/** @public */
export type RequestCurrent = components['schemas']['RequestCurrent'];
/** @public */
export type RequestDecision = components['schemas']['RequestDecision'];
/** @public */
export type RequestDecisionAsk = components['schemas']['RequestDecisionAsk'];
/** @public */
export type RequestDiff = components['schemas']['RequestDiff'];
/** @public */
export type RequestEvent = components['schemas']['RequestEvent'];
/** @public */
export type RequestFile = components['schemas']['RequestFile'];
/** @public */
export type RequestKind = components['schemas']['RequestKind'];
/** @public */
export type RequestLinks = components['schemas']['RequestLinks'];
/** @public */
export type RequestOperation = components['schemas']['RequestOperation'];
/** @public */
export type RequestOptions = components['schemas']['RequestOptions'];
/** @public */
export type RequestPreflight = components['schemas']['RequestPreflight'];
/** @public */
export type RequestPreview = components['schemas']['RequestPreview'];
/** @public */
export type RequestProblem = components['schemas']['RequestProblem'];
/** @public */
export type RequestPullRequest = components['schemas']['RequestPullRequest'];
/** @public */
export type RequestQueue = components['schemas']['RequestQueue'];
/** @public */
export type RequestQuota = components['schemas']['RequestQuota'];
/** @public */
export type RequestQuotaList = components['schemas']['RequestQuotaList'];
/** @public */
export type RequestRights = components['schemas']['RequestRights'];
/** @public */
export type RequestSource = components['schemas']['RequestSource'];
/** @public */
export type RequestState = components['schemas']['RequestState'];
/** @public */
export type RequestStep = components['schemas']['RequestStep'];
/** @public */
export type RequestSubmission = components['schemas']['RequestSubmission'];
/** @public */
export type RequestThing = components['schemas']['RequestThing'];
/** @public */
export type RequestWaiting = components['schemas']['RequestWaiting'];
