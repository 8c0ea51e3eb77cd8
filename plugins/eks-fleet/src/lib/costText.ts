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

import type {
  CostEstimate,
  CostRange,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

const WHOLE = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const CENTS = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

/** An amount with separators; cents only below ten. */
export function formatMoney(amount: number): string {
  return (Math.abs(amount) < 10 ? CENTS : WHOLE).format(amount);
}

/** What is expected, with the range around it where there is one: `120 (80 to 200)`. */
export function costRangeText(range: CostRange): string {
  const [minimum, expected, maximum] = [
    range.minimum,
    range.expected,
    range.maximum,
  ].map(formatMoney);
  return minimum === maximum
    ? expected
    : `${expected} (${minimum} to ${maximum})`;
}

/** With its sign, such as `+120`; `±0` where it makes no difference. */
export function costChangeText(before: CostRange, after: CostRange): string {
  const change = after.expected - before.expected;
  if (Math.abs(change) < 0.005) {
    return '±0';
  }
  return `${change > 0 ? '+' : '−'}${formatMoney(Math.abs(change))}`;
}

/** Whether something is left out of the sums that would be in them after. */
export function isAtLeast(cost: Pick<CostEstimate, 'unknown'>): boolean {
  return cost.unknown.length > 0;
}
