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
 * The bill of materials of a cluster, as a fleet repository is to say it: what
 * is wanted, in the words of EKS and Kubernetes. What EKS calls a list or a map
 * is there even where it is empty.
 *
 * @public
 */
export interface ClusterSpec {
  /** In EKS; also a Kubernetes name, as provisioners make objects of it. */
  name: string;
  /** Twelve digits. */
  accountId: string;
  region: string;
  /** Such as `prod`. */
  environment: string;
  /** Entity reference of a group or user, such as `group:default/payments`. */
  owner: string;
  /** A minor version, such as `1.34`. */
  kubernetesVersion: string;
  network: ClusterNetwork;
  compute: ClusterCompute;
  addons: ClusterAddonSpec[];
  /** Add-ons that Argo CD brings, by the label `enable_<name>` that chooses them, in order of their names. */
  gitopsAddons: string[];
  podIdentityAssociations: PodIdentityAssociationSpec[];
  authenticationMode: 'API' | 'API_AND_CONFIG_MAP';
  accessEntries: AccessEntrySpec[];
  upgradePolicy: { supportType: 'STANDARD' | 'EXTENDED' };
  endpointAccess: EndpointAccess;
  /** Control plane logs that go to CloudWatch, in order of their names. */
  logTypes: ClusterLogType[];
  zonalShift: boolean;
  /** Of the cluster itself; left out where the provisioner makes one. */
  roleArn?: string;
  /** Of Auto Mode's nodes; left out where the provisioner makes one. */
  nodeRoleArn?: string;
  /** Of the KMS key that encrypts secrets with; AWS's own without it. */
  encryptionKeyArn?: string;
  /** Of the cluster in AWS. */
  tags: Record<string, string>;
  /** ISO 8601 date, UTC: from then on it may go. */
  expiresOn?: string;
  deletionProtection: boolean;
  /**
   * ISO 8601, UTC: asks whatever provisions the cluster to apply all of this
   * once more, and is nothing of the cluster's.
   */
  reconcileAt?: string;
  /**
   * `deleting` lets go of what keeps this cluster from being deleted; nothing
   * else does.
   */
  lifecycle: ClusterLifecycle;
}

/** @public */
export type ClusterLifecycle = 'active' | 'deleting';

/** @public */
export type ClusterLogType =
  | 'api'
  | 'audit'
  | 'authenticator'
  | 'controllerManager'
  | 'scheduler';

/**
 * A VPC of its own, or one that is there.
 *
 * @public
 */
export type ClusterNetwork = NewVpcNetwork | ExistingVpcNetwork;

/**
 * Stands in a request for the CIDR of a VPC: the next free block of the
 * operator's pools, which is chosen when the request is submitted. No file has it.
 *
 * @public
 */
export const VPC_CIDR_FROM_POOL = 'fromPool';

/**
 * A VPC that is made for the cluster. Its subnets follow from its CIDR.
 *
 * @public
 */
export interface NewVpcNetwork {
  /** Private addresses, `/16` to `/22`. */
  vpcCidr: string;
  availabilityZones: 2 | 3;
  /** Of services; EKS chooses without it. */
  serviceIpv4Cidr?: string;
}

/** @public */
export interface ExistingVpcNetwork {
  vpcId: string;
  /** In at least two zones. */
  subnetIds: string[];
  /** Of services; EKS chooses without it. */
  serviceIpv4Cidr?: string;
}

/**
 * Where pods run: by Auto Mode, on managed node groups, or both.
 *
 * @public
 */
export interface ClusterCompute {
  /** Its node pools are in order of their names. */
  autoMode?: { nodePools: AutoModeNodePool[] };
  nodeGroups: NodeGroupSpec[];
}

/** @public */
export type AutoModeNodePool = 'general-purpose' | 'system';

/**
 * A managed node group.
 *
 * @public
 */
export interface NodeGroupSpec {
  name: string;
  instanceTypes: string[];
  capacityType: 'ON_DEMAND' | 'SPOT';
  /** As EKS calls it, such as `AL2023_ARM_64_STANDARD`. */
  amiType: string;
  minSize: number;
  /** When it is made; then an autoscaler's business. */
  desiredSize: number;
  maxSize: number;
  diskSizeGib?: number;
  labels: Record<string, string>;
  taints: NodeTaint[];
  /** Without it nodes follow the control plane, where the provisioner makes them. */
  kubernetesVersion?: string;
  /** Of its image, such as `1.34.2-20261110`; the newest without it. */
  releaseVersion?: string;
  /** Left out where the provisioner makes one. */
  nodeRoleArn?: string;
}

/** @public */
export interface NodeTaint {
  key: string;
  value?: string;
  effect: 'NO_SCHEDULE' | 'NO_EXECUTE' | 'PREFER_NO_SCHEDULE';
}

/**
 * An add-on that EKS manages.
 *
 * @public
 */
export interface ClusterAddonSpec {
  name: string;
  /** Such as `v1.20.1-eksbuild.1`; EKS's default when it is made without it. */
  version?: string;
  /** What EKS takes as `configurationValues`. */
  configuration?: Record<string, unknown>;
  serviceAccountRoleArn?: string;
  podIdentityAssociations: { serviceAccount: string; roleArn: string }[];
}

/** @public */
export interface PodIdentityAssociationSpec {
  namespace: string;
  serviceAccount: string;
  roleArn: string;
}

/** @public */
export interface AccessEntrySpec {
  principalArn: string;
  kubernetesGroups: string[];
  accessPolicies: AccessPolicySpec[];
}

/** @public */
export interface AccessPolicySpec {
  /** Such as `arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy`. */
  policyArn: string;
  /** Those that it holds in; the whole cluster without it. */
  namespaces?: string[];
}

/** @public */
export interface EndpointAccess {
  private: boolean;
  public: boolean;
  /** Who reaches the public endpoint; none where it is not public. */
  publicCidrs: string[];
}

/**
 * What is wrong with one field of a cluster's bill of materials.
 *
 * @public
 */
export type ClusterSpecProblem = SpecProblem;

/**
 * What is wrong with one field of what somebody wants.
 *
 * @public
 */
export interface SpecProblem {
  /** Such as `compute.nodeGroups[0].maxSize`. */
  field: string;
  /** What would be right, in words that follow the field's name. */
  message: string;
}
