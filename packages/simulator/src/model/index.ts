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

export { CloudModel } from './CloudModel';
export type {
  AccessEntry,
  AccessPolicyAssociation,
  PodIdentityAssociation,
} from './access';
export type { Addon, AddonSpec, AddonStatus } from './addons';
export type { Alarm, AlarmSpec, AlarmState, Alarms } from './alarms';
export type {
  Capability,
  CapabilityIssue,
  CapabilitySpec,
  CapabilityStatus,
  CapabilityType,
} from './capabilities';
export type {
  FargateProfile,
  FargateProfileSpec,
  FargateProfileStatus,
  FargateSelector,
} from './fargateProfiles';
export type {
  ApiDeprecation,
  DeprecatedApiClient,
  InsightResource,
  InsightSpec,
  InsightStatus,
} from './insights';
export type {
  ApiServiceSpec,
  BudgetSpec,
  ComponentName,
  ComponentSpec,
  ConfigMapSpec,
  DeprecatedApiSpec,
  KubernetesStory,
  NodeSetSpec,
  PolicyRule,
  WebhookSpec,
  WorkloadKind,
  WorkloadSpec,
} from './kubernetesStory';
export type {
  CapacityType,
  NodeBatch,
  Nodegroup,
  NodegroupSpec,
  NodegroupStatus,
  NodegroupTaint,
  NodegroupUpdateConfig,
} from './nodegroups';
export type {
  ExceptionValues,
  FleetPoliciesValues,
  GatekeeperStory,
  KubeBenchStory,
  KyvernoStory,
  Manifest,
  PolicyModeName,
  PolicyReporterStory,
  PolicyStory,
  PolicyValues,
  ReportApi,
  ReportLoad,
  ReportResult,
  ResourcePattern,
} from './policyStory';
export { SecurityHub } from './securityHub';
export type {
  SecurityFinding,
  SecurityHubReview,
  SecurityHubSpec,
} from './securityHub';
export type { CloudSettings } from './settings';
export type { Subnet, SubnetSpec } from './subnets';
export type { Update, UpdateError, UpdateSpec, UpdateStatus } from './updates';
export { KUBERNETES_VERSIONS, type KubernetesVersion } from './versions';
export type { Partition } from './partitions';
export {
  cancelZonalShifts,
  startZonalShift,
  type ZonalShift,
  type ZonalShiftSpec,
  type ZonalShiftStatus,
  type ZonalShiftType,
} from './zonalShifts';
export type {
  Account,
  AccountSpec,
  AccountState,
  AuthenticationMode,
  AutoModeNodes,
  Cluster,
  ClusterFeature,
  ClusterSpec,
  ClusterStatus,
  ControlPlaneLog,
  FleetSpec,
  HealthIssue,
  OrganizationDeny,
  OrganizationSpec,
  OrganizationalUnitSpec,
  RegionOptStatus,
  RoleSpec,
  StaticCredentialsSpec,
} from './types';
