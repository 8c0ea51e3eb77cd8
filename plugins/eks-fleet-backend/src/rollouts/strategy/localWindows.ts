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

import type { TimeWindow } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { DateTime, IANAZone } from 'luxon';

/** Milliseconds since 1970; the end is no part of it. */
export interface Interval {
  start: number;
  end: number;
}

export const WEEKDAYS: ReadonlyArray<TimeWindow['days'][number]> = [
  'mon',
  'tue',
  'wed',
  'thu',
  'fri',
  'sat',
  'sun',
];

const DAY_MS = 24 * 3600 * 1000;

/**
 * The openings of a window that begin between two times, by the clocks of its
 * time zone: across a change of these, a window is an hour longer or shorter.
 */
export function localWindows(
  { days, from, to, timeZone = 'UTC' }: TimeWindow,
  after: number,
  before: number,
): Interval[] {
  const zone = IANAZone.create(timeZone);
  const [begin, finish] = [minutesOf(from), minutesOf(to)];
  // What is not understood opens nothing.
  if (!zone.isValid || begin === undefined || finish === undefined) {
    return [];
  }
  const nextDay = finish <= begin ? 1 : 0;
  const openings: Interval[] = [];
  const [first, last] = [after, before].map(time => {
    const { year, month, day } = DateTime.fromMillis(time, { zone });
    return Date.UTC(year, month - 1, day);
  });
  for (let date = first; date <= last; date += DAY_MS) {
    const weekday = WEEKDAYS[(new Date(date).getUTCDay() + 6) % 7];
    if (days.includes(weekday)) {
      const start = localTime(date, begin, zone);
      const end = localTime(date + nextDay * DAY_MS, finish, zone);
      if (start < end) {
        openings.push({ start, end });
      }
    }
  }
  return openings;
}

export function isTimeZone(name: string): boolean {
  return IANAZone.isValidZone(name);
}

/** Minutes of `09:30`; of `24:00` those of midnight, which is the next day's. */
export function minutesOf(time: string): number | undefined {
  const match = /^(\d{2}):(\d{2})$/.exec(time);
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : -1;
  if (!match || Number(match[2]) > 59 || minutes > 24 * 60) {
    return undefined;
  }
  return minutes % (24 * 60);
}

function localTime(utcDate: number, minutes: number, zone: IANAZone): number {
  const date = new Date(utcDate);
  return DateTime.fromObject(
    {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      hour: Math.floor(minutes / 60),
      minute: minutes % 60,
    },
    { zone },
  ).toMillis();
}
