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
import { compareAddonVersions } from '../../collection/addonVersions/compareAddonVersions';
import { compareImages } from '../plan/NodeReleases';
import { orderedHops } from '../plan/orderedHops';
import type {
  CellClusterRecord,
  CellRecord,
  CellStage,
  TrackRecord,
} from '../records';

/** What is to be done next in a cluster. */
export interface NextHop {
  track: TrackRecord;
  from: string;
  to: string;
}

/** The first hop that is not done and belongs to what the cell is at. */
export function nextHop(
  { tracks, vanished }: CellClusterRecord,
  stage: CellStage,
): NextHop | undefined {
  if (vanished || stage === 'parked') {
    return undefined;
  }
  if (stage === 'back') {
    return nextHopBack(tracks);
  }
  for (const hop of orderedHops(tracks)) {
    const track = hop.track as TrackRecord;
    if (hop.hop > track.done && track.state !== 'skipped') {
      return hop.afterBake && stage === 'first'
        ? undefined
        : { track, from: hop.from ?? '', to: hop.to };
    }
  }
  return undefined;
}

/** Nodes before the control plane, as no kubelet may be newer than it. */
function nextHopBack(tracks: TrackRecord[]): NextHop | undefined {
  const open = tracks.filter(({ back }) => back && !back.done);
  const track =
    open.find(({ kind }) => kind === 'nodegroup') ??
    open.find(({ kind }) => kind === 'controlPlane');
  return track?.back && { track, from: track.back.from, to: track.back.to };
}

/** Whether nodes are still to follow once the wave has baked. */
export function followsBake({
  clusters,
}: Pick<CellRecord, 'clusters'>): boolean {
  return clusters.some(cluster => nextHop(cluster, 'nodes') !== undefined);
}

/** Whether a part that runs `now` is at `to` or past it. */
export function hasReached(
  kind: TrackRecord['kind'],
  now: string,
  to: string,
): boolean {
  if (now === to) {
    return true;
  }
  if (kind === 'addon') {
    return compareAddonVersions(now, to) >= 0;
  }
  return isMinor(now) && isMinor(to)
    ? versionRank(now) >= versionRank(to)
    : kind === 'nodegroup' && !isMinor(to) && compareImages(now, to) >= 0;
}

/** How many minors a control plane would be moved by; 1 for what it may be moved by at once. */
export function minorsBetween(from: string, to: string): number {
  return versionRank(to) - versionRank(from);
}

function isMinor(version: string): boolean {
  return /^1\.\d{1,3}$/.test(version);
}
