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

import type { HealthIssue } from './types';

/**
 * @public
 */
export type AddonStatus =
  | 'CREATING'
  | 'ACTIVE'
  | 'CREATE_FAILED'
  | 'UPDATING'
  | 'DELETING'
  | 'DELETE_FAILED'
  | 'DEGRADED'
  | 'UPDATE_FAILED';

/**
 * An add-on that EKS manages; its publisher and owner are in the catalogue.
 *
 * @public
 */
export interface AddonSpec {
  name: string;
  /** The default one of the cluster's Kubernetes version, where the catalogue has it. */
  version?: string;
  /** `ACTIVE` by default. */
  status?: AddonStatus;
  healthIssues?: HealthIssue[];
  /** JSON or YAML, as given when the add-on was installed. */
  configurationValues?: string;
  /** Name of the IAM role of its service account. */
  roleName?: string;
  /** What somebody changed in the cluster, such as `Deployment.apps coredns - .spec.replicas`: an update that may not resolve conflicts fails. */
  changedFields?: string[];
  tags?: Record<string, string>;
  /** ISO 8601; the cluster's by default. */
  createdAt?: string;
  modifiedAt?: string;
}

/**
 * An add-on as it is now.
 *
 * @public
 */
export interface Addon {
  name: string;
  arn: string;
  version: string;
  status: AddonStatus;
  healthIssues: HealthIssue[];
  configurationValues?: string;
  roleName?: string;
  changedFields: string[];
  tags: Record<string, string>;
  createdAt: Date;
  modifiedAt: Date;
}
