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
 * @public
 */
export type UpdateStatus = 'InProgress' | 'Failed' | 'Cancelled' | 'Successful';

/** What EKS says of an update that failed. */
export const UPDATE_ERROR_CODES = [
  'SubnetNotFound',
  'SecurityGroupNotFound',
  'EniLimitReached',
  'IpNotAvailable',
  'AccessDenied',
  'OperationNotPermitted',
  'VpcIdNotFound',
  'Unknown',
  'NodeCreationFailure',
  'PodEvictionFailure',
  'InsufficientFreeAddresses',
  'ClusterUnreachable',
  'InsufficientNumberOfReplicas',
  'ConfigurationConflict',
  'AdmissionRequestDenied',
  'UnsupportedAddonModification',
  'K8sResourceNotFound',
] as const;

/**
 * @public
 */
export interface UpdateError {
  errorCode: string;
  errorMessage: string;
  resourceIds: string[];
}

/**
 * A change of a cluster, or of one of its node groups, add-ons or capabilities.
 *
 * @public
 */
export interface UpdateSpec {
  /** Such as `VersionUpdate` or `AddonUpdate`. */
  type: string;
  /** `Successful` by default. */
  status?: UpdateStatus;
  /** ISO 8601. */
  createdAt: string;
  /** ISO 8601; as `createdAt` by default, and absent while it is in progress. */
  endedAt?: string;
  /** At most one of these three; an update of the cluster has none. */
  nodegroupName?: string;
  addonName?: string;
  capabilityName?: string;
  params?: Record<string, string>;
  errors?: UpdateError[];
}

/**
 * @public
 */
export interface Update {
  id: string;
  type: string;
  status: UpdateStatus;
  createdAt: Date;
  /** Absent while it is in progress. */
  endedAt?: Date;
  nodegroupName?: string;
  addonName?: string;
  capabilityName?: string;
  params: Record<string, string>;
  errors: UpdateError[];
  /** The latest attempt to cancel it. */
  cancellation?: {
    status: 'InProgress' | 'Failed' | 'Successful';
    reason?: string;
  };
}
