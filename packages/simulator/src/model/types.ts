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

import type { GitopsSpec } from '../argocd/types';
import type { GithubSpec } from '../github/types';
import type { FaultSpec } from '../server/faults';
import type { AccessEntry, PodIdentityAssociation } from './access';
import type { Addon, AddonSpec } from './addons';
import type { AlarmSpec } from './alarms';
import type { Capability, CapabilitySpec } from './capabilities';
import type { FargateProfile, FargateProfileSpec } from './fargateProfiles';
import type { InsightSpec } from './insights';
import type { KubernetesStory } from './kubernetesStory';
import type { Nodegroup, NodegroupSpec } from './nodegroups';
import type { Partition } from './partitions';
import type { AlertSpec } from '../alertmanager/Alertmanager';
import type { SecurityHubSpec } from './securityHub';
import type { CloudSettings } from './settings';
import type { Subnet, SubnetSpec } from './subnets';
import type { Update, UpdateSpec } from './updates';
import type { ZonalShift } from './zonalShifts';

/**
 * @public
 */
export type AccountState =
  | 'PENDING_ACTIVATION'
  | 'ACTIVE'
  | 'SUSPENDED'
  | 'PENDING_CLOSURE'
  | 'CLOSED';

/**
 * @public
 */
export type RegionOptStatus =
  | 'ENABLED'
  | 'ENABLING'
  | 'DISABLING'
  | 'DISABLED'
  | 'ENABLED_BY_DEFAULT';

/**
 * @public
 */
export type ClusterStatus =
  | 'CREATING'
  | 'ACTIVE'
  | 'DELETING'
  | 'FAILED'
  | 'UPDATING'
  | 'PENDING';

/**
 * An IAM role: who may assume it, and what it may then do.
 *
 * @public
 */
export interface RoleSpec {
  name: string;
  /** ARNs of roles, or of whole accounts (`arn:aws:iam::<id>:root`). */
  trusts: string[];
  /** Required from whoever assumes the role, when set. */
  externalId?: string;
  /** Actions such as `eks:DescribeCluster`; `*` stands for anything. */
  allow: string[];
  /** 3600 to 43200; 3600 by default, as IAM has it. */
  maxSessionSeconds?: number;
}

/**
 * @public
 */
export interface HealthIssue {
  code: string;
  message: string;
  resourceIds: string[];
}

/**
 * Whom a cluster's API server knows.
 *
 * @public
 */
export type AuthenticationMode = 'API' | 'API_AND_CONFIG_MAP' | 'CONFIG_MAP';

/**
 * @public
 */
export type ControlPlaneLog =
  | 'api'
  | 'audit'
  | 'authenticator'
  | 'controllerManager'
  | 'scheduler';

/**
 * @public
 */
export interface ClusterSpec {
  name: string;
  region: string;
  version: string;
  platformVersion?: string;
  /** `ACTIVE` by default. */
  status?: ClusterStatus;
  tags?: Record<string, string>;
  /** ISO 8601; the clock's present time by default. */
  createdAt?: string;
  healthIssues?: HealthIssue[];
  /** `EXTENDED` by default, as EKS has it. */
  supportType?: 'STANDARD' | 'EXTENDED';
  autoMode?: boolean;
  deletionProtection?: boolean;
  endpointPublicAccess?: boolean;
  /** Who may reach the public endpoint; one office by default. */
  publicAccessCidrs?: string[];
  /** Logs that are written; the API server's, audit and authenticator by default. */
  logging?: ControlPlaneLog[];
  /** Whether Secrets are encrypted with a key of the account; `true` by default. */
  encryption?: boolean;
  /** `API` by default. */
  authenticationMode?: AuthenticationMode;
  zonalShift?: boolean;
  /** Two or three by default; none with Auto Mode. */
  nodegroups?: NodegroupSpec[];
  fargateProfiles?: FargateProfileSpec[];
  /** What most clusters have by default. */
  addons?: AddonSpec[];
  capabilities?: CapabilitySpec[];
  /** Beside, or in place of, the checks that every cluster has. */
  insights?: InsightSpec[];
  /** The upgrade to the present version by default. */
  updates?: UpdateSpec[];
  /** Three with plenty of addresses by default. */
  subnets?: SubnetSpec[];
  /** What is switched on that older versions do not have. */
  features?: ClusterFeature[];
  /** ARNs of the roles that may read the Kubernetes API; by default the account's `eks-fleet-kubernetes`. */
  accessEntries?: string[];
  /** Who else may enter, with which rights; nobody by default. */
  access?: AccessEntry[];
  /** None by default. */
  podIdentityAssociations?: PodIdentityAssociation[];
  /** Whether connections to the Kubernetes API break off. */
  unreachable?: boolean;
  /** What is in the cluster, as far as it does not follow from the rest. */
  kubernetes?: KubernetesStory;
}

