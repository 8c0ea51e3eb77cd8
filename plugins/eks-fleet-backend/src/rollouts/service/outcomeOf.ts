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

import type { RolloutOutcome } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { NO_CELLS, type CellCounts } from '../records';

/** How cells have ended, by their counts. */
export function outcomeOf(counts: CellCounts): RolloutOutcome {
  const { failed, rolledBack, skipped, succeeded } = counts;
  const notReached =
    counts.planned +
    counts.queued +
    counts.running +
    counts.parked +
    counts.rollingBack;
  return {
    total: notReached + failed + rolledBack + skipped + succeeded,
    succeeded,
    failed,
    skipped,
    rolledBack,
    notReached,
  };
}

/** Cells of several waves together. */
export function sumOf(all: CellCounts[]): CellCounts {
  const total = { ...NO_CELLS };
  for (const counts of all) {
    for (const key of Object.keys(total) as Array<keyof CellCounts>) {
      total[key] += counts[key];
    }
  }
  return total;
}
