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

import { formatBar, isMet } from './judge';
import { rounded } from './statistics';
import type { Measurement } from './types';

const HEADINGS = ['name', 'value', 'bar', 'ok', 'detail'];

/** One JSON object, on one line. */
export function formatJson(measurement: Measurement): string {
  const { name, value, unit, bar, detail } = measurement;
  return JSON.stringify({
    name,
    value: rounded(value),
    unit,
    bar: bar ? formatBar(bar) : null,
    detail,
  });
}

/** A table with one line for each measurement. */
export function formatTable(measurements: Measurement[]): string {
  const rows = [HEADINGS, ...measurements.map(cellsOf)];
  const widths = HEADINGS.map((_, column) =>
    Math.max(...rows.map(row => row[column].length)),
  );
  return rows
    .map(row =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cellsOf(measurement: Measurement): string[] {
  const { name, value, unit, bar, detail } = measurement;
  const verdict = isMet(measurement) ? 'ok' : 'MISSED';
  return [
    name,
    `${rounded(value)} ${unit}`.trim(),
    bar ? formatBar(bar) : '',
    bar ? verdict : '',
    detail,
  ];
}
