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

/**
 * When an exception is to end: a time with its zone, or a day, to its end in
 * UTC. Pure.
 *
 * @returns ISO 8601 in whole seconds, or what is wrong with it
 */
export function parseExpiry(
  text: string | undefined,
  { maxDays, now }: { maxDays: number; now: Date },
): { expiresAt: string } | { problem: string } {
  if (!text) {
    return { problem: 'is missing; each exception has an end' };
  }
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const zoned = /(Z|[+-]\d{2}:?\d{2})$/i.test(text);
  const parsed = DateTime.fromISO(text, { zone: 'utc' });
  if (!parsed.isValid || !(day || zoned)) {
    return {
      problem: `${JSON.stringify(
        text,
      )} is neither a day such as 2027-01-31 nor a time with its zone`,
    };
  }
  const end = (day ? parsed.endOf('day') : parsed).startOf('second');
  const latest = DateTime.fromJSDate(now, { zone: 'utc' })
    .plus({ days: maxDays })
    .endOf('day');
  if (end.toMillis() <= now.getTime()) {
    return { problem: 'is not in the future' };
  }
  if (end > latest) {
    return {
      problem: `is more than ${maxDays} days away (eksFleet.policies.exceptions.maxDays)`,
    };
  }
  return { expiresAt: end.toISO({ suppressMilliseconds: true })! };
}
