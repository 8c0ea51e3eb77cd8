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
 * A cloud on loopback: AWS and Kubernetes endpoints over one model.
 *
 * @packageDocumentation
 */

export { ManualClock, OffsetClock, type Clock } from './clock';
export type { AlertSpec } from './alertmanager/Alertmanager';
export * from './model';
export { ArgocdControl, type ApplicationState } from './argocd/ArgocdControl';
export type {
  ApplicationFault,
  GitopsClusterSpec,
  GitopsSpec,
  ProvisionerName,
} from './argocd/types';
export type { ApplicationKind } from './argocd/work';
export { RATE_LIMITS, type RateLimit } from './aws/rateLimits';
export { DEMO_GITHUB_TOKEN } from './fleets/demoRepository/demoGithub';
export {
  FAILING_REPORT_LOAD,
  LARGE_REPORT_LOAD,
  reportLoadFleet,
} from './fleets/policyLoad';
export { GithubControl } from './github/GithubControl';
export type { FileChanges, PullAddress } from './github/GithubControl';
export type {
  BranchProtection,
  CommitStatus,
  GithubRepositorySpec,
  GithubSpec,
  GithubTokenSpec,
  GithubUserSpec,
  MergeMethod,
  PullRequest,
  PullRequestComment,
  Review,
  ReviewState,
  StatusState,
} from './github/types';
export type { WebhookDelivery, WebhookSpec } from './github/Webhooks';
export { READER_CLUSTER_ROLE } from './kubernetes/clusterRoles';
export type { ServiceAccountTokenRequest } from './kubernetes/serviceAccountTokens';
export { startSimulator } from './server/startSimulator';
export type { Simulator, SimulatorOptions } from './server/types';
export type { CallCount } from './server/CallLog';
export type { FaultMatch, FaultSpec } from './server/faults';
export type { FaultEffect } from './server/faultEffects';
export type { OutsideUpgrade } from './server/upgradeCluster';
