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

import type { PolicyCounts } from '@eks-fleet/backstage-plugin-eks-fleet-common';

/**
 * The share of what passes, rounded down so that only all of it is 100 %.
 * There is none where the denominator is not known, or where nothing was
 * judged; exempt results are in neither part.
 */
export function passShare(
  counts: Partial<PolicyCounts>,
): { percent: number; all: number } | undefined {
  const { atLeast, error = 0, fail = 0, pass, passes, warn = 0 } = counts;
  if (passes !== 'exact' || pass === undefined || atLeast) {
    return undefined;
  }
  const all = pass + fail + warn + error;
  return all > 0 ? { percent: Math.floor((100 * pass) / all), all } : undefined;
}
