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
  StepError,
  Waiting,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  ENGINE,
  type CellClusterRecord,
  type NewLogEntry,
  type TrackRecord,
} from '../records';
import type { ClusterStepContext } from './cellStep';
import { hasReached } from './hops';

/** Writes a line of log about a cluster of a cell. */
export type Log = (
  code: string,
  message: string,
  level: NewLogEntry['level'],
) => void;

/** It stays as it is until somebody retries or skips it. */
export function fail(
  track: TrackRecord,
  at: string,
  log: Log,
  error: StepError,
): { track: TrackRecord } {
  log('hop.failed', sentence(error), 'error');
  return {
    track: {
      ...track,
      state: 'failed',
      error,
      endedAt: at,
      waiting: undefined,
      intent: undefined,
      retryAt: undefined,
    },
  };
}

/** So many hops further. */
export function hopDone(
  track: TrackRecord,
  now: string,
  at: string,
  hops: number,
): TrackRecord {
  const done = track.done + hops;
  const over = done >= track.hops.length;
  return {
    ...track,
    done,
    now,
    movedAt: at,
    state: over ? 'succeeded' : 'running',
    startedAt: track.startedAt ?? at,
    endedAt: over ? at : undefined,
    hopStartedAt: undefined,
    retryAt: undefined,
    waiting: undefined,
    error: undefined,
    intent: undefined,
    memory: {},
  };
}

/** Back where it came from. */
export function hopBackDone(track: TrackRecord, now: string): TrackRecord {
  return {
    ...track,
    now,
    state: 'rolledBack',
    back: track.back && { ...track.back, done: true },
    hopStartedAt: undefined,
    retryAt: undefined,
    waiting: undefined,
    error: undefined,
    intent: undefined,
  };
}

export function hopsReached(track: TrackRecord, now: string): number {
  const reached = track.hops.findLastIndex(hop =>
    hasReached(track.kind, now, hop),
  );
  return Math.max(reached + 1, 0);
}

/** What a part waits for that is tried again later. */
export function backingOff(track: TrackRecord): Omit<Waiting, 'since'> {
  return {
    code: 'retry.backoff',
    message: `${
      track.error ? sentence(track.error) : 'It failed'
    }; it is tried again for the ${track.attempt}. time`,
    until: track.retryAt,
  };
}

/** An error in one line. */
export function sentence({ code, message }: StepError): string {
  return message ? `${code}: ${message}` : code;
}

/** Logs with where in the rollout it is. */
export function logger(
  { cluster }: CellClusterRecord,
  { before, now, step }: ClusterStepContext,
): Log {
  return (code, message, level) =>
    step.log.push({
      at: now.toISOString(),
      actor: ENGINE,
      code,
      message,
      level,
      wave: before.wave,
      cellId: before.id,
      arn: cluster.arn,
    });
}
