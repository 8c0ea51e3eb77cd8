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

type Cell = string | number | undefined;

/** A column of a CSV file: its title and how a row fills it. */
export type CsvColumn<TRow> = [title: string, value: (row: TRow) => Cell];

/** CSV as in RFC 4180, with a header line. */
export function toCsv<TRow>(columns: CsvColumn<TRow>[], rows: TRow[]): string {
  return [
    columns.map(([title]) => title),
    ...rows.map(row => columns.map(([, value]) => escapeCell(value(row)))),
  ]
    .map(cells => `${cells.join(',')}\r\n`)
    .join('');
}

function escapeCell(value: Cell): string {
  if (value === undefined) {
    return '';
  }
  if (typeof value === 'number') {
    return String(value);
  }
  // A spreadsheet would take these for formulas.
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
