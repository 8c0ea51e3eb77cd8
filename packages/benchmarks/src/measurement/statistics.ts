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

/** The middle value; of an even number of values the mean of the middle two. */
export function median(values: number[]): number {
  const sorted = ascending(values);
  const half = sorted.length / 2;
  return sorted.length % 2 === 1
    ? sorted[Math.floor(half)]
    : (sorted[half - 1] + sorted[half]) / 2;
}

/**
 * The smallest value that at least this share of all values does not exceed.
 *
 * @param share - from 0 to 1, such as 0.95
 */
export function percentile(values: number[], share: number): number {
  const sorted = ascending(values);
  const rank = Math.ceil(share * sorted.length);
  return sorted[Math.max(rank, 1) - 1];
}

/** To three significant digits: more would pretend to be known. */
export function rounded(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(3));
}

function ascending(values: number[]): number[] {
  if (values.length === 0) {
    throw new Error('Nothing was measured');
  }
  return [...values].sort((a, b) => a - b);
}
