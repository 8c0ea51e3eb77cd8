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

/** `4 min. ago`, `in 3 days`; `undefined` for what is no time. */
export function formatAge(
  iso: string | undefined,
  now: Date,
): string | undefined {
  const time = parse(iso);
  if (!time) {
    return undefined;
  }
  const base = DateTime.fromJSDate(now);
  const style = Math.abs(time.diff(base).as('hours')) < 24 ? 'short' : 'long';
  return time.toRelative({ base, style }) ?? undefined;
}

/** A day, in UTC: AWS's support dates are UTC days. */
export function formatDay(iso: string | undefined): string | undefined {
  return parse(iso)?.toUTC().toFormat('d LLL yyyy');
}

/** The exact time in the reader's zone and in UTC, for a hover. */
export function formatExact(iso: string | undefined): string | undefined {
  const time = parse(iso);
  if (!time) {
    return undefined;
  }
  const local = time.toLocal().toFormat('d LLL yyyy HH:mm:ss ZZZZ');
  const utc = time.toUTC().toFormat('d LLL yyyy HH:mm:ss');
  return `${local} (${utc} UTC)`;
}

/** The earlier of two times; one that is not known does not count. */
export function earliest(
  a: string | undefined,
  b: string | undefined,
): string | undefined {
  return a && b && Date.parse(a) < Date.parse(b) ? a : b ?? a;
}

function parse(iso: string | undefined): DateTime | undefined {
  if (!iso) {
    return undefined;
  }
  // A day without a time is that of UTC.
  const time = DateTime.fromISO(iso, { zone: 'utc' });
  return time.isValid ? time : undefined;
}
