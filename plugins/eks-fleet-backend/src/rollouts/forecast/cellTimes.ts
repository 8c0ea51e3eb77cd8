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

import { orderedHops, type PlannedHop } from '../plan/orderedHops';
import type { Durations } from './Durations';
import type { Estimate, ForecastCell, ForecastTrack } from './types';

/** What is left to do on a cell, in seconds, from when it starts or goes on. */
export interface CellTimes {
  /** All that comes before the bake. */
  before: Estimate;
  /** The nodes that wait for the bake. */
  after: Estimate;
  /** When each control plane has left a version. */
  leaves: Array<{ arn: string; version: string; at: Estimate }>;
}

const NONE: Estimate = { p50: 0, p90: 0 };

/** The clusters of a cell move side by side; the hops of one come in turn. */
export function cellTimes(
  { clusters }: ForecastCell,
  durations: Durations,
  now: Date,
): CellTimes {
  const times: CellTimes = { before: NONE, after: NONE, leaves: [] };
  for (const { arn, tracks } of clusters) {
    let before = NONE;
    let after = NONE;
    for (const hop of orderedHops(tracks).filter(isLeft)) {
      const estimate = timeLeft(hop, durations, now);
      if (hop.afterBake) {
        after = sum(after, estimate);
      } else {
        before = sum(before, estimate);
      }
      if (hop.track.kind === 'controlPlane' && hop.from !== undefined) {
        times.leaves.push({ arn, version: hop.from, at: before });
      }
    }
    times.before = longest(times.before, before);
    times.after = longest(times.after, after);
  }
  return times;
}

function isLeft({ hop, track }: PlannedHop): boolean {
  const { done = 0, state } = track as ForecastTrack;
  return hop > done && state !== 'skipped';
}

/** A hop that is under way is done after as long as hops take; one that is late, at any time. */
function timeLeft(
  { hop, track }: PlannedHop,
  durations: Durations,
  now: Date,
): Estimate {
  const {
    batches,
    done = 0,
    hopStartedAt,
    kind,
    nodes,
  } = track as ForecastTrack;
  const { p50, p90 } = durations.of(kind, { nodes, batches });
  const begun =
    hop === done + 1 && hopStartedAt !== undefined
      ? Math.max(now.getTime() - Date.parse(hopStartedAt), 0) / 1000
      : 0;
  return { p50: Math.max(p50 - begun, 0), p90: Math.max(p90 - begun, 0) };
}

function sum(a: Estimate, b: Estimate): Estimate {
  return { p50: a.p50 + b.p50, p90: a.p90 + b.p90 };
}

function longest(a: Estimate, b: Estimate): Estimate {
  return { p50: Math.max(a.p50, b.p50), p90: Math.max(a.p90, b.p90) };
}
