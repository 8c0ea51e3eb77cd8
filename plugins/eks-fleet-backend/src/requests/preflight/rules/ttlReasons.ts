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

import type { VerdictReason } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { deny } from '../verdictOf';
import { DateTime } from 'luxon';

/** Whole days from today to a date, UTC; `undefined` where there is no end. */
export function daysUntil(
  expiresOn: string | undefined,
  now: Date,
): number | undefined {
  if (expiresOn === undefined) {
    return undefined;
  }
  const today = DateTime.fromJSDate(now, { zone: 'utc' }).startOf('day');
  return DateTime.fromISO(expiresOn, { zone: 'utc' }).diff(today, 'days').days;
}

/** Whether something lives no longer than its environment lets it. */
export function ttlReasons(
  spec: { expiresOn?: string; environment: string },
  maxTtlDays: number | undefined,
  now: Date,
): VerdictReason[] {
  const days = daysUntil(spec.expiresOn, now);
  if (days !== undefined && days <= 0) {
    return [
      deny(
        'ttlPassed',
        'expiresOn',
        `It would end on ${spec.expiresOn}, which has come; it must end later than today.`,
      ),
    ];
  }
  if (maxTtlDays === undefined || (days !== undefined && days <= maxTtlDays)) {
    return [];
  }
  const latest = DateTime.fromJSDate(now, { zone: 'utc' })
    .plus({ days: maxTtlDays })
    .toISODate();
  return [
    days === undefined
      ? deny(
          'ttlMissing',
          'expiresOn',
          `Nothing in ${spec.environment} lives for ever; it must end by ${latest}, after ${maxTtlDays} days.`,
        )
      : deny(
          'ttlTooLong',
          'expiresOn',
          `It would end on ${spec.expiresOn}, after ${days} days; in ${spec.environment} it must end by ${latest}, after ${maxTtlDays} days.`,
        ),
  ];
}
