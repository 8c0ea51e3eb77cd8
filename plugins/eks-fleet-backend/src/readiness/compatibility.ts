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

import { versionRank } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { compareReleases, parseRelease } from './assess/versions';

/** Which Kubernetes versions a run of a component's releases goes with. */
export interface ComponentRelease {
  /** The first release, such as `1.5`. */
  from: string;
  /** The first that is no longer meant; the newest are where left out. */
  before?: string;
  /** Both ends are meant; an end that is left out is open. */
  kubernetes: { from?: string; to?: string };
}

/** What is published about one component that EKS does not manage. */
export interface ComponentCompatibility {
  component: string;
  /** Where it was read. */
  source: string;
  /** The day on which it was true, such as `2026-11-24`. */
  asOf: string;
  /** Whether the makers rule out what their table leaves out, or only did not test it. */
  outside: 'incompatible' | 'untested';
  releases: ComponentRelease[];
}

export type CompatibilityTable = readonly ComponentCompatibility[];

export interface ComponentJudgement {
  /**
   * `unknown`: there is a table, and it does not reach so far. `untold`: nobody
   * publishes one.
   */
  state: 'compatible' | 'incompatible' | 'untested' | 'unknown' | 'untold';
  /** The first release that goes with the Kubernetes version. */
  firstGood?: string;
  source?: string;
  asOf?: string;
}

/** What a table says of one release and one Kubernetes version. */
export function judgeComponent(
  table: CompatibilityTable,
  asked: { component: string; version?: string; kubernetesVersion: string },
): ComponentJudgement {
  const entry = table.find(item => item.component === asked.component);
  if (!entry || entry.releases.length === 0) {
    return { state: 'untold', source: entry?.source, asOf: entry?.asOf };
  }
  const { source, asOf } = entry;
  const rank = versionRank(asked.kubernetesVersion);
  const firstGood = entry.releases
    .filter(({ kubernetes }) => covers(kubernetes, rank))
    .map(({ from }) => from)
    .sort(compareReleases)[0];
  const release = parseRelease(asked.version)
    ? entry.releases.find(item => isIn(item, asked.version!))
    : undefined;
  if (!release) {
    return { state: 'unknown', source, asOf };
  }
  if (covers(release.kubernetes, rank)) {
    return { state: 'compatible', source, asOf };
  }
  // A version that came after the table was made is past the end of its
  // newest releases too: that says nothing.
  const horizon = Math.max(
    ...entry.releases.map(({ kubernetes: { to } }) =>
      to === undefined ? Infinity : versionRank(to),
    ),
  );
  if (rank > horizon && versionRank(release.kubernetes.to) === horizon) {
    return { state: 'unknown', source, asOf };
  }
  return { state: entry.outside, firstGood, source, asOf };
}

function isIn({ from, before }: ComponentRelease, version: string): boolean {
  return (
    compareReleases(version, from) >= 0 &&
    (before === undefined || compareReleases(version, before) < 0)
  );
}

function covers(
  { from, to }: ComponentRelease['kubernetes'],
  rank: number,
): boolean {
  return (
    (from === undefined || rank >= versionRank(from)) &&
    (to === undefined || rank <= versionRank(to))
  );
}
