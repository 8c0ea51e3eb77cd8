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
import type { Tone } from '../states/types';

/** How near the end of something is. */
export type ExpiryState = 'past' | 'soon' | 'later';

const SOON_DAYS = 14;

/** Whole days until a day is over, in UTC; below zero once it has been. */
export function daysLeft(day: string, now: Date): number | undefined {
  const end = DateTime.fromISO(day, { zone: 'utc' });
  if (!end.isValid) {
    return undefined;
  }
  const today = DateTime.fromJSDate(now, { zone: 'utc' }).startOf('day');
  return Math.round(end.startOf('day').diff(today).as('days'));
}

/** A day without a time, such as `24 Dec 2026`; `undefined` for what is none. */
export function formatDate(day: string): string | undefined {
  const date = DateTime.fromISO(day, { zone: 'utc' });
  return date.isValid ? date.toFormat('d LLL yyyy') : undefined;
}

/**
 * How near an end is; `undefined` for what is no day.
 *
 * @param warnDays - from how many days before people are told of it
 */
export function expiryState(
  day: string | undefined,
  now: Date,
  warnDays = SOON_DAYS,
): ExpiryState | undefined {
  const days = day === undefined ? undefined : daysLeft(day, now);
  if (days === undefined) {
    return undefined;
  }
  if (days < 0) {
    return 'past';
  }
  return days <= warnDays ? 'soon' : 'later';
}

export const EXPIRY_TONES: Record<ExpiryState, Tone> = {
  past: 'danger',
  soon: 'warning',
  later: 'neutral',
};
