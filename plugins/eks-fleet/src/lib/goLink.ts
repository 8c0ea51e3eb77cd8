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

import { clusterTabPath, namesClusterTab } from './clusterTab';

/** What a deep link asks for. */
export interface GoRequest {
  arn?: string;
  account?: string;
  region?: string;
  cluster?: string;
}

const ASKED = ['arn', 'account', 'region', 'cluster'] as const;
/** What the page that a link leads to gets handed on. */
const KEPT = [
  'view',
  'target',
  'alertname',
  'fingerprint',
  'startsAt',
] as const;
/** Parts of the portal that are not there yet: their links end on the overview. */
const ELSEWHERE = ['rollout', 'request'] as const;

/** Reads a deep link. */
export function parseGo(params: URLSearchParams): {
  request: GoRequest;
  kept: string;
  elsewhere: boolean;
} {
  const request: GoRequest = {};
  for (const key of ASKED) {
    const value = params.get(key)?.trim();
    if (value) {
      request[key] = value;
    }
  }
  const kept = new URLSearchParams();
  for (const key of KEPT) {
    const value = params.get(key);
    if (value) {
      kept.set(key, value);
    }
  }
  return {
    request,
    kept: kept.toString(),
    elsewhere:
      !request.arn &&
      !request.cluster &&
      ELSEWHERE.some(key => params.has(key)),
  };
}

/** Whether a link names a cluster at all. */
export function namesCluster(request: GoRequest): boolean {
  return Boolean(request.arn || request.cluster);
}

/** What was looked for, as `cluster payments, region eu-west-1`. */
export function describeGo(request: GoRequest): string {
  return ASKED.filter(key => request[key])
    .map(key => `${key} ${request[key]}`)
    .join(', ');
}

/**
 * Where on a cluster's entity page a link leads: to the tab that it asks for,
 * else to the page itself, which gets what is handed on.
 */
export function leadOn(entityPath: string, kept: string): string {
  const params = new URLSearchParams(kept);
  if (namesClusterTab(params)) {
    return clusterTabPath(entityPath, params);
  }
  return kept ? `${entityPath}?${kept}` : entityPath;
}
