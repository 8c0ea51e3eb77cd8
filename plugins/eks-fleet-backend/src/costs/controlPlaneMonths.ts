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

import type {
  ControlPlanePrices,
  CostMonth,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { DateTime, Interval } from 'luxon';
import { cents } from '../summary/cents';
import type { VersionDates } from '../versions/SupportCalendar';

const MONTHS = 12;

/**
 * What control planes of one version cost in each of the next twelve calendar
 * months, this one first, if none of them moves. Extended support is billed
 * from the UTC day on which standard support ends, and goes on being billed
 * after its own end for as long as the cluster stays.
 */
export function controlPlaneMonths(
  clusters: number,
  dates: VersionDates | undefined,
  prices: ControlPlanePrices,
  now: Date,
): CostMonth[] {
  const first = DateTime.fromJSDate(now, { zone: 'utc' }).startOf('month');
  const end = dates?.endOfStandardSupport;
  const extendedFrom =
    end === undefined
      ? undefined
      : DateTime.fromISO(end, { zone: 'utc' }).startOf('day');
  return Array.from({ length: MONTHS }, (_, index) => {
    const start = first.plus({ months: index });
    const month = Interval.fromDateTimes(start, start.plus({ months: 1 }));
    const extendedHours = hoursFrom(month, extendedFrom);
    const added =
      extendedHours * (prices.extendedUsdPerHour - prices.standardUsdPerHour);
    return {
      month: start.toFormat('yyyy-MM'),
      controlPlaneUsd: cents(
        clusters * (month.length('hours') * prices.standardUsdPerHour + added),
      ),
      extendedSupportUsd: cents(clusters * added),
      clustersExtended: extendedHours > 0 ? clusters : 0,
    };
  });
}

function hoursFrom(month: Interval, from: DateTime | undefined): number {
  if (!from?.isValid || !month.end || !month.start || from >= month.end) {
    return 0;
  }
  const start = from > month.start ? from : month.start;
  return month.end.diff(start, 'hours').hours;
}

/** Adds up months that begin with the same one. */
export function addMonths(a: CostMonth[], b: CostMonth[]): CostMonth[] {
  return b.map((month, index) => ({
    month: month.month,
    controlPlaneUsd: cents(
      month.controlPlaneUsd + (a[index]?.controlPlaneUsd ?? 0),
    ),
    extendedSupportUsd: cents(
      month.extendedSupportUsd + (a[index]?.extendedSupportUsd ?? 0),
    ),
    clustersExtended:
      month.clustersExtended + (a[index]?.clustersExtended ?? 0),
  }));
}
