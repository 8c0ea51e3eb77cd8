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
export type CapabilityType = 'ACK' | 'KRO' | 'ARGOCD';

/**
 * @public
 */
export type CapabilityStatus =
  | 'CREATING'
  | 'CREATE_FAILED'
  | 'UPDATING'
  | 'DELETING'
  | 'DELETE_FAILED'
  | 'ACTIVE'
  | 'DEGRADED';

/**
 * A controller that AWS runs for a cluster; at most one of each type.
 *
 * @public
 */
export interface CapabilitySpec {
  name: string;
  type: CapabilityType;
  version: string;
  /** `ACTIVE` by default. */
  status?: CapabilityStatus;
  healthIssues?: CapabilityIssue[];
  tags?: Record<string, string>;
  /** ISO 8601; the cluster's by default. */
  createdAt?: string;
  modifiedAt?: string;
}

/**
 * @public
 */
export interface CapabilityIssue {
  code: 'AccessDenied' | 'ClusterUnreachable';
  message: string;
}

/**
 * A capability as it is now.
 *
 * @public
 */
export interface Capability {
  name: string;
  arn: string;
  type: CapabilityType;
  version: string;
  status: CapabilityStatus;
  healthIssues: CapabilityIssue[];
  tags: Record<string, string>;
  createdAt: Date;
  modifiedAt: Date;
}
