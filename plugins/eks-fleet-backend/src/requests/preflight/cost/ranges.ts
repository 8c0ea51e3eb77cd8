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

import type { CostRange } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { cents } from '../../../summary/cents';

/** Of what `controlPlaneCost` calls a month, too. */
export const HOURS_PER_MONTH = 730;

export const NOTHING: CostRange = { minimum: 0, expected: 0, maximum: 0 };

/** The same whatever runs. */
export function always(usd: number): CostRange {
  return { minimum: usd, expected: usd, maximum: usd };
}

/** As much for each of so many. */
export function times(
  usd: number,
  counts: { minimum: number; expected: number; maximum: number },
): CostRange {
  return {
    minimum: usd * counts.minimum,
    expected: usd * counts.expected,
    maximum: usd * counts.maximum,
  };
}

/** The sum, in whole cents. */
export function sumOf(ranges: readonly CostRange[]): CostRange {
  const sum = (field: keyof CostRange) =>
    cents(ranges.reduce((usd, range) => usd + range[field], 0));
  return {
    minimum: sum('minimum'),
    expected: sum('expected'),
    maximum: sum('maximum'),
  };
}

export function inCents(range: CostRange): CostRange {
  return sumOf([range]);
}
