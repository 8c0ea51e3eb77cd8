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

/** A line of a grid with headings between its rows: a heading, or a row. */
export type CrossLine =
  | { kind: 'heading'; title: string }
  | { kind: 'row'; index: number };

/** A run of neighbours that share a group. */
export interface CrossBand {
  title: string;
  from: number;
  /** The first that is not in it. */
  to: number;
}

/** The runs of neighbours that share a group. */
export function bandsOf(items: { group?: string }[]): CrossBand[] {
  const bands: CrossBand[] = [];
  items.forEach(({ group }, index) => {
    const last = bands.at(-1);
    if (group === undefined) {
      return;
    }
    if (last?.title === group && last.to === index) {
      last.to = index + 1;
    } else {
      bands.push({ title: group, from: index, to: index + 1 });
    }
  });
  return bands;
}

/** Rows with a heading above each run of neighbours that share a group. */
export function linesOf(rows: { group?: string }[]): CrossLine[] {
  const headings = new Map(
    bandsOf(rows).map(({ from, title }) => [from, title]),
  );
  return rows.flatMap<CrossLine>((_, index) => {
    const title = headings.get(index);
    return title === undefined
      ? [{ kind: 'row', index }]
      : [
          { kind: 'heading', title },
          { kind: 'row', index },
        ];
  });
}
