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

/**
 * AWS access with credentials, clients and limits for the backends of EKS
 * Fleet.
 *
 * @packageDocumentation
 */
export type { CallLimits } from './aws/CallLimiter';
export { DefaultEksFleetAwsService } from './aws/DefaultEksFleetAwsService';
export { isThrottling } from './aws/isThrottling';
export { describeVpcs } from './aws/network/describeVpcs';
export { readIpamPool } from './aws/network/readIpamPool';
export type { AddressBlock, IpamPoolContents } from './aws/network/types';
export { homeRegion, partitionOfRegion } from './aws/regions';
export { eksFleetAwsServiceRef } from './aws/service';
export type {
  AwsCall,
  AwsCallResult,
  AwsPartition,
  AwsRoleSession,
  AwsTarget,
  EksFleetAwsService,
  ZonalShift,
} from './aws/types';
export {
  clusterCollectorsExtensionPoint,
  type ClusterCollector,
  type ClusterCollectorsExtensionPoint,
  type CollectedCluster,
  type CollectorContext,
} from './extensions/clusterCollectors';
export {
  clusterTransformerExtensionPoint,
  type ClusterTransformer,
  type ClusterTransformerExtensionPoint,
} from './extensions/clusterTransformer';
export {
  policySourcesExtensionPoint,
  type ObservedException,
  type ObservedPolicy,
  type PolicyDescription,
  type PolicyName,
  type PolicyOutcome,
  type PolicySink,
  type PolicySnapshot,
  type PolicySource,
  type PolicySourceContext,
  type PolicySourcesExtensionPoint,
  type PolicyTally,
} from './extensions/policySources';
export {
  rolloutExecutorsExtensionPoint,
  type ExecutorAbility,
  type RolloutExecutor,
  type RolloutExecutorsExtensionPoint,
  type TrackDecision,
  type TrackIntent,
  type TrackNotes,
  type TogetherHop,
  type TogetherWork,
  type TrackWork,
} from './extensions/rolloutExecutors';
export {
  rolloutGatesExtensionPoint,
  type RolloutCluster,
  type RolloutGate,
  type RolloutGateContext,
  type RolloutGateResult,
  type RolloutGatesExtensionPoint,
} from './extensions/rolloutGates';
export {
  changeApplication,
  parseApplication,
  removeApplication,
  renderApplication,
} from './gitops/applicationFiles/applicationFiles';
export type {
  ApplicationFileContext,
  ParsedApplicationFile,
} from './gitops/applicationFiles/types';
export type { ClusterFiles } from './gitops/clusterFiles/createClusterFiles';
export { locatableOf } from './gitops/clusterFiles/locatableOf';
export {
  ClusterSpecRefusal,
  SpecRefusal,
  type ClusterFileContext,
  type ClusterFileText,
  type FileDeviation,
  type ParsedClusterFiles,
} from './gitops/clusterFiles/types';
export { fitsCluster } from './gitops/config/fitsCluster';
export { locateCluster, type ClusterFile } from './gitops/config/locateCluster';
export {
  applicationAt,
  locateApplication,
  placeOfApplication,
  type ApplicationFile,
} from './gitops/config/locateApplication';
export {
  locateNamespace,
  namespaceAt,
  placeOfNamespace,
  type NamespaceFolder,
} from './gitops/config/locateNamespace';
export { readClusterMatch } from './gitops/config/readClusterMatch';
export {
  readFleetRepositories,
  readWrites,
} from './gitops/config/readFleetRepositories';
export type {
  ApplicationFileRule,
  ApplicationPlace,
  ClusterFields,
  ClusterFileMatch,
  ClusterFileRule,
  FleetRepository,
  LocatableCluster,
  MergeMethod,
  NamespaceFileRule,
  NamespaceFileSettings,
  NamespacePlace,
  PlaceMatch,
} from './gitops/config/types';
export { diffLines } from './gitops/edits/diffLines';
export { editEntries } from './gitops/edits/editEntries';
export { editText, formatOfPath, parseFile } from './gitops/edits/editText';
export { editValues } from './gitops/edits/editValues';
export { toYaml } from './gitops/edits/toYaml';
export {
  EditRefusal,
  type EditRefusalReason,
  type EntryEdit,
  type FieldEdit,
  type FieldValue,
  type FileFormat,
  type ManifestName,
  type ParsedFile,
  type ValueEdit,
} from './gitops/edits/types';
export {
  GitFailure,
  type GitFailureOptions,
  type GitFailureReason,
} from './gitops/hosts/GitFailure';
export type { HostLimits } from './gitops/hosts/HostLimiter';
export type {
  GitBranchCommitRequest,
  GitChangedFile,
  GitCommit,
  GitCommitRequest,
  GitCommitStatus,
  GitDiff,
  GitFile,
  GitFileChange,
  GitHostKind,
  GitHostState,
  GitMergeRequest,
  GitNewPullRequest,
  GitPullRequest,
  GitPullRequestDetail,
  GitRepository,
} from './gitops/hosts/types';
export { changeClusterOfNamespace } from './gitops/namespaceFiles/clusterParts';
export {
  changeNamespace,
  namespaceFilePaths,
  parseNamespace,
  removeNamespace,
  renderNamespace,
} from './gitops/namespaceFiles/namespaceFiles';
export { namespaceObjectName } from './gitops/namespaceFiles/objects/appProject';
export type {
  NamespaceFileContext,
  ParsedNamespaceFiles,
} from './gitops/namespaceFiles/types';
export { applyChange, type PresentFile } from './gitops/proposals/applyChange';
export {
  checkProposalDiff,
  inspectProposal,
  type DiffFinding,
  type DiffVerdict,
  type ProposalDiff,
} from './gitops/proposals/checkProposalDiff';
export {
  followProposal,
  type ProposalNews,
} from './gitops/proposals/followProposal';
export {
  keepProposal,
  type KeepProposalOptions,
  type KeptChange,
  type KeptProposal,
} from './gitops/proposals/keepProposal';
export { GATES_CONTEXT } from './gitops/proposals/gatesContext';
export { previewChange } from './gitops/proposals/previewChange';
export {
  ProposalRefusal,
  type ProposalRefusalReason,
} from './gitops/proposals/ProposalRefusal';
export { PullRequestFollower } from './gitops/proposals/PullRequestFollower';
export {
  branchOfChange,
  findRivals,
  readProposalBranch,
  type ProposalBranch,
} from './gitops/proposals/branches';
export {
  beginProposal,
  intendEffect,
  nextProposalStep,
} from './gitops/proposals/nextProposalStep';
export { runProposalStep } from './gitops/proposals/runProposalStep';
export type {
  ProposalEffect,
  ProposalLook,
  ProposalRecord,
  ProposalStep,
  ProposedChange,
  ProposedFile,
  ProposedPullRequest,
} from './gitops/proposals/types';
export {
  abilityOf,
  checkProvisioners,
} from './gitops/provisioners/checkProvisioners';
export {
  createFieldProvisioner,
  type FieldProvisionerOptions,
} from './gitops/provisioners/createFieldProvisioner';
export {
  provisionersExtensionPoint,
  type ProvisionersExtensionPoint,
} from './gitops/provisioners/extensionPoint';
export { shippedProvisioners } from './gitops/provisioners/shippedProvisioners';
export type {
  Provisioner,
  ProvisionerAbility,
  ProvisionerContext,
  VersionChange,
  WantedVersions,
} from './gitops/provisioners/types';
export type { GitEvent, WebhookRequest } from './gitops/webhooks/types';
export { DefaultEksFleetGitService } from './gitops/service/DefaultEksFleetGitService';
export { eksFleetGitServiceRef } from './gitops/service/service';
export type { EksFleetGitService } from './gitops/service/types';
export {
  EksKubernetesAccess,
  type EksKubernetesAccessOptions,
} from './kubernetes/access/EksKubernetesAccess';
export {
  findKubernetesProxy,
  type KubernetesProxy,
  type KubernetesProxyMatch,
} from './kubernetes/access/proxies';
export {
  KubernetesClient,
  type KubernetesClientOptions,
} from './kubernetes/client/KubernetesClient';
export type {
  KubernetesReader,
  KubernetesWatcher,
  ListedPage,
  ListReducer,
  ListRequest,
  PageRequest,
  TableRow,
  WatchEnd,
  WatchEvent,
  WatchRequest,
} from './kubernetes/client/types';
export {
  KubernetesFacts,
  type KubernetesFactContext,
  type KubernetesFactKind,
  type KubernetesFactsOptions,
} from './kubernetes/facts/KubernetesFacts';
export { mergeDeprecatedApis } from './kubernetes/facts/mergeDeprecatedApis';
export type { RequestedApi } from './kubernetes/facts/parseDeprecatedApi';
export {
  ServiceAccountTokenVerifier,
  type ServiceAccountClaims,
} from './kubernetes/tokens/ServiceAccountTokenVerifier';
export { ObservationFailure } from './observation/ObservationFailure';
export { toObservationError } from './observation/toObservationError';
export { editLayer, planLayerEdit } from './policy/layers/editLayer';
export {
  expectedPolicies,
  policyInCluster,
  type ExpectedPolicy,
} from './policy/layers/expectedPolicies';
export {
  judgeLayerEdit,
  withEdited,
  type LayerEditEffect,
} from './policy/layers/judgeLayerEdit';
export { mergeLayers, mergeLayerValues } from './policy/layers/mergeLayers';
export {
  POLICY_LAYER_PATHS,
  policyLayerPaths,
} from './policy/layers/policyLayerPaths';
export {
  readLayer,
  rememberLayers,
  type LayerReader,
} from './policy/layers/readLayer';
export {
  LayerProblem,
  type EffectivePolicies,
  type EffectivePolicy,
  type LayerException,
  type LayerMode,
  type PolicyExclusion,
  type PolicyLayer,
  type PolicyLayerEdit,
} from './policy/layers/types';
export {
  CLUSTER_POLICY_KINDS,
  createPolicySources,
  type PolicySourcesOptions,
} from './policy/createPolicySources';
export { watchReports, type ReportWatch } from './policy/reports/watchReports';
export { giveKubeBench } from './policy/kubeBench/giveKubeBench';
export {
  parseKubeBench,
  type KubeBenchResults,
  type KubeBenchText,
} from './policy/kubeBench/parseKubeBench';
export { readSecurityHub } from './policy/securityHub/readSecurityHub';
export type {
  HubControl,
  HubFinding,
  HubMisfit,
  HubNote,
  HubStream,
} from './policy/securityHub/types';
export {
  createPolicyReporterSource,
  type PolicyReporterSourceOptions,
} from './policy/policyReporter/createPolicyReporterSource';
export type { PolicyReporterEndpoint } from './policy/policyReporter/types';
export {
  clustersOfPolicyReporterMessage,
  readPolicyReporterMessage,
  type PolicyReporterMessage,
} from './policy/reports/readPolicyReporterMessage';
export {
  createKubeBenchSource,
  type KubeBenchSourceOptions,
} from './policy/kubeBench/createKubeBenchSource';
export { problemOfObjectKey } from './policy/kubeBench/fillObjectKey';
export type {
  KubeBenchBucket,
  KubeBenchConfigMaps,
  KubeBenchPlaces,
} from './policy/kubeBench/types';
export type { ClusterScope } from './kubernetes/access/clusterScope';
