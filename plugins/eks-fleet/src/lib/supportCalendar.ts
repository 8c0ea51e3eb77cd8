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

import type { Cluster } from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** A stretch of the calendar bar, in percent of its width. */
export interface CalendarSpan {
  state: 'standard' | 'extended' | 'unsupported';
  start: number;
  end: number;
}

export interface SupportCalendar {
  spans: CalendarSpan[];
  /** Where now is, in percent. */
  now: number;
}

const MONTH_MS = 30.4 * 24 * 60 * 60 * 1000;
/** EKS supports a version for 14 months before its extended support. */
const STANDARD_MONTHS = 14;
const MARGIN_MONTHS = 2;

/** The support of a version drawn to scale; `undefined` where dates are unknown. */
export function supportCalendar(
  support: Cluster['support'],
  now: Date,
): SupportCalendar | undefined {
  const standardEnd = Date.parse(support.endOfStandardSupport ?? '');
  const extendedEnd = Date.parse(support.endOfExtendedSupport ?? '');
  if (Number.isNaN(standardEnd) || Number.isNaN(extendedEnd)) {
    return undefined;
  }
  const time = now.getTime();
  const from = Math.min(standardEnd - STANDARD_MONTHS * MONTH_MS, time);
  const to = Math.max(extendedEnd, time) + MARGIN_MONTHS * MONTH_MS;
  const percent = (at: number) =>
    Math.round(((at - from) / (to - from)) * 1000) / 10;
  return {
    spans: [
      { state: 'standard', start: 0, end: percent(standardEnd) },
      {
        state: 'extended',
        start: percent(standardEnd),
        end: percent(extendedEnd),
      },
      { state: 'unsupported', start: percent(extendedEnd), end: 100 },
    ],
    now: percent(time),
  };
}
