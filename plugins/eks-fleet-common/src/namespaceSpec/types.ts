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
 * What is wanted of a namespace, in the words of Kubernetes. What is called a
 * list or a map is there even where it is empty.
 *
 * @public
 */
export interface NamespaceSpec {
  /** In Kubernetes. */
  name: string;
  cluster: ClusterPlace;
  /** Such as `prod`. */
  environment: string;
  /** Entity reference of a group, such as `group:default/payments`: the team. */
  owner: string;
  /** Who pays, as the value of a label. */
  costCenter?: string;
  podSecurity: NamespacePodSecurity;
  quota: NamespaceQuota;
  limits: NamespaceLimits;
  network: NamespaceNetwork;
  access: NamespaceAccess[];
  /** Roles that its service accounts take on, in order of their names. */
  podIdentityAssociations: NamespacePodIdentity[];
  project: NamespaceProject;
  /** The Capsule `Tenant` that it belongs to. */
  capsuleTenant?: string;
  /** ISO 8601 date, UTC: from then on it may go. */
  expiresOn?: string;
  /** Of the namespace, besides those that the portal writes. */
  labels: Record<string, string>;
  /** `deleting` lets go of what keeps it from being deleted; nothing else does. */
  lifecycle: 'active' | 'deleting';
}

/**
 * Which cluster: account, Region and name of one in EKS.
 *
 * @public
 */
export interface ClusterPlace {
  /** Twelve digits. */
  accountId: string;
  region: string;
  name: string;
}

/**
 * Which pods may run: enforced, audited and warned of alike.
 *
 * @public
 */
export interface NamespacePodSecurity {
  level: PodSecurityLevel;
  /** Of the standards, such as `v1.34`; or `latest`. */
  version: string;
}

/** @public */
export type PodSecurityLevel = 'restricted' | 'baseline' | 'privileged';

/**
 * What all pods and claims together may take. Amounts are Kubernetes quantities
 * as {@link formatQuantity} writes them.
 *
 * @public
 */
export interface NamespaceQuota {
  cpuRequests: string;
  memoryRequests: string;
  memoryLimits: string;
  /** Without it CPU that is free may be used. */
  cpuLimits?: string;
  /** Of `requests.nvidia.com/gpu`; none without it. */
  gpus: number;
  pods: number;
  /** That persistent volume claims ask for. */
  storage: string;
  persistentVolumeClaims: number;
  loadBalancers: number;
  nodePorts: number;
}

/**
 * What one container gets and may have. `default` and `defaultRequest` are those
 * of a `LimitRange`: limits and requests of a container that says nothing.
 *
 * @public
 */
export interface NamespaceLimits {
  default: { cpu?: string; memory: string };
  defaultRequest: { cpu: string; memory: string };
  min: ContainerAmounts;
  max: ContainerAmounts;
}

/** @public */
export interface ContainerAmounts {
  cpu?: string;
  memory?: string;
}

/**
 * What goes in and out. All else is refused both ways; DNS, and what stays
 * within the namespace, are always allowed.
 *
 * @public
 */
export interface NamespaceNetwork {
  /** From any pod in these, in order of their names. */
  allowFromNamespaces: string[];
  /** From what brings traffic into the cluster, which the operator names. */
  allowFromIngress: boolean;
  /** To any pod in these, in order of their names. */
  allowToNamespaces: string[];
  /** To addresses that are not private. */
  allowToInternet: boolean;
  /** To addresses outside the cluster, such as a database's. */
  allowToCidrs: NetworkDestination[];
}

/** @public */
export interface NetworkDestination {
  cidr: string;
  /** TCP; all of them where there are none. */
  ports: number[];
}

/** @public */
export type NamespaceAccessLevel = 'view' | 'edit';

/**
 * Who may do what in the namespace, at most `edit`: a group of Kubernetes by a
 * `RoleBinding`, or a principal of AWS by an access policy of EKS.
 *
 * @public
 */
export type NamespaceAccess =
  | { kubernetesGroup: string; level: NamespaceAccessLevel }
  | { principalArn: string; level: NamespaceAccessLevel };

/** @public */
export interface NamespacePodIdentity {
  serviceAccount: string;
  roleArn: string;
}

/**
 * What Argo CD may bring into the namespace.
 *
 * @public
 */
export interface NamespaceProject {
  /** Repositories by https or ssh; a last part `*` is any in its folder. In order. */
  sourceRepos: string[];
}
