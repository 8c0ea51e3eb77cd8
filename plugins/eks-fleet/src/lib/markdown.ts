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

import { oneLine } from './oneLine';

/** A table in GitHub's Markdown; whatever the cells hold stays text. */
export function markdownTable(headers: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map(escapeCell).join(' | ')} |`;
  return [
    line(headers),
    `|${' --- |'.repeat(headers.length)}`,
    ...rows.map(line),
  ]
    .map(text => `${text}\n`)
    .join('');
}

/** Text that Markdown shows as it is. */
export function markdownText(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]|~]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;');
}

function escapeCell(cell: string): string {
  return markdownText(cell) || ' ';
}
