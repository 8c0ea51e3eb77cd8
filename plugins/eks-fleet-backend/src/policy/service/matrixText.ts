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

/** What is written of a cell, and when that was observed. */
interface Said {
  text: string;
  observedAt?: string;
}

const said = new WeakMap<PolicyCell, Said>();

/**
 * A matrix as JSON of a {@link SharedPolicyMatrix}: of tens of thousands of
 * cells, most are like others but for when they were observed. They are the same
 * objects again for as long as they stand so, and are written once.
 */
export function matrixText({ rows, ...matrix }: PolicyMatrix): string {
  const cells = new Map<string, number>();
  const times = new Map<string, number>();
  const shared = rows.map(row => {
    const observed: number[] = [];
    const places = row.cells.map(cell => {
      const { observedAt, text } = sayCell(cell);
      observed.push(observedAt === undefined ? -1 : placeIn(times, observedAt));
      return placeIn(cells, text);
    });
    return { ...row, cells: places, observed };
  });
  const fields = JSON.stringify({
    ...matrix,
    rows: shared,
    times: [...times.keys()],
  }).slice(0, -1);
  return `${fields},"cells":[${[...cells.keys()].join(',')}]}`;
}

function placeIn(places: Map<string, number>, text: string): number {
  const known = places.get(text);
  if (known !== undefined) {
    return known;
  }
  const place = places.size;
  places.set(text, place);
  return place;
}

function sayCell(cell: PolicyCell): Said {
  const known = said.get(cell);
  if (known) {
    return known;
  }
  const { observedAt, ...rest } = cell;
  const made = { text: JSON.stringify(rest), observedAt };
  said.set(cell, made);
  return made;
}