/**
 * Something of EKS that a cluster makes use of.
 *
 * @public
 */
export interface ClusterFeature {
  name: string;
  /** The oldest Kubernetes version that has it. */
  since: string;
}

/**
 * The nodes of EKS Auto Mode, which follow the control plane by themselves.
 *
 * @public
 */
export interface AutoModeNodes {
  version: string;
  generation: number;
  launchedAt?: Date;
  /** Where they are going, and how many have gone there, by pool. */
  next?: { version: string; replaced: Record<string, number> };
}

/**
 * What an organization policy forbids to a whole account.
 *
 * @public
 */
export interface OrganizationDeny {
  /** Actions such as `eks:*`. */
  actions: string[];
  /** Every Region when left out. */
  regions?: string[];
}

/**
 * @public
 */
export interface AccountSpec {
  id: string;
  name: string;
  email?: string;
  /** `aws` by default. */
  partition?: Partition;
  /** `ACTIVE` by default. */
  state?: AccountState;
  joinedAt?: string;
  /** Root or organizational unit that the account is in. */
  parentId?: string;
  /** Opt-in Regions that the account has switched on. */
  enabledRegions?: string[];
  organizationDenies?: OrganizationDeny[];
  roles?: RoleSpec[];
  clusters?: ClusterSpec[];
  alarms?: AlarmSpec[];
}

/**
 * @public
 */
export interface OrganizationalUnitSpec {
  id: string;
  name: string;
  /** The root's id, or another unit's. */
  parentId: string;
}

/**
 * @public
 */
export interface OrganizationSpec {
  id: string;
  rootId: string;
  managementAccountId: string;
  delegatedAdministrators?: string[];
  organizationalUnits?: OrganizationalUnitSpec[];
}

/**
 * Credentials without an end, for the role that a portal starts from.
 *
 * @public
 */
export interface StaticCredentialsSpec {
  accessKeyId: string;
  secretAccessKey: string;
  accountId: string;
  roleName: string;
}

/**
 * A whole cloud, as plain data.
 *
 * @public
 */
export interface FleetSpec {
  accounts: AccountSpec[];
  organizations: OrganizationSpec[];
  /** The first one is what the simulator's environment hands out. */
  credentials: StaticCredentialsSpec[];
  /** The Git host and what is in its repositories. */
  github?: GithubSpec;
  /** Which repository describes which clusters, and where Argo CD runs. */
  gitops?: GitopsSpec;
  /** Switched on nowhere by default. */
  securityHub?: SecurityHubSpec;
  /** What fires at the company's Alertmanager from the beginning. */
  alerts?: AlertSpec[];
  settings?: Partial<CloudSettings>;
  /** Faults that belong to the story and outlive an ordinary clearing. */
  standingFaults?: FaultSpec[];
}

/**
 * A cluster as it is now.
 *
 * @public
 */
export interface Cluster {
  /** 32 hexadecimal digits, another one for each creation. */
  id: string;
  arn: string;
  name: string;
  accountId: string;
  partition: Partition;
  region: string;
  version: string;
  platformVersion: string;
  status: ClusterStatus;
  tags: Record<string, string>;
  createdAt: Date;
  healthIssues: HealthIssue[];
  supportType: 'STANDARD' | 'EXTENDED';
  autoMode: boolean;
  /** As the control plane where absent. */
  autoModeNodes?: AutoModeNodes;
  deletionProtection: boolean;
  endpointPublicAccess: boolean;
  publicAccessCidrs: string[];
  logging: ControlPlaneLog[];
  encryption: boolean;
  authenticationMode: AuthenticationMode;
  zonalShift: boolean;
  /** Oldest first. */
  zonalShifts: ZonalShift[];
  nodegroups: Nodegroup[];
  fargateProfiles: FargateProfile[];
  addons: Addon[];
  capabilities: Capability[];
  insights: InsightSpec[];
  /** When the latest refresh of insights on demand began. */
  insightsRefreshStartedAt?: Date;
  updates: Update[];
  /** What was asked for with which `clientRequestToken`, and what came of it. */
  requestTokens: Map<string, { request: string; updateId: string }>;
  subnets: Subnet[];
  features: ClusterFeature[];
  accessEntries: string[];
  access: AccessEntry[];
  podIdentityAssociations: PodIdentityAssociation[];
  unreachable: boolean;
  kubernetes: KubernetesStory;
}

/**
 * An account as it is now.
 *
 * @public
 */
export interface Account {
  id: string;
  name: string;
  email: string;
  partition: Partition;
  state: AccountState;
  joinedAt: Date;
  parentId?: string;
  regions: Map<string, RegionOptStatus>;
  organizationDenies: OrganizationDeny[];
  roles: Map<string, RoleSpec>;
}
