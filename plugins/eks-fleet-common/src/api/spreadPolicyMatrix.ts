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
  PolicyCell,
  PolicyMatrix,
  SharedPolicyMatrix,
} from './policyTypes';

/**
 * A matrix with its cells in their places, from one that has each of them once.
 *
 * @public
 */
export function spreadPolicyMatrix(shared: SharedPolicyMatrix): PolicyMatrix {
  const { cells, rows, times, ...matrix } = shared;
  const seen = new Map<number, PolicyCell>();
  const cellOf = (place: number, time: number): PolicyCell => {
    if (time < 0) {
      return cells[place];
    }
    const key = place * times.length + time;
    let cell = seen.get(key);
    if (!cell) {
      cell = { ...cells[place], observedAt: times[time] };
      seen.set(key, cell);
    }
    return cell;
  };
  return {
    ...matrix,
    rows: rows.map(({ observed, ...row }) => ({
      ...row,
      cells: row.cells.map((place, column) => cellOf(place, observed[column])),
    })),
  };
}
