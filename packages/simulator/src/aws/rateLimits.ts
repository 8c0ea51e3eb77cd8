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

import type { ServiceName } from './types';

/**
 * How often a service may be called.
 *
 * @public
 */
export interface RateLimit {
  service: ServiceName;
  /** Operations that share the bucket; all others of the service when left out. */
  operations?: string[];
  requestsPerSecond: number;
  burst: number;
  /** Whether AWS says so, or whether it is our careful guess. */
  source: 'documented' | 'assumed';
}

/**
 * Each row is a bucket of its own in each account and Region.
 *
 * @public
 */
export const RATE_LIMITS: readonly RateLimit[] = [
  {
    service: 'eks',
    operations: [
      'TagResource',
      'UntagResource',
      'StartInsightsRefresh',
      'UpdateClusterVersion',
      'UpdateClusterConfig',
      'UpdateAddon',
      'UpdateNodegroupVersion',
      'CancelUpdate',
      'CreateCluster',
      'DeleteCluster',
      'CreateNodegroup',
      'DeleteNodegroup',
      'CreateAddon',
      'CreateAccessEntry',
      'DeleteAccessEntry',
      'AssociateAccessPolicy',
      'CreatePodIdentityAssociation',
    ],
    requestsPerSecond: 5,
    burst: 10,
    source: 'assumed',
  },
  { service: 'eks', requestsPerSecond: 10, burst: 20, source: 'assumed' },
  { service: 'sts', requestsPerSecond: 600, burst: 600, source: 'documented' },
  {
    service: 'organizations',
    requestsPerSecond: 8,
    burst: 15,
    source: 'assumed',
  },
  { service: 'account', requestsPerSecond: 5, burst: 10, source: 'assumed' },
  { service: 'ec2', requestsPerSecond: 20, burst: 100, source: 'documented' },
  {
    service: 'monitoring',
    requestsPerSecond: 9,
    burst: 9,
    source: 'documented',
  },
  {
    service: 'arc-zonal-shift',
    requestsPerSecond: 5,
    burst: 10,
    source: 'assumed',
  },
  {
    service: 'securityhub',
    operations: ['GetFindings'],
    requestsPerSecond: 3,
    burst: 6,
    source: 'documented',
  },
];

interface Bucket {
  tokens: number;
  filledAt: number;
}

/** Token buckets on real time. */
export class RateLimiter {
  readonly #buckets = new Map<string, Bucket>();
  readonly #now: () => number;

  /**
   * @param now - milliseconds, never going back
   */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Takes a token; `false` where none is left. */
  admit(call: {
    service: ServiceName;
    operation: string;
    accountId: string;
    region: string;
  }): boolean {
    const index = RATE_LIMITS.findIndex(
      ({ service, operations }) =>
        service === call.service &&
        (!operations || operations.includes(call.operation)),
    );
    if (index < 0) {
      return true;
    }
    const { requestsPerSecond, burst } = RATE_LIMITS[index];
    const key = `${index}/${call.accountId}/${call.region}`;
    const now = this.#now();
    const bucket = this.#buckets.get(key) ?? { tokens: burst, filledAt: now };
    bucket.tokens = Math.min(
      burst,
      bucket.tokens + ((now - bucket.filledAt) / 1000) * requestsPerSecond,
    );
    bucket.filledAt = now;
    this.#buckets.set(key, bucket);
    // A part of a token admits: a caller at exactly the rate must not fail
    // because one packet overtook another.
    if (bucket.tokens <= 0) {
      return false;
    }
    bucket.tokens -= 1;
    return true;
  }
}
