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
 * What is read of reports of any of the three APIs. Everything may be missing
 * or of another type: it is another program's answer.
 */
export interface ReportDocument {
  metadata?: {
    name?: string;
    namespace?: string;
    uid?: string;
    resourceVersion?: string;
    labels?: Record<string, string>;
  };
  source?: unknown;
  scope?: ResourceReference;
  summary?: Record<string, unknown>;
  results?: ResultDocument[];
  configuration?: { limits?: { maxResults?: unknown; statusFilter?: unknown } };
}

export interface ResourceReference {
  apiVersion?: unknown;
  kind?: unknown;
  namespace?: unknown;
  name?: unknown;
}

export interface ResultDocument {
  source?: unknown;
  policy?: unknown;
  rule?: unknown;
  category?: unknown;
  severity?: unknown;
  result?: unknown;
  scored?: unknown;
  resources?: ResourceReference[];
  message?: unknown;
  properties?: Record<string, unknown>;
  timestamp?: unknown;
}
