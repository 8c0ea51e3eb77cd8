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

import type { ResolvedShare } from '@eks-fleet/backstage-plugin-eks-fleet-common';

export const DEFAULT_CONCURRENCY = '25%';
export const DEFAULT_FAILURE_BUDGET = '0';

/** How many cells move at once: at least one, whatever a share comes to. */
export function resolveConcurrency(
  asked: string,
  cells: number,
): ResolvedShare {
  return { asked, resolved: Math.max(countOf(asked, cells), 1) };
}

/**
 * How many cells may fail. A share is rounded down, to none where it comes to
 * less than one cell: a budget never allows more than was asked for.
 */
export function resolveBudget(asked: string, cells: number): ResolvedShare {
  return { asked, resolved: countOf(asked, cells) };
}

/** A number of cells, or a share of them rounded down; never more than there are. */
export function countOf(asked: string, cells: number): number {
  const number = Number.parseInt(asked, 10);
  if (!Number.isFinite(number)) {
    return 0;
  }
  const count = asked.endsWith('%')
    ? Math.floor((cells * number) / 100)
    : number;
  return Math.min(Math.max(count, 0), cells);
}
