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

import type { PlannedCellPart, PlannedClusterPart } from '../types';
import { orderedHops, type PlannedHop } from '../plan/orderedHops';
import type { Durations, Estimate } from './Durations';

/** What a cell takes, in seconds, from when it starts. */
export interface CellTimes {
  /** All that comes before the bake. */
  before: Estimate;
  /** The nodes that wait for the bake. */
  after: Estimate;
  /** When each control plane has left a version, from the cell's start. */
  leaves: Array<{ arn: string; version: string; at: Estimate }>;
}

const NONE: Estimate = { p50: 0, p90: 0 };

/** The clusters of a cell move side by side; the hops of one come in turn. */
export function cellTimes(
  { clusters }: PlannedCellPart,
  durations: Durations,
): CellTimes {
  const times: CellTimes = { before: NONE, after: NONE, leaves: [] };
  for (const part of clusters) {
    let before = NONE;
    let after = NONE;
    for (const hop of orderedHops(part.tracks)) {
      const estimate = hopTime(part, hop, durations);
      if (hop.afterBake) {
        after = sum(after, estimate);
      } else {
        before = sum(before, estimate);
      }
      if (hop.track.kind === 'controlPlane' && hop.from !== undefined) {
        const { arn } = part.cluster;
        times.leaves.push({ arn, version: hop.from, at: before });
      }
    }
    times.before = longest(times.before, before);
    times.after = longest(times.after, after);
  }
  return times;
}

function hopTime(
  { cluster }: PlannedClusterPart,
  { track }: PlannedHop,
  durations: Durations,
): Estimate {
  if (track.kind !== 'nodegroup') {
    return durations.of(track.kind);
  }
  const nodegroup = cluster.observations.nodegroups?.document?.nodegroups.find(
    ({ name }) => name === track.name,
  );
  const nodes = nodegroup?.desiredSize ?? 1;
  const atOnce = Math.max(
    nodegroup?.maxUnavailable ??
      Math.floor((nodes * (nodegroup?.maxUnavailablePercentage ?? 0)) / 100),
    1,
  );
  return durations.of('nodegroup', {
    nodes,
    batches: Math.ceil(nodes / atOnce),
  });
}

function sum(a: Estimate, b: Estimate): Estimate {
  return { p50: a.p50 + b.p50, p90: a.p90 + b.p90 };
}

function longest(a: Estimate, b: Estimate): Estimate {
  return { p50: Math.max(a.p50, b.p50), p90: Math.max(a.p90, b.p90) };
}
