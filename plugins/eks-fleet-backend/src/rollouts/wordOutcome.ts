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

import type { CellCounts } from './records';

const WORDS = [
  ['succeeded', 'succeeded', ['succeeded']],
  ['failed', 'failed', ['failed']],
  ['was skipped', 'were skipped', ['skipped']],
  ['was rolled back', 'were rolled back', ['rolledBack']],
  ['was not reached', 'were not reached', ['planned', 'queued']],
] as const satisfies ReadonlyArray<
  readonly [string, string, ReadonlyArray<keyof CellCounts>]
>;

/** As in `8 succeeded, 1 failed`. Never says success where something failed. */
export function wordOutcome(all: CellCounts[]): string {
  const parts = WORDS.flatMap(([one, many, keys]) => {
    const count = all.reduce(
      (sum, counts) => keys.reduce((part, key) => part + counts[key], sum),
      0,
    );
    return count > 0 ? [`${count} ${count === 1 ? one : many}`] : [];
  });
  return parts.join(', ') || 'it had no cells';
}
