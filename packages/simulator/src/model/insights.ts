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
export type InsightStatus = 'PASSING' | 'WARNING' | 'ERROR' | 'UNKNOWN';

/**
 * Who has called a deprecated API.
 *
 * @public
 */
export interface DeprecatedApiClient {
  userAgent: string;
  requestsLast30Days: number;
  /** ISO 8601. */
  lastRequestTime: string;
}

/**
 * A deprecated API and its callers. EKS forgets a caller 30 days after its last
 * request.
 *
 * @public
 */
export interface ApiDeprecation {
  /** Such as `/apis/flowcontrol.apiserver.k8s.io/v1beta3/flowschemas`. */
  usage: string;
  replacedWith: string;
  stopServingVersion: string;
  startServingReplacementVersion: string;
  clients: DeprecatedApiClient[];
}

/**
 * One thing that an insight looked at.
 *
 * @public
 */
export interface InsightResource {
  arn?: string;
  kubernetesResourceUri?: string;
  status: InsightStatus;
  reason?: string;
}

/**
 * An insight that stands in the place of the check of the same name and
 * category, or beside the checks that every cluster has.
 *
 * @public
 */
export interface InsightSpec {
  name: string;
  /** `UPGRADE_READINESS` by default. */
  category?: string;
  /** The next version after the cluster's by default; gone once the cluster is there. */
  kubernetesVersion?: string;
  /** With `deprecations`, `PASSING` as soon as all callers are forgotten. */
  status: InsightStatus;
  reason?: string;
  description?: string;
  recommendation?: string;
  /** Links by title. */
  additionalInfo?: Record<string, string>;
  resources?: InsightResource[];
  deprecations?: ApiDeprecation[];
  addonCompatibility?: { name: string; compatibleVersions: string[] }[];
  /** ISO 8601; the cluster's creation by default. */
  lastTransitionTime?: string;
}

/** An insight as it is now. */
export interface Insight {
  id: string;
  name: string;
  category: string;
  kubernetesVersion?: string;
  status: InsightStatus;
  reason: string;
  description: string;
  recommendation: string;
  additionalInfo: Record<string, string>;
  resources: InsightResource[];
  deprecations: ApiDeprecation[];
  addonCompatibility: { name: string; compatibleVersions: string[] }[];
  lastRefreshTime: Date;
  lastTransitionTime: Date;
}
