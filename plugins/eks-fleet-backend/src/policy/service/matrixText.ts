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
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

const texts = new WeakMap<PolicyCell, string>();

/**
 * A matrix as JSON of a {@link SharedPolicyMatrix}: of tens of thousands of
 * cells, most are like others. They are the same objects again for as long as
 * they stand so, and are written once.
 */
export function matrixText({ rows, ...matrix }: PolicyMatrix): string {
  const places = new Map<string, number>();
  const shared = rows.map(row => ({
    ...row,
    cells: row.cells.map(cell => {
      const text = cellText(cell);
      const known = places.get(text);
      if (known !== undefined) {
        return known;
      }
      const place = places.size;
      places.set(text, place);
      return place;
    }),
  }));
  const fields = JSON.stringify({ ...matrix, rows: shared }).slice(0, -1);
  return `${fields},"cells":[${[...places.keys()].join(',')}]}`;
}

function cellText(cell: PolicyCell): string {
  const known = texts.get(cell);
  if (known !== undefined) {
    return known;
  }
  const text = JSON.stringify(cell);
  texts.set(cell, text);
  return text;
}
