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
  TogetherHop,
  TogetherWork,
  TrackWork,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { CellClusterRecord, CellRecord } from '../records';
import { orderedHops } from '../plan/orderedHops';
import { nextHop } from './hops';

type Asked = Pick<
  TrackWork,
  'kind' | 'name' | 'to' | 'attempt' | 'direction' | 'cluster'
>;

/** `undefined` for cells that are on their way back, which nobody joins. */
export type FindTogether = (
  cell: CellRecord,
  work: Asked,
) => TogetherWork | undefined;

/**
 * Which hops are to be proposed at once, of these cells: those that started at
 * the same moment in the same wave, to the same version of the same part, at
 * the same attempt. Who failed, was skipped or vanished is no longer one of
 * them; who is done with it still is.
 *
 * Only those are waited for that come the same way: of two that each have first
 * what the other has last, neither would ever go on.
 */
export function findTogether(cells: CellRecord[]): FindTogether {
  const batches = new Map<string, CellRecord[]>();
  for (const cell of cells) {
    const key = batchOf(cell);
    batches.set(key, [...(batches.get(key) ?? []), cell]);
  }
  // All that are together are told of the same, however many they are.
  const found = new Map<string, TogetherWork>();
  return (cell, work) => {
    const own = cell.clusters.find(
      ({ cluster }) => cluster.arn === work.cluster.arn,
    );
    if (work.direction === 'back' || !own) {
      return undefined;
    }
    const batch = batchOf(cell);
    const { attempt, kind, name, to } = work;
    const way = wayTo(own, work);
    const key = JSON.stringify([batch, kind, name, to, attempt, way]);
    const known =
      found.get(key) ?? toTogether(batches.get(batch) ?? [cell], work, way);
    found.set(key, known);
    return known;
  };
}

function batchOf({ rolloutId, startedAt, wave }: CellRecord): string {
  return JSON.stringify([rolloutId, wave, startedAt]);
}

/** The hops of a cluster before this one. */
function wayTo(
  { tracks }: CellClusterRecord,
  { kind, name, to }: Pick<Asked, 'kind' | 'name' | 'to'>,
): string {
  const hops = orderedHops(tracks).map(hop =>
    JSON.stringify([hop.track.kind, hop.track.name, hop.to]),
  );
  const index = hops.indexOf(JSON.stringify([kind, name, to]));
  return hops.slice(0, Math.max(index, 0)).join(' ');
}

function toTogether(
  cells: CellRecord[],
  asked: Asked,
  way: string,
): TogetherWork {
  const members: TogetherHop[] = [];
  const behind: string[] = [];
  for (const cell of cells) {
    const isIn =
      cell.stage !== 'back' &&
      (cell.state === 'running' || cell.state === 'succeeded');
    for (const cluster of isIn ? cell.clusters : []) {
      const standing = standingOf(cell, cluster, asked);
      if (standing !== 'behind') {
        members.push(...(standing ? [standing] : []));
      } else if (wayTo(cluster, asked) === way) {
        behind.push(cluster.cluster.name);
      }
    }
  }
  return { members, behind };
}

function standingOf(
  cell: CellRecord,
  cluster: CellClusterRecord,
  { attempt, kind, name, to }: Asked,
): TogetherHop | 'behind' | undefined {
  const track = cluster.tracks.find(
    each => each.kind === kind && each.name === name,
  );
  const index = track?.hops.indexOf(to) ?? -1;
  if (!track || index < 0 || cluster.vanished) {
    return undefined;
  }
  const isDone = track.done > index;
  if (!isDone && (track.state === 'failed' || track.state === 'skipped')) {
    return undefined;
  }
  const next = nextHop(cluster, cell.stage);
  const isAtIt = next?.track === track && next.to === to;
  if (!isDone && (!isAtIt || track.attempt < attempt)) {
    return 'behind';
  }
  if (!isDone && track.attempt > attempt) {
    return undefined;
  }
  return {
    cellId: cell.id,
    cluster: cluster.cluster,
    kind,
    name,
    direction: 'forward',
    from: (index === 0 ? track.from : track.hops[index - 1]) ?? '',
    to,
    releaseVersion: track.releaseVersion,
    isDone,
  };
}
