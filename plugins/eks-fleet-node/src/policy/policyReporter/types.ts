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
 * Where the Policy Reporter of a cluster answers. Whoever gives it has checked
 * the host.
 *
 * @public
 */
export interface PolicyReporterEndpoint {
  /** ARN of the one cluster whose reports it has. */
  cluster: string;
  /** `https:` or `http:`, without `/v2`. */
  url: string;
  /** PEM; trusted instead of the public authorities. */
  certificateAuthority?: string;
  basicAuth?: { username: string; password: string };
  /** Lets the host be this machine. */
  allowLocalAddresses?: boolean;
  /**
   * Whether labels of namespaces, which name owners, are read through the
   * cluster's own API as well.
   */
  readNamespaces?: boolean;
}

/** `GET /v2/findings`: how many results there are of each source. */
export interface FindingsDocument {
  total?: unknown;
  counts?: Array<{
    source?: unknown;
    total?: unknown;
    counts?: Record<string, unknown>;
  }>;
}

/** Of `GET /v2/policies`. */
export interface PolicyDocument {
  policy?: unknown;
  results?: Record<string, unknown>;
}

/** Of `GET /v2/{namespace,cluster}-scoped/results`; it does not say of which source it is. */
export interface ResultItem {
  namespace?: unknown;
  kind?: unknown;
  apiVersion?: unknown;
  name?: unknown;
  message?: unknown;
  category?: unknown;
  policy?: unknown;
  rule?: unknown;
  status?: unknown;
  severity?: unknown;
  timestamp?: unknown;
  properties?: Record<string, unknown>;
}

/** Of `GET /v2/namespace-scoped/resource-results`. */
export interface ResourceItem {
  namespace?: unknown;
  kind?: unknown;
  apiVersion?: unknown;
  name?: unknown;
}

/** A page of a list, with how many there are in all. */
export interface PageDocument<T> {
  items?: T[] | null;
  count?: unknown;
}
