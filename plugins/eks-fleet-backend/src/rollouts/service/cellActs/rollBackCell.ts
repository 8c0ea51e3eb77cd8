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

import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import type { RolloutCellAct } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { randomUUID } from 'node:crypto';
import { rollbackClock, stepBack } from '../../engine/rollbackClock';
import type { CellRecord, RolloutSnapshot, TrackRecord } from '../../records';
import { logEntry } from './logEntry';
import type { CellActContext, CellActResult } from './types';

/** One person asks, with a reason; another one agrees, and the rollout stands meanwhile. */
export function rollBackCell(
  cell: CellRecord,
  { rollout }: RolloutSnapshot,
  { force, reason = '', secondPerson: request }: RolloutCellAct,
  context: CellActContext,
): CellActResult {
  const { by, now } = context;
  const at = now.toISOString();
  if (
    cell.state !== 'succeeded' &&
    cell.state !== 'failed' &&
    !(cell.state === 'running' && cell.stage === 'parked')
  ) {
    throw new ConflictError(
      `${cell.name} is ${cell.state}; only what was moved and is at rest is taken back`,
    );
  }
  for (const record of cell.clusters) {
    const { message, state } = rollbackClock(record, { way: 'direct' }, now);
    if (state === 'expired' || state === 'pastPoint') {
      throw new ConflictError(
        `${record.cluster.name}: not possible, because: ${message}`,
      );
    }
  }
  if (cell.clusters.every(({ tracks }) => !stepBackOf(tracks))) {
    throw new ConflictError(`No control plane of ${cell.name} was moved`);
  }
  const asked = cell.clusters.find(({ backAsked }) => backAsked)?.backAsked;
  if (request === undefined) {
    if (reason.trim() === '') {
      throw new InputError('reason: taking back needs one');
    }
    const backAsked = {
      id: randomUUID(),
      by,
      reason,
      at,
      ...(force && { force }),
    };
    return {
      cell: {
        ...cell,
        clusters: cell.clusters.map(cluster => ({ ...cluster, backAsked })),
      },
      nextAt: '',
      changes: {
        revises: true,
        log: [
          logEntry(
            cell,
            context,
            'cell.backAsked',
            `Asks for somebody else to agree to take ${cell.name} back${
              force ? ' with force' : ''
            }`,
            reason,
          ),
        ],
      },
    };
  }
  if (!asked || asked.id !== request) {
    throw new ConflictError('secondPerson: nobody asked for this');
  }
  if (asked.by === by) {
    throw new NotAllowedError(
      'Whoever asked to take it back cannot agree to it; it takes somebody else',
    );
  }
  if ((asked.force ?? false) !== (force ?? false)) {
    throw new ConflictError(
      asked.force
        ? 'force: it was asked for with force; agree to that, or have it asked for without'
        : 'force: it was asked for without force; have it asked for with force, and why',
    );
  }
  const forced = asked.force && {
    askedBy: asked.by,
    agreedBy: by,
    reason: asked.reason,
    at,
  };
  const paused = {
    code: 'paused' as const,
    message: `${cell.name} is taken back: ${asked.reason}`,
    by,
    at,
  };
  return {
    cell: {
      ...cell,
      state: 'rollingBack' as const,
      stage: 'back' as const,
      waiting: undefined,
      error: undefined,
      endedAt: undefined,
      // What was forced on the way there is not forced on the way back.
      clusters: cell.clusters.map(
        ({ backAsked, forced: _forced, guided: _guided, ...cluster }) => ({
          ...cluster,
          ...(forced && { forced }),
          ...(context.guided?.has(cluster.cluster.arn) && { guided: {} }),
          tracks: goBack(cluster.tracks),
        }),
      ),
    },
    nextAt: at,
    changes: {
      revises: true,
      ...(rollout.lifecycle === 'running' && {
        rollout: {
          lifecycle: 'paused' as const,
          control: { ...rollout.control, paused },
        },
        nextAt: at,
      }),
      log: [
        logEntry(
          cell,
          context,
          'cell.rollBack',
          `Agreed to take ${cell.name} back${forced ? ' with force' : ''}, as ${
            asked.by
          } had asked: ${asked.reason}`,
          reason,
        ),
      ],
    },
  };
}

function stepBackOf(tracks: TrackRecord[]) {
  return stepBack(tracks.find(({ kind }) => kind === 'controlPlane'));
}

/** The control plane by one minor, and with it the nodes that came along. */
function goBack(tracks: TrackRecord[]): TrackRecord[] {
  const step = stepBackOf(tracks);
  return tracks.map(track => {
    const own =
      track.kind === 'controlPlane' ||
      (track.kind === 'nodegroup' && track.done > 0);
    // What is back already stays so when the rest is tried again.
    return step && own && !track.back?.done
      ? {
          ...track,
          state: 'rollingBack',
          back: {
            from: track.hops[track.done - 1] ?? step.from,
            to: step.to,
            done: false,
          },
          attempt: track.attempt + 1,
          hopStartedAt: undefined,
          retryAt: undefined,
          updateId: undefined,
          pullRequest: undefined,
          waiting: undefined,
          error: undefined,
          intent: undefined,
          memory: {},
        }
      : track;
  });
}
