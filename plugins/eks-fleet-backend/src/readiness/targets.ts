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
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { VersionDates } from '../versions/SupportCalendar';

/** A cluster is assessed for so many versions at the most. */
const MAX_TARGETS = 5;

/** The versions that EKS offers now, the oldest first. */
export function offeredVersions(versions: VersionDates[], now: Date): string[] {
  return versions
    .filter(
      item =>
        !(Date.parse(item.releaseDate ?? '') > now.getTime()) &&
        supportAt(item, now).state !== 'unsupported',
    )
    .map(({ version }) => version)
    .sort((a, b) => versionRank(a) - versionRank(b));
}

export function newestVersion(
  versions: VersionDates[],
  now: Date,
): string | undefined {
  return offeredVersions(versions, now).at(-1);
}

/** The oldest version that still has standard support. */
export function supportedVersion(
  versions: VersionDates[],
  now: Date,
): string | undefined {
  const offered = offeredVersions(versions, now);
  return offered.find(version => {
    const dates = versions.find(item => item.version === version);
    return supportAt(dates, now).state === 'standard';
  });
}

/**
 * The versions that a cluster can be moved to, the oldest first: the next one
 * in any case, the one that leaves extended support, and the newest.
 */
export function targetsOf(
  versions: VersionDates[],
  current: string | undefined,
  now: Date,
): string[] {
  const rank = versionRank(current);
  if (rank < 0) {
    return [];
  }
  const known = versions.map(({ version }) => version);
  const next = known.find(version => versionRank(version) === rank + 1);
  const later = offeredVersions(versions, now).filter(
    version => versionRank(version) > rank,
  );
  if (later.length === 0) {
    return [];
  }
  const first = [next, supportedVersion(versions, now), later.at(-1)].filter(
    (version): version is string =>
      version !== undefined && versionRank(version) > rank,
  );
  return [...new Set([...first, ...later])]
    .slice(0, MAX_TARGETS)
    .sort((a, b) => versionRank(a) - versionRank(b));
}
