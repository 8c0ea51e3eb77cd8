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
  compareVersions,
  supportAt,
  type Summary,
  type SupportState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A version of the fleet as it will stand on some day. */
export interface VersionOnDay {
  version: string;
  clusters: number;
  state: SupportState;
  /** When that state ends. */
  endsAt?: string;
}

/** The fleet's versions, oldest first, with their state of support in some days. */
export function versionsInDays(
  versions: Summary['versions'],
  now: Date,
  days: number,
): VersionOnDay[] {
  const day = new Date(now.getTime() + days * DAY_MS);
  return [...versions]
    .sort((a, b) => compareVersions(a.version, b.version))
    .map(version => {
      const { state } = supportAt(version, day);
      return {
        version: version.version,
        clusters: version.clusters,
        state,
        endsAt: endOf(state, version),
      };
    });
}

function endOf(
  state: SupportState,
  dates: { endOfStandardSupport?: string; endOfExtendedSupport?: string },
): string | undefined {
  switch (state) {
    case 'standard':
      return dates.endOfStandardSupport;
    case 'extended':
    case 'unsupported':
      return dates.endOfExtendedSupport;
    default:
      return undefined;
  }
}
