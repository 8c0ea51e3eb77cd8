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

import type { PlannedTrack } from '../types';

/** One hop of one part of a cluster, in its place. */
export interface PlannedHop {
  track: PlannedTrack;
  /** Which of the track's hops, from 1. */
  hop: number;
  from?: string;
  to: string;
  /** Whether it waits for the bake. */
  afterBake: boolean;
}

/** All hops of a cluster in the order in which they are made. */
export function orderedHops(tracks: PlannedTrack[]): PlannedHop[] {
  return tracks
    .flatMap(track =>
      track.hops.map((to, index) => ({
        place: track.order[index],
        hop: {
          track,
          hop: index + 1,
          from: index === 0 ? track.from : track.hops[index - 1],
          to,
          afterBake:
            track.afterBake === true && index === track.hops.length - 1,
        },
      })),
    )
    .sort((a, b) => a.place - b.place)
    .map(({ hop }) => hop);
}
