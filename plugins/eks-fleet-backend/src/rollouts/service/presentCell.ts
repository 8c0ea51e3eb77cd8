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
  CellCluster,
  RolloutCell,
  Track,
  Waiting,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { CellClusterRecord, CellRecord, TrackRecord } from '../records';

/** A cell with those of its clusters that a reader may see; `readable` left out for all. */
export function presentCell(
  cell: CellRecord,
  readable?: Set<string>,
): RolloutCell {
  return {
    id: cell.id,
    wave: cell.wave,
    index: cell.place,
    name: cell.name,
    state: cell.state,
    clusters: cell.clusters
      .filter(({ cluster }) => readable?.has(cluster.arn) ?? true)
      .map(record => presentCluster(record, cell)),
    attempt: Math.max(
      cell.attempt,
      ...cell.clusters.flatMap(({ tracks }) =>
        tracks.map(({ attempt }) => attempt),
      ),
    ),
    revision: cell.changed,
    waiting: cell.waiting ?? queuedWaiting(cell),
    error: cell.error,
    startedAt: cell.startedAt,
    endedAt: cell.endedAt,
  };
}

function queuedWaiting({ id, state }: CellRecord): Waiting | undefined {
  return state === 'queued'
    ? {
        code: 'slot.wave',
        message: 'It starts once a cell of its wave before it is done',
        cellId: id,
      }
    : undefined;
}

function presentCluster(
  { cluster, movedOutside, tracks, vanished }: CellClusterRecord,
  cell: CellRecord,
): CellCluster {
  const over = cell.state === 'skipped';
  return {
    arn: cluster.arn,
    entityRef: cluster.entityRef,
    name: cluster.name,
    accountId: cluster.accountId,
    region: cluster.region,
    owner: cluster.owner,
    environment: cluster.environment,
    tracks: tracks.map(track => presentTrack(track, over)),
    movedOutside,
    vanished,
  };
}

function presentTrack(track: TrackRecord, skipped: boolean): Track {
  const over = track.done >= track.hops.length;
  return {
    kind: track.kind,
    name: track.name,
    from: track.from,
    to: track.to,
    now: track.now,
    hops: track.hops,
    hop: Math.min(track.done + (over ? 0 : 1), track.hops.length),
    state: skipped && !over ? 'skipped' : track.state,
    startedAt: track.startedAt,
    endedAt: track.endedAt,
    attempt: track.attempt,
    updateId: track.updateId,
    pullRequest: track.pullRequest,
    waiting: track.waiting,
    error: track.error,
  };
}
