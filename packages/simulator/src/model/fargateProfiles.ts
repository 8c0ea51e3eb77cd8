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
export type FargateProfileStatus =
  | 'CREATING'
  | 'ACTIVE'
  | 'DELETING'
  | 'CREATE_FAILED'
  | 'DELETE_FAILED';

/**
 * Pods that a Fargate profile takes.
 *
 * @public
 */
export interface FargateSelector {
  namespace: string;
  labels?: Record<string, string>;
}

/**
 * @public
 */
export interface FargateProfileSpec {
  name: string;
  selectors: FargateSelector[];
  /** `ACTIVE` by default. */
  status?: FargateProfileStatus;
  healthIssues?: HealthIssue[];
  tags?: Record<string, string>;
  /** ISO 8601; the cluster's by default. */
  createdAt?: string;
}

/**
 * A Fargate profile as it is now.
 *
 * @public
 */
export interface FargateProfile {
  name: string;
  arn: string;
  selectors: FargateSelector[];
  status: FargateProfileStatus;
  healthIssues: HealthIssue[];
  tags: Record<string, string>;
  createdAt: Date;
}
