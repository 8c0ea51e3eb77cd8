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

import { DateTime } from 'luxon';

const UNITS: [unit: string, seconds: number][] = [
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
  ['s', 1],
];

/** A length of time in at most two units, such as `5 h 20 min`. */
export function formatDuration(seconds: number): string {
  let rest = Math.max(0, Math.round(seconds));
  const first = UNITS.findIndex(([, size]) => rest >= size);
  if (first < 0) {
    return '0 s';
  }
  const parts: string[] = [];
  for (const [unit, size] of UNITS.slice(first, first + 2)) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) {
      parts.push(`${count} ${unit}`);
    }
  }
  return parts.join(' ');
}

/**
 * A moment by the reader's clock as short as it is clear: `16:40` on the same
 * day, `Thu 16:40` within a week, else `14 Dec`, with the year where it is
 * another.
 */
export function formatMoment(
  iso: string | undefined,
  now: Date,
): string | undefined {
  const time = iso ? DateTime.fromISO(iso) : undefined;
  if (!time?.isValid) {
    return undefined;
  }
  const base = DateTime.fromJSDate(now);
  if (time.hasSame(base, 'day')) {
    return time.toFormat('HH:mm');
  }
  if (Math.abs(time.diff(base).as('days')) < 6) {
    return time.toFormat('ccc HH:mm');
  }
  return time.toFormat(time.hasSame(base, 'year') ? 'd LLL' : 'd LLL yyyy');
}
