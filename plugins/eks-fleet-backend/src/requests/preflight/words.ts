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

const LISTED = 8;

/** As in "a, b or c"; of many, the first ones. */
export function anyOf(values: readonly string[]): string {
  return joined(values, 'or');
}

/** As in "a, b and c"; of many, the first ones. */
export function allOf(values: readonly string[]): string {
  return joined(values, 'and');
}

function joined(values: readonly string[], word: string): string {
  if (values.length > LISTED) {
    return `${values.slice(0, LISTED).join(', ')} ${word} ${
      values.length - LISTED
    } more`;
  }
  const last = values.at(-1) ?? 'nothing';
  return values.length < 2
    ? last
    : `${values.slice(0, -1).join(', ')} ${word} ${last}`;
}

/** A number as people read it: at most two decimals. */
export function amount(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** US dollars, as in "$1,234.50". */
export function usd(value: number): string {
  const [whole, cents] = Math.abs(value).toFixed(2).split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',');
  return `${value < 0 ? '-' : ''}$${grouped}${
    cents === '00' ? '' : `.${cents}`
  }`;
}

/** As in "1 cluster" and "2 clusters". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${amount(count)} ${count === 1 ? one : many}`;
}
