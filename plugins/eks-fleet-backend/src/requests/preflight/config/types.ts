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

import type {
  PodSecurityLevel,
  QuotaResource,
  RequestKind,
  RequestOperation,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** What `eksFleet.requests` says of what may be asked for, checked. */
export interface RequestConfig {
  enabled: boolean;
  /** The first that names an owner counts; the one without owners is for all others. */
  quotas: readonly QuotaRule[];
  /** The first that fits counts; where none does, a person has to agree. */
  approvals: readonly ApprovalRule[];
  /** Who is told that requests wait, besides the owners. Entity references; it gives nobody a right. */
  approvers: readonly string[];
  /** Whether each request names a ticket. */
  ticket: 'optional' | 'required';
  clusters: ClusterRules;
  namespaces: NamespaceRules;
  applications: ApplicationRules;
  costs: CostAssumptions;
  /** `remove`: whether the removal of what has ended is asked for by itself. */
  ttl: { warnDays: readonly number[]; remove: boolean };
  /** How long requests are kept after they are over. */
  keepDays: number;
}

export interface QuotaRule {
  /** Entity references; left out in the rule for all others. */
  owners?: readonly string[];
  limits: Readonly<Partial<Record<QuotaResource, number>>>;
}

export type { RequestKind, RequestOperation };

export interface ApprovalRule {
  /** For reasons; its place in the list without it. */
  name?: string;
  match: {
    kinds?: readonly RequestKind[];
    operations?: readonly RequestOperation[];
    environments?: readonly string[];
    owners?: readonly string[];
    /** What the thing comes to when the request is done; what is not known is above it. */
    atMost?: Readonly<Partial<Record<ApprovalLimit, number>>>;
    /** The longest time to live that fits; no end is longer. */
    maxTtlDays?: number;
  };
  /**
   * `automatic` lets it go on, `required` asks a person, `increase` asks one
   * only where the request takes significantly more, or more than what was
   * measured speaks for.
   */
  approval: 'automatic' | 'required' | 'increase';
  /** Why, in the operator's words. */
  reason?: string;
  /** For `increase`. */
  increase: IncreaseRule;
}

export type ApprovalLimit = Exclude<QuotaResource, 'clusters' | 'namespaces'>;

/** What an amount of a namespace can be. */
export type AmountName = 'vcpu' | 'memoryGib' | 'storageGib';

export interface IncreaseRule {
  /** More than this, and by more than `percent`, is significant. */
  above: Readonly<Record<AmountName, number>>;
  percent: number;
  /** How much of what is there must be in use before there is more of it. */
  usedPercent: Readonly<Record<AmountName, number>>;
}

/** What holds in one environment. */
export interface EnvironmentRules {
  /** Narrows those of all clusters. */
  accounts?: readonly string[];
  regions?: readonly string[];
  /** Nothing lives longer; it must have an end then. */
  maxTtlDays?: number;
  /** Whether clusters must have it; off by default. */
  deletionProtection: boolean;
}

export interface ClusterRules {
  /** All that discovery reads, where left out. */
  accounts?: readonly string[];
  regions?: readonly string[];
  /** Families such as `m7g`; all where left out. */
  instanceFamilies?: readonly string[];
  /** US dollars a month that no cluster may cost, at most. */
  costCeiling?: number;
  requiredTags: readonly RequiredTag[];
  /** Patterns of ARNs, with `{partition}`, `{account}`, `{owner}`, `{environment}`, `{cluster}` and `*`. */
  roles: readonly string[];
  /** Patterns of ARNs of those that may be let into a cluster. */
  principals: readonly string[];
  /** Access policies that teams may have, by the end of their ARN. */
  accessPolicies: readonly string[];
  /** Patterns of Kubernetes groups that teams may be in, with the same words. */
  kubernetesGroups: readonly string[];
  /** ARN pattern of the policy that bounds roles which are made for a cluster. */
  permissionsBoundary?: string;
  cidrPools: readonly CidrPool[];
  environments: Readonly<Record<string, EnvironmentRules>>;
  /** vCPU and memory by instance type, where its name does not say it. */
  instanceSizes: ReadonlyMap<string, { vcpu: number; memoryGib: number }>;
}

export interface RequiredTag {
  key: string;
  /** All where left out. */
  values?: readonly string[];
}

/** Where the addresses of new VPCs come from; the first pool with room counts. */
export type CidrPool = {
  accounts?: readonly string[];
  regions?: readonly string[];
  environments?: readonly string[];
  /** Prefix length that a VPC gets, such as 18. */
  prefix: number;
} & ({ cidr: string } | { ipam: IpamPool });

/** A pool of AWS VPC IP Address Manager. */
export interface IpamPool {
  poolId: string;
  /** Whose it is, and where its scope is. */
  accountId: string;
  region: string;
}

export interface NamespaceRules {
  /** Names and patterns with `*`, besides those that are never handed out. */
  reservedNames: readonly string[];
  /** The least that is enforced, by environment; `default` is all others. */
  podSecurity: Readonly<Record<string, PodSecurityLevel>>;
  /** What forms offer, by name. */
  sizes: Readonly<Record<string, NamespaceSize>>;
  /** By environment; `default` is all others. Without an entry there is no limit. */
  maxTtlDays: Readonly<Record<string, number>>;
  /** Patterns of ARNs for Pod Identity associations, as those of clusters. */
  roles: readonly string[];
  /** Patterns of ARNs of those that may be let into a namespace. */
  principals: readonly string[];
  /** Patterns of Kubernetes groups that may be let in. */
  kubernetesGroups: readonly string[];
}

export interface ApplicationRules {
  /** Patterns of addresses, with `{owner}`, `{environment}` and `*`; all where left out. */
  repositories?: readonly string[];
  /** The same of charts: `<repository>/<chart>`. */
  charts?: readonly string[];
}

/** Quantities as Kubernetes writes them. */
export interface NamespaceSize {
  cpu: string;
  memory: string;
  storage?: string;
}

/**
 * What estimates take to be so. What is left out is not known, and estimates
 * say so.
 */
export interface CostAssumptions {
  /** What Auto Mode runs, as it is told by nobody before. */
  autoMode?: {
    instanceType: string;
    minimumNodes: number;
    expectedNodes: number;
    maximumNodes: number;
  };
  /** What EKS asks for nodes of Auto Mode besides, in percent of the instance's price. */
  autoModeSurchargePercent?: number;
  /** What a spot instance costs, in percent of the instance's price. */
  spotPercent?: number;
  /** Of a disk, where a node group does not say. */
  nodeVolumeGib: number;
  volumeUsdPerGibMonth?: number;
  natGatewayUsdPerHour?: number;
  /** Of a VPC that is made for a cluster. */
  natGateways: 'one' | 'perZone' | 'none';
  loadBalancerUsdPerHour?: number;
  loadBalancersPerCluster: number;
  /** Of clusters that teams share; from what a cluster's nodes cost where left out. */
  sharedUsdPerVcpuMonth?: number;
  sharedUsdPerMemoryGibMonth?: number;
}
