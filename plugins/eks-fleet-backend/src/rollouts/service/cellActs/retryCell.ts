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

import { ConflictError } from '@backstage/errors';
import type { CellRecord, RolloutSnapshot, TrackRecord } from '../../records';
import { logEntry } from './logEntry';
import type { CellActContext, CellActResult } from './types';

/** What failed or was skipped is tried again. */
export function retryCell(
  cell: CellRecord,
  { waves }: RolloutSnapshot,
  reason: string,
  context: CellActContext,
): CellActResult {
  if (cell.state !== 'failed' && cell.state !== 'skipped') {
    throw new ConflictError(
      `${cell.name} is ${cell.state}; only what failed or was skipped is tried again`,
    );
  }
  if (cell.stage === 'back') {
    return retryBack(cell, reason, context);
  }
  const wave = waves.find(({ index }) => index === cell.wave);
  if (
    !wave ||
    wave.lifecycle === 'done' ||
    wave.lifecycle === 'cancelled' ||
    wave.state.skipped
  ) {
    throw new ConflictError(
      `Wave ${
        wave?.name ?? cell.wave
      } is over; what is left over goes into a rollout of stragglers`,
    );
  }
  const begun = wave.lifecycle === 'running' || wave.lifecycle === 'baking';
  return {
    cell: {
      ...cell,
      state: begun ? ('queued' as const) : ('planned' as const),
      stage:
        cell.stage === 'nodes' && wave.state.stage === 'nodes'
          ? ('nodes' as const)
          : ('first' as const),
      attempt: cell.attempt + 1,
      waiting: undefined,
      error: undefined,
      endedAt: undefined,
      clusters: cell.clusters.map(cluster => ({
        ...cluster,
        vanished: undefined,
        tracks: cluster.tracks.map(again),
      })),
    },
    nextAt: '',
    changes: {
      revises: true,
      nextAt: context.now.toISOString(),
      log: [
        logEntry(
          cell,
          context,
          'cell.retry',
          `Tries ${cell.name} again`,
          reason,
        ),
      ],
    },
  };
}

/** Two have agreed to take it back; what failed of that is tried again, whatever its wave is at. */
function retryBack(
  cell: CellRecord,
  reason: string,
  context: CellActContext,
): CellActResult {
  return {
    cell: {
      ...cell,
      state: 'rollingBack',
      attempt: cell.attempt + 1,
      waiting: undefined,
      error: undefined,
      endedAt: undefined,
      clusters: cell.clusters.map(cluster => ({
        ...cluster,
        tracks: cluster.tracks.map(track =>
          track.state === 'failed'
            ? { ...again(track), state: 'rollingBack' }
            : track,
        ),
      })),
    },
    nextAt: context.now.toISOString(),
    changes: {
      revises: true,
      log: [
        logEntry(
          cell,
          context,
          'cell.retry',
          `Tries to take ${cell.name} back again`,
          reason,
        ),
      ],
    },
  };
}

function again(track: TrackRecord): TrackRecord {
  return track.state === 'failed' || track.state === 'skipped'
    ? {
        ...track,
        state: track.done > 0 ? 'running' : 'planned',
        attempt: track.attempt + 1,
        hopStartedAt: undefined,
        endedAt: undefined,
        retryAt: undefined,
        updateId: undefined,
        pullRequest: undefined,
        waiting: undefined,
        error: undefined,
        intent: undefined,
        memory: {},
      }
    : track;
}
