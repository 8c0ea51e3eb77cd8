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
  RolloutCell,
  Track,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { cellStates } from '../states';
import type { Translate } from '../translation';

/** Cells by id, with those that changed in the place of what they were. */
export function mergeCells(
  before: ReadonlyMap<string, RolloutCell>,
  changed: RolloutCell[],
): ReadonlyMap<string, RolloutCell> {
  const news = changed.filter(
    cell => (before.get(cell.id)?.revision ?? -1) < cell.revision,
  );
  if (news.length === 0) {
    return before;
  }
  const merged = new Map(before);
  for (const cell of news) {
    merged.set(cell.id, cell);
  }
  return merged;
}

/** Cells by wave, each in its order. */
export function cellsByWave(
  cells: Iterable<RolloutCell>,
): Map<number, RolloutCell[]> {
  const waves = new Map<number, RolloutCell[]>();
  for (const cell of cells) {
    const wave = waves.get(cell.wave);
    if (wave) {
      wave.push(cell);
    } else {
      waves.set(cell.wave, [cell]);
    }
  }
  for (const wave of waves.values()) {
    wave.sort((a, b) => a.index - b.index);
  }
  return waves;
}

/** The clusters of cells. */
export function arnsOf(
  cells: Iterable<Pick<RolloutCell, 'clusters'>>,
): Set<string> {
  return new Set(
    [...cells].flatMap(({ clusters }) => clusters.map(({ arn }) => arn)),
  );
}

/** What a track is of, such as `control plane` or `node group workers`. */
export function trackName(track: Track, t: Translate): string {
  switch (track.kind) {
    case 'controlPlane':
      return t('rollout.controlPlane');
    case 'addon':
      return t('rollout.addon', { name: track.name ?? '?' });
    default:
      return t('rollout.nodegroup', { name: track.name ?? '?' });
  }
}

/** A cell in a few lines, for a hover. */
export function describeCell(cell: RolloutCell, t: Translate): string {
  const several = cell.clusters.length > 1;
  return [
    `${cell.name}: ${t(cellStates[cell.state].word)}`,
    cell.waiting?.message,
    cell.error && `${cell.error.code}: ${cell.error.message}`,
    ...cell.clusters.flatMap(cluster =>
      cluster.tracks.map(track => {
        const name = trackName(track, t);
        const of = several ? `${cluster.name}, ${name}` : name;
        const state = t(cellStates[track.state].word);
        return `${of}: ${track.from ?? '?'} → ${track.to ?? '?'}, ${state}`;
      }),
    ),
  ]
    .filter(Boolean)
    .join('\n');
}
