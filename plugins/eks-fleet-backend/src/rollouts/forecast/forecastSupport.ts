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

import {
  supportAt,
  versionRank,
  type SupportForecast,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Course, ForecastInput } from './types';

const HOUR_MS = 3600 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** When clusters have left each version, against its dates, and what they cost till then. */
export function forecastSupport(
  { support, extendedUsdPerHour, now }: ForecastInput,
  { p50, p90 }: { p50: Course; p90: Course },
): { support: SupportForecast[]; conflicts: string[] } {
  const time = now.getTime();
  const latest = lastLeave(p90);
  const forecasts: SupportForecast[] = [];
  const conflicts: string[] = [];
  for (const [version, leaves] of firstVersions(p50)) {
    const dates = support.find(item => item.version === version);
    const end = startOfDay(dates?.endOfStandardSupport);
    if (end === undefined) {
      continue;
    }
    const hours = leaves.reduce(
      (sum, { at }) => sum + Math.max(at - Math.max(time, end), 0) / HOUR_MS,
      0,
    );
    const last50 = Math.max(...leaves.map(({ at }) => at));
    const last90 = latest.get(version) ?? last50;
    forecasts.push({
      version,
      clusters: leaves.length,
      end: new Date(end).toISOString(),
      state: stateOf(end, last50, last90),
      extendedSupportUsd: cents(hours * extendedUsdPerHour),
    });
    const forced = leaves.filter(
      ({ at }) => supportAt(dates, new Date(at)).state === 'unsupported',
    ).length;
    if (forced > 0) {
      conflicts.push(
        `All support of ${version} ends before ${
          forced === 1 ? '1 cluster has' : `${forced} clusters have`
        } left it: AWS may move ${forced === 1 ? 'it' : 'them'} at any time`,
      );
    }
  }
  forecasts.sort((a, b) => versionRank(a.version) - versionRank(b.version));
  return { support: forecasts, conflicts };
}

type Leaves = Course['leaves'];

/** By the version that a cluster runs now, when it has left it. */
function firstVersions({ leaves }: Course): Map<string, Leaves> {
  const first = new Map<string, Leaves[number]>();
  for (const leave of leaves) {
    const known = first.get(leave.arn);
    if (!known || leave.at < known.at) {
      first.set(leave.arn, leave);
    }
  }
  const versions = new Map<string, Leaves>();
  for (const leave of first.values()) {
    const own = versions.get(leave.version) ?? [];
    versions.set(leave.version, own);
    own.push(leave);
  }
  return versions;
}

function lastLeave(course: Course): Map<string, number> {
  return new Map(
    [...firstVersions(course)].map(([version, leaves]) => [
      version,
      Math.max(...leaves.map(({ at }) => at)),
    ]),
  );
}

function stateOf(
  end: number,
  last50: number,
  last90: number,
): SupportForecast['state'] {
  if (last90 < end) {
    return 'before';
  }
  return last50 < end ? 'maybe' : 'after';
}

/** Extended support is billed from the beginning of the UTC day. */
function startOfDay(date: string | undefined): number | undefined {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? undefined : Math.floor(time / DAY_MS) * DAY_MS;
}

function cents(usd: number): number {
  return Math.round(usd * 100) / 100;
}
