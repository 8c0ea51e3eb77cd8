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

export type CsvCell = string | number | undefined;

/** A column's title, and what is in it for an item. */
export type CsvColumn<T> = [title: string, value: (item: T) => CsvCell];

/** CSV as in RFC 4180, with a header line. */
export function toCsv<T>(columns: Array<CsvColumn<T>>, items: T[]): string {
  return [
    columns.map(([title]) => title),
    ...items.map(item => columns.map(([, value]) => escapeCell(value(item)))),
  ]
    .map(cells => `${cells.join(',')}\r\n`)
    .join('');
}

function escapeCell(value: CsvCell): string {
  if (value === undefined || typeof value === 'number') {
    return String(value ?? '');
  }
  // A spreadsheet would compute what begins like a formula.
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
