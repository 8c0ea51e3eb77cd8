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
import { rollbackClock, stepBack } from '../engine/rollbackClock';
import type {
  CellRecord,
  NewLogEntry,
  RolloutChanges,
  RolloutSnapshot,
  TrackRecord,
} from '../records';

export interface CellActContext {
  by: string;
  now: Date;
}

/** What a person's act makes of a cell. Only its `id` of a request is not of what is recorded. */
export function applyCellAct(
  cell: CellRecord,
  snapshot: RolloutSnapshot,
  { act, reason = '', secondPerson }: RolloutCellAct,
  context: CellActContext,
): { cell: CellRecord; nextAt: string; changes: RolloutChanges } {
  const { lifecycle } = snapshot.rollout;
  const open = ['running', 'paused', 'stopping'];
  if (!(act === 'rollBack' ? [...open, 'done'] : open).includes(lifecycle)) {
    throw new ConflictError(
      `The rollout is ${lifecycle}; what is left over goes into a rollout of stragglers`,
    );
  }
  switch (act) {
    case 'retry':
      return retry(cell, snapshot, reason, context);
    case 'skip':
      return skip(cell, reason, context);
    case 'force':
      return force(cell, snapshot, reason, secondPerson, context);
    default:
      return rollBack(cell, snapshot, reason, secondPerson, context);
  }
}

function retry(
  cell: CellRecord,
  { waves }: RolloutSnapshot,
  reason: string,
  context: CellActContext,
) {
  if (cell.state !== 'failed' && cell.state !== 'skipped') {
    throw new ConflictError(
      `${cell.name} is ${cell.state}; only what failed or was skipped is tried again`,
    );
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
        entry(cell, context, 'cell.retry', `Tries ${cell.name} again`, reason),
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

function skip(cell: CellRecord, reason: string, context: CellActContext) {
  if (!['planned', 'queued', 'running', 'failed'].includes(cell.state)) {
    throw new ConflictError(`${cell.name} is ${cell.state} already`);
  }
  return {
    cell: {
      ...cell,
      state: 'skipped' as const,
      waiting: undefined,
      endedAt: context.now.toISOString(),
    },
    nextAt: '',
    changes: {
      revises: true,
      nextAt: context.now.toISOString(),
      log: [
        entry(
          cell,
          context,
          'cell.skip',
          cell.state === 'running'
            ? `Skipped ${cell.name}; what is under way in it is not followed any more`
            : `Skipped ${cell.name}`,
          reason,
        ),
      ],
    },
  };
}

/** One person asks, with a reason; another one agrees, and it is tried again with force. */
function force(
  cell: CellRecord,
  snapshot: RolloutSnapshot,
  reason: string,
  request: string | undefined,
  context: CellActContext,
) {
  const { by, now } = context;
  if (cell.state !== 'failed' && cell.state !== 'running') {
    throw new ConflictError(
      `${cell.name} is ${cell.state}; only what is blocked can be forced`,
    );
  }
  if (reason.trim() === '') {
    throw new InputError('reason: forcing needs one');
  }
  const asked = cell.clusters.find(({ forceAsked }) => forceAsked)?.forceAsked;
  const at = now.toISOString();
  if (request === undefined) {
    const forceAsked = { id: randomUUID(), by, reason, at };
    return {
      cell: {
        ...cell,
        clusters: cell.clusters.map(cluster => ({ ...cluster, forceAsked })),
      },
      nextAt: cell.state === 'running' ? at : '',
      changes: {
        revises: true,
        log: [
          entry(
            cell,
            context,
            'cell.forceAsked',
            `Asks for somebody else to agree to force ${cell.name} (${forceAsked.id})`,
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
      'Whoever asked to force it cannot agree to it; it takes somebody else',
    );
  }
  const forced = { askedBy: asked.by, agreedBy: by, reason: asked.reason, at };
  const withForce: CellRecord = {
    ...cell,
    clusters: cell.clusters.map(({ forceAsked, ...cluster }) => ({
      ...cluster,
      forced,
    })),
  };
  const log = entry(
    cell,
    context,
    'cell.forced',
    `Agreed to force ${cell.name}, as ${asked.by} had asked: ${asked.reason}`,
    reason,
  );
  if (cell.state === 'running') {
    return {
      cell: withForce,
      nextAt: at,
      changes: { revises: true, log: [log] },
    };
  }
  const tried = retry(withForce, snapshot, reason, context);
  return { ...tried, changes: { ...tried.changes, log: [log] } };
}

/** One person asks, with a reason; another one agrees, and the rollout stands meanwhile. */
function rollBack(
  cell: CellRecord,
  { rollout }: RolloutSnapshot,
  reason: string,
  request: string | undefined,
  context: CellActContext,
) {
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
    const { message, state } = rollbackClock(record, { way: 'guided' }, now);
    if (state === 'expired' || state === 'pastPoint') {
      throw new ConflictError(`${record.cluster.name}: ${message}`);
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
    const backAsked = { id: randomUUID(), by, reason, at };
    return {
      cell: {
        ...cell,
        clusters: cell.clusters.map(cluster => ({ ...cluster, backAsked })),
      },
      nextAt: '',
      changes: {
        revises: true,
        log: [
          entry(
            cell,
            context,
            'cell.backAsked',
            `Asks for somebody else to agree to take ${cell.name} back (${backAsked.id})`,
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
      clusters: cell.clusters.map(({ backAsked, ...cluster }) => ({
        ...cluster,
        tracks: goBack(cluster.tracks),
      })),
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
        entry(
          cell,
          context,
          'cell.rollBack',
          `Agreed to take ${cell.name} back, as ${asked.by} had asked: ${asked.reason}`,
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
    return step && own
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

function entry(
  cell: CellRecord,
  { by, now }: CellActContext,
  code: string,
  message: string,
  reason: string,
): NewLogEntry {
  return {
    at: now.toISOString(),
    actor: by,
    code,
    message,
    level: 'info',
    wave: cell.wave,
    cellId: cell.id,
    ...(reason && { reason }),
  };
}
