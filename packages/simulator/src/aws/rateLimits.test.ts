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

import { RateLimiter } from './rateLimits';

const CALL = {
  service: 'eks',
  operation: 'DescribeCluster',
  accountId: '111122223333',
  region: 'eu-west-1',
} as const;

describe('RateLimiter', () => {
  let now = 0;
  const burst = (limiter: RateLimiter, more: Partial<typeof CALL> = {}) => {
    let admitted = 0;
    while (limiter.admit({ ...CALL, ...more })) {
      admitted += 1;
    }
    return admitted;
  };

  it('admits the burst, then the rate', () => {
    const limiter = new RateLimiter(() => now);
    expect(burst(limiter)).toBe(20);
    now += 1000;
    expect(burst(limiter)).toBe(10);
    now += 60_000;
    expect(burst(limiter)).toBe(20);
  });

  it('forgives a caller at exactly the rate one late packet', () => {
    const limiter = new RateLimiter(() => now);
    burst(limiter);
    for (const pause of [100, 80, 120, 100, 70, 130]) {
      now += pause;
      expect(limiter.admit(CALL)).toBe(true);
    }
  });

  it('shares one bucket among the reads of an account and Region', () => {
    const limiter = new RateLimiter(() => now);
    burst(limiter);
    expect(limiter.admit({ ...CALL, operation: 'ListClusters' })).toBe(false);
    expect(limiter.admit({ ...CALL, operation: 'TagResource' })).toBe(true);
    expect(limiter.admit({ ...CALL, region: 'us-east-1' })).toBe(true);
    expect(limiter.admit({ ...CALL, accountId: '222233334444' })).toBe(true);
    expect(limiter.admit({ ...CALL, service: 'sts' })).toBe(true);
  });
});
