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
export type Cluster = components['schemas']['Cluster'];
/** @public */
export type ClusterList = components['schemas']['ClusterList'];
/** @public */
export type ClusterFacets = components['schemas']['ClusterFacets'];
/** @public */
export type FacetValue = components['schemas']['FacetValue'];
/** @public */
export type ClusterObservation = components['schemas']['ClusterObservation'];
/** @public */
export type ControlPlaneCost = components['schemas']['ControlPlaneCost'];
/** @public */
export type Target = components['schemas']['Target'];
/** @public */
export type TargetState = components['schemas']['TargetState'];
/** @public */
export type TargetReport = components['schemas']['TargetReport'];
/** @public */
export type TargetList = components['schemas']['TargetList'];
/** @public */
export type TargetConflict = components['schemas']['TargetConflict'];
/** @public */
export type HeldRemoval = components['schemas']['HeldRemoval'];
/** @public */
export type NamedProblem = components['schemas']['NamedProblem'];
/** @public */
export type KubernetesVersion = components['schemas']['KubernetesVersion'];
/** @public */
export type VersionList = components['schemas']['VersionList'];
/** @public */
export type Summary = components['schemas']['Summary'];
/** @public */
export type AttentionItem = components['schemas']['AttentionItem'];
/** @public */
export type GridCell = components['schemas']['GridCell'];
/** @public */
export type DeepLinkMatches = components['schemas']['DeepLinkMatches'];
/** @public */
export type ObservationError = components['schemas']['ObservationError'];
/** @public */
export type ObservationErrorCode =
  components['schemas']['ObservationErrorCode'];
/** @public */
export type ObservationAge = components['schemas']['ObservationAge'];
/** @public */
export type HealthIssue = components['schemas']['HealthIssue'];
/** @public */
export type ControlPlaneDocument =
  components['schemas']['ControlPlaneDocument'];
/** @public */
export type ControlPlaneReport = components['schemas']['ControlPlaneReport'];
/** @public */
export type Nodegroup = components['schemas']['Nodegroup'];
/** @public */
export type NodegroupsDocument = components['schemas']['NodegroupsDocument'];
/** @public */
export type FargateProfile = components['schemas']['FargateProfile'];
/** @public */
export type FargateProfilesDocument =
  components['schemas']['FargateProfilesDocument'];
/** @public */
export type Addon = components['schemas']['Addon'];
/** @public */
export type AddonsDocument = components['schemas']['AddonsDocument'];
/** @public */
export type Capability = components['schemas']['Capability'];
/** @public */
export type CapabilitiesDocument =
  components['schemas']['CapabilitiesDocument'];
/** @public */
export type InsightClient = components['schemas']['InsightClient'];
/** @public */
export type InsightDeprecation = components['schemas']['InsightDeprecation'];
/** @public */
export type InsightResource = components['schemas']['InsightResource'];
/** @public */
export type Insight = components['schemas']['Insight'];
/** @public */
export type InsightsDocument = components['schemas']['InsightsDocument'];
/** @public */
export type Update = components['schemas']['Update'];
/** @public */
export type UpdateError = components['schemas']['UpdateError'];
/** @public */
export type UpdatesDocument = components['schemas']['UpdatesDocument'];
/** @public */
export type Subnet = components['schemas']['Subnet'];
/** @public */
export type SubnetsDocument = components['schemas']['SubnetsDocument'];
/** @public */
export type NodeOwner = components['schemas']['NodeOwner'];
/** @public */
export type NodeSet = components['schemas']['NodeSet'];
/** @public */
export type ResourceAmounts = components['schemas']['ResourceAmounts'];
/** @public */
export type KubernetesNodesDocument =
  components['schemas']['KubernetesNodesDocument'];
/** @public */
export type WorkloadRef = components['schemas']['WorkloadRef'];
/** @public */
export type BlockedDrain = components['schemas']['BlockedDrain'];
/** @public */
export type Workload = components['schemas']['Workload'];
/** @public */
export type KubernetesDisruptionDocument =
  components['schemas']['KubernetesDisruptionDocument'];
