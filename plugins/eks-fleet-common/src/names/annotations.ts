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
 * Annotations of a discovered cluster's catalog entity.
 *
 * @public
 */
export const EKS_FLEET_ANNOTATIONS = {
  /** Twelve digits. */
  accountId: 'amazonaws.com/account-id',
  /** ARN of the cluster, its identity together with `createdAt`. */
  arn: 'amazonaws.com/arn',
  region: 'eks-fleet.io/region',
  /** `<account>/<region>` that discovery found the cluster in. */
  discoveryTarget: 'eks-fleet.io/discovery-target',
  /** Minor version, such as `1.33`. */
  kubernetesVersion: 'eks-fleet.io/kubernetes-version',
  /** Such as `eks.12`. */
  platformVersion: 'eks-fleet.io/platform-version',
  /** As EKS says it: `ACTIVE`, `CREATING`, `FAILED`, … */
  status: 'eks-fleet.io/status',
  /** ISO 8601, UTC: when this cluster was made; another one means another cluster. */
  createdAt: 'eks-fleet.io/created-at',
  /** `upgradePolicy.supportType`: `STANDARD` or `EXTENDED`. */
  supportType: 'eks-fleet.io/support-type',
  /** Of a namespace: what EKS calls the cluster that it is on. */
  cluster: 'eks-fleet.io/cluster',
  /** Of a namespace: its name in Kubernetes. */
  namespace: 'eks-fleet.io/namespace',
  environment: 'eks-fleet.io/environment',
  /** Id of the request that brought something. */
  request: 'eks-fleet.io/request',
  /** ISO 8601 date, UTC: from then on it may go. */
  expiresOn: 'eks-fleet.io/expires-on',
  /** `active` or `deleting`. */
  lifecycle: 'eks-fleet.io/lifecycle',
} as const;

/**
 * What `backstage.io/managed-by-origin-location` begins with for entities
 * that our discovery made. The catalog sets that annotation itself for
 * registered files, so nobody else can claim it.
 *
 * @public
 */
export const EKS_FLEET_LOCATION_PREFIX = 'eks-fleet:';

/**
 * `spec.type` of a cluster's Resource.
 *
 * @public
 */
export const CLUSTER_RESOURCE_TYPE = 'kubernetes-cluster';

/**
 * `spec.type` of an AWS account's Resource.
 *
 * @public
 */
export const ACCOUNT_RESOURCE_TYPE = 'aws-account';

/**
 * `spec.type` of the catalog entities of namespaces that requests brought.
 *
 * @public
 */
export const NAMESPACE_RESOURCE_TYPE = 'kubernetes-namespace';
