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

import {
  quotaAmount,
  quotaShares,
  quotaState,
  quotaTaken,
  type QuotaLine,
} from './quotaText';

const line = (part: Partial<QuotaLine>): QuotaLine => ({
  resource: 'namespaces',
  used: 0,
  reserved: 0,
  unknown: 0,
  ...part,
});

describe('quotas', () => {
  it.each([
    [{ used: 5, limit: 10 }, 'within'],
    [{ used: 0, limit: 0 }, 'within'],
    [{ used: 8, reserved: 1, limit: 10 }, 'nearly'],
    [{ used: 8, reserved: 1, wanted: 1, limit: 10 }, 'nearly'],
    [{ used: 8, reserved: 1, wanted: 2, limit: 10 }, 'over'],
    [{ used: 12, limit: 10, wanted: -4 }, 'within'],
    [{ used: 1, limit: 0 }, 'over'],
    [{ used: 1e6 }, 'unlimited'],
  ] as const)('says of %j that it is %s', (part, state) => {
    expect(quotaState(line(part))).toBe(state);
  });

  it('counts what is under way and what is asked for as taken', () => {
    expect(quotaTaken(line({ used: 3, reserved: 2, wanted: 1 }))).toBe(6);
  });

  it.each([
    [{ used: 5, reserved: 2, wanted: 1, limit: 10 }, [50, 20, 10]],
    [{ used: 15, reserved: 5, limit: 10 }, [75, 25, 0]],
    [{ used: 0, limit: 0 }, [0, 0, 0]],
    [{ used: 5, wanted: -3, limit: 10 }, [50, 0, 0]],
  ])('draws %j within its bar', (part, [used, reserved, wanted]) => {
    expect(quotaShares(line(part))).toEqual({ used, reserved, wanted });
  });

  it.each([
    ['memoryGib', 1.25, '1.3 GiB'],
    ['monthlyCost', 1234.5, '1,235 USD'],
    ['vcpu', 0.5, '0.5'],
  ] as const)('writes %s with its unit', (resource, amount, text) => {
    expect(quotaAmount(resource, amount)).toBe(text);
  });
});