/** @public */
export type DeprecatedApi = components['schemas']['DeprecatedApi'];
/** @public */
export type KubernetesDeprecatedApisDocument =
  components['schemas']['KubernetesDeprecatedApisDocument'];
/** @public */
export type FailingWebhook = components['schemas']['FailingWebhook'];
/** @public */
export type UnavailableApiService =
  components['schemas']['UnavailableApiService'];
/** @public */
export type KubernetesAdmissionDocument =
  components['schemas']['KubernetesAdmissionDocument'];
/** @public */
export type KubernetesAddon = components['schemas']['KubernetesAddon'];
/** @public */
export type KubernetesAddonsDocument =
  components['schemas']['KubernetesAddonsDocument'];
/** @public */
export type ReportedObservations =
  components['schemas']['ReportedObservations'];
/** @public */
export type BillOfMaterials = components['schemas']['BillOfMaterials'];
/** @public */
export type BillOfMaterialsPart = components['schemas']['BillOfMaterialsPart'];
/** @public */
export type AddonCompatibility = components['schemas']['AddonCompatibility'];
/** @public */
export type Outlier = components['schemas']['Outlier'];
/** @public */
export type ClusterCapacity = components['schemas']['ClusterCapacity'];
/** @public */
export type ReadinessVerdict = components['schemas']['ReadinessVerdict'];
/** @public */
export type FindingSeverity = components['schemas']['FindingSeverity'];
/** @public */
export type FindingSubject = components['schemas']['FindingSubject'];
/** @public */
export type FindingEvidence = components['schemas']['FindingEvidence'];
/** @public */
export type ReadinessFinding = components['schemas']['ReadinessFinding'];
/** @public */
export type FindingPolicy = components['schemas']['FindingPolicy'];
/** @public */
export type Waiver = components['schemas']['Waiver'];
/** @public */
export type WaiverRequest = components['schemas']['WaiverRequest'];
/** @public */
export type UpgradeStep = components['schemas']['UpgradeStep'];
/** @public */
export type Readiness = components['schemas']['Readiness'];
/** @public */
export type ReadinessInput = components['schemas']['ReadinessInput'];
/** @public */
export type ReadinessItem = components['schemas']['ReadinessItem'];
/** @public */
export type VerdictCounts = components['schemas']['VerdictCounts'];
/** @public */
export type ReadinessList = components['schemas']['ReadinessList'];
/** @public */
export type Blocker = components['schemas']['Blocker'];
/** @public */
export type BlockedCluster = components['schemas']['BlockedCluster'];
/** @public */
export type BlockerOwner = components['schemas']['BlockerOwner'];
/** @public */
export type BlockerList = components['schemas']['BlockerList'];
/** @public */
export type TimelineEvent = components['schemas']['TimelineEvent'];
/** @public */
export type TimelineList = components['schemas']['TimelineList'];
/** @public */
export type CostMonth = components['schemas']['CostMonth'];
/** @public */
export type CostGroup = components['schemas']['CostGroup'];
/** @public */
export type CapacityItem = components['schemas']['CapacityItem'];
/** @public */
export type CostReport = components['schemas']['CostReport'];
/** @public */
export type RefreshProgress = components['schemas']['RefreshProgress'];
/** @public */
export type Source = components['schemas']['Source'];
/** @public */
export type SourceCount = components['schemas']['SourceCount'];
/** @public */
export type SourceKind = components['schemas']['SourceKind'];
/** @public */
export type SourceList = components['schemas']['SourceList'];
/** @public */
export type SourcePart = components['schemas']['SourcePart'];
/** @public */
export type SourceState = components['schemas']['SourceState'];
/** @public */
export type SystemSource = components['schemas']['SystemSource'];
/** @public */
export type SystemSourceList = components['schemas']['SystemSourceList'];
