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
import type {
  TrackDecision,
  TrackIntent,
  TrackNotes,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import {
  ENGINE,
  type CellClusterRecord,
  type CellRecord,
  type NewLogEntry,
  type TrackRecord,
} from '../records';
import type { DurationSample } from '../forecast/types';
import { followsBake, hasReached, minorsBetween, nextHop } from './hops';
import { retryDelaySeconds } from './retryDelaySeconds';
import { sameWaiting } from './sameWaiting';

/** Whether anything may be changed just now, or what keeps it. */
export type Permit =
  | { may: true }
  | {
      may: false;
      /** Whether calls that change nothing and keep others from it are made all the same. */
      mayProtect: boolean;
      waiting: Omit<Waiting, 'since'>;
    };

/** What its executor made of a cluster's hop. */
export type Decision = TrackDecision & { notes?: TrackNotes };

export interface CellStepOptions {
  permit: Permit;
  /** How often a failed hop is tried again. */
  retries: number;
  /** Whether the gates of its wave are open. */
  gatesOpen: boolean;
  now: Date;
}

/** What becomes of a cell, and the calls to make once that is written down. */
export interface CellStep {
  cell: CellRecord;
  /** ARNs, each with what is about to be done. */
  acts: Array<{ arn: string; intent: TrackIntent }>;
  log: NewLogEntry[];
  durations: DurationSample[];
  /** Whether another step may be taken at once. */
  again: boolean;
  /** Somebody else moved a cluster whose turn it was not: a person looks first. */
  movedEarly?: string;
}

/**
 * The next step of a cell, from what is recorded of it and what its executor
 * decided for each of its clusters. Pure.
 */
export function nextCellStep(
  before: CellRecord,
  decisions: ReadonlyMap<string, Decision>,
  options: CellStepOptions,
): CellStep {
  const step: CellStep = {
    cell: { ...before },
    acts: [],
    log: [],
    durations: [],
    again: false,
  };
  if (before.stage === 'parked') {
    // The wave takes it on, once it has baked.
    return step;
  }
  const failing = before.clusters.some(hasFailed);
  step.cell.clusters = before.clusters.map(cluster =>
    stepCluster(cluster, { ...options, before, decisions, failing, step }),
  );
  settle(step, options.now);
  return step;
}

interface ClusterStepContext extends CellStepOptions {
  before: CellRecord;
  decisions: ReadonlyMap<string, Decision>;
  /** Another cluster of the cell failed: nothing new is begun. */
  failing: boolean;
  step: CellStep;
}

function stepCluster(
  cluster: CellClusterRecord,
  context: ClusterStepContext,
): CellClusterRecord {
  const hop = nextHop(cluster, context.before.stage);
  const decision = context.decisions.get(cluster.cluster.arn);
  if (!hop || !decision || hop.track.state === 'failed') {
    return cluster;
  }
  const after = apply(cluster, hop, decision, context);
  if (!('track' in after)) {
    return after;
  }
  const { track, ...rest } = after;
  return {
    ...cluster,
    ...rest,
    tracks: cluster.tracks.map(each => (each === hop.track ? track : each)),
  };
}

type Applied =
  | CellClusterRecord
  | (Partial<CellClusterRecord> & { track: TrackRecord });

function apply(
  cluster: CellClusterRecord,
  hop: { track: TrackRecord; from: string; to: string },
  decision: Decision,
  context: ClusterStepContext,
): Applied {
  const { now, permit, step } = context;
  const at = now.toISOString();
  const track = withNotes(hop.track, decision.notes);
  const log = logger(cluster, context);
  const wait = (waiting: Omit<Waiting, 'since'>): Applied => ({
    track: { ...track, waiting: since(waiting, hop.track.waiting, at) },
  });

  switch (decision.kind) {
    case 'act': {
      if (!permit.may && !(permit.mayProtect && decision.protects)) {
        return wait(permit.waiting);
      }
      if (context.failing && !track.intent && !track.hopStartedAt) {
        return wait({
          code: 'failures',
          message:
            'Another cluster of this cell failed; nothing new is begun in it',
        });
      }
      if (track.retryAt !== undefined && track.retryAt > at) {
        return wait(backingOff(track));
      }
      if (
        hop.track.kind === 'controlPlane' &&
        minorsBetween(hop.from, hop.to) !==
          (context.before.stage === 'back' ? -1 : 1)
      ) {
        return fail(track, at, log, {
          code: 'engine.refused',
          message: `From ${hop.from} to ${hop.to} is not one minor`,
          advice: 'Plan it anew; a control plane moves one minor at a time',
        });
      }
      const { action, key, message } = decision;
      const intent = { action, key, at };
      step.acts.push({ arn: cluster.cluster.arn, intent });
      log(track.intent ? 'call.repeated' : 'call', message, 'info');
      return {
        touched: true,
        track: {
          ...track,
          state: context.before.stage === 'back' ? 'rollingBack' : 'running',
          startedAt: track.startedAt ?? at,
          hopStartedAt: track.hopStartedAt ?? at,
          retryAt: undefined,
          error: undefined,
          waiting: undefined,
          intent,
        },
      };
    }
    case 'wait': {
      // Only what goes on by itself is under way; all else still has its turn to come.
      const begun =
        track.hopStartedAt !== undefined || track.intent !== undefined;
      const applied = wait(
        !begun && track.retryAt !== undefined && track.retryAt > at
          ? backingOff(track)
          : decision.waiting,
      );
      return applied;
    }
    case 'succeeded': {
      log('hop.done', decision.message, 'info');
      const seconds = track.hopStartedAt
        ? Math.round((now.getTime() - Date.parse(track.hopStartedAt)) / 1000)
        : undefined;
      if (seconds !== undefined && context.before.stage !== 'back') {
        step.durations.push({ kind: track.kind, seconds, nodes: track.nodes });
      }
      step.again = true;
      return {
        touched: true,
        track:
          context.before.stage === 'back'
            ? hopBackDone(track, decision.now)
            : hopDone(track, decision.now, at, 1),
      };
    }
    case 'movedOutside': {
      log('movedOutside', decision.message, 'warning');
      if (!context.gatesOpen || decision.early) {
        step.movedEarly ??= decision.message;
      }
      const movedOutside = {
        at,
        by: decision.by,
        message: decision.message,
      };
      if (context.before.stage === 'back' && decision.now === hop.to) {
        step.again = true;
        return { movedOutside, track: hopBackDone(track, decision.now) };
      }
      const hops = hopsReached(track, decision.now);
      if (context.before.stage !== 'back' && hops > track.done) {
        step.again = true;
        return {
          touched: true,
          movedOutside,
          track: hopDone(track, decision.now, at, hops - track.done),
        };
      }
      return {
        movedOutside,
        ...fail(track, at, log, {
          code: 'cluster.movedOutside',
          message: decision.message,
          advice: decision.early
            ? 'Look whether it may stay. Where it may, resume the rollout and retry the cell: it follows what Git wants by now; else take it back there first'
            : 'Skip it here and plan it anew from what it runs now, or bring it back to what was planned and retry',
        }),
      };
    }
    case 'vanished': {
      log('cluster.vanished', decision.message, 'warning');
      step.again = true;
      return {
        ...cluster,
        vanished: true,
        tracks: cluster.tracks.map(each =>
          each.done < each.hops.length
            ? {
                ...each,
                state: 'skipped',
                waiting: undefined,
                intent: undefined,
              }
            : each,
        ),
      };
    }
    default:
      return failed(track, decision, context, log);
  }
}

function failed(
  track: TrackRecord,
  { error, retryable }: Extract<Decision, { kind: 'failed' }>,
  { now, retries, step }: ClusterStepContext,
  log: Log,
): Applied {
  const at = now.toISOString();
  if (!retryable || track.attempt > retries) {
    return fail(track, at, log, error);
  }
  const delay = retryDelaySeconds(track.attempt);
  const retryAt = new Date(now.getTime() + delay * 1000).toISOString();
  log('hop.retry', `${sentence(error)}; it is tried again`, 'warning');
  step.again = false;
  const next: TrackRecord = {
    ...track,
    attempt: track.attempt + 1,
    hopStartedAt: undefined,
    intent: undefined,
    updateId: undefined,
    pullRequest: undefined,
    memory: {},
    error,
    retryAt,
  };
  return { track: { ...next, waiting: { ...backingOff(next), since: at } } };
}

type Log = (code: string, message: string, level: NewLogEntry['level']) => void;

function fail(
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

function hopDone(
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

function hopBackDone(track: TrackRecord, now: string): TrackRecord {
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

/** How many hops are behind a part that runs `now`. */
function hopsReached(track: TrackRecord, now: string): number {
  const reached = track.hops.findLastIndex(hop =>
    hasReached(track.kind, now, hop),
  );
  return Math.max(reached + 1, 0);
}

/** What the cell as a whole is at, now that its clusters are. */
function settle(step: CellStep, now: Date): void {
  const { cell } = step;
  const at = now.toISOString();
  const open = cell.clusters.filter(
    cluster =>
      !hasFailed(cluster) && nextHop(cluster, cell.stage) !== undefined,
  );
  const failedCluster = cell.clusters.find(hasFailed);
  const busy = failedCluster ? open.filter(isUnderWay) : open;
  if (busy.length > 0) {
    cell.waiting = firstWaiting(busy, cell.id);
    return;
  }
  cell.waiting = undefined;
  step.again = false;
  const log = (
    code: string,
    message: string,
    level: NewLogEntry['level'] = 'info',
  ) =>
    step.log.push({
      at,
      actor: ENGINE,
      code,
      message,
      level,
      wave: cell.wave,
      cellId: cell.id,
    });
  if (failedCluster) {
    cell.state = 'failed';
    cell.error = failedCluster.tracks.find(
      ({ state }) => state === 'failed',
    )?.error;
    cell.endedAt = at;
    log('cell.failed', `${cell.name} failed`, 'error');
  } else if (cell.clusters.every(({ vanished }) => vanished)) {
    cell.state = 'skipped';
    cell.endedAt = at;
    log('cell.skipped', `${cell.name} is there no more`, 'warning');
  } else if (cell.stage === 'back') {
    cell.state = 'rolledBack';
    cell.error = undefined;
    cell.endedAt = at;
    log('cell.rolledBack', `${cell.name} is back`, 'warning');
  } else if (cell.stage === 'first' && followsBake(cell)) {
    cell.stage = 'parked';
    cell.waiting = {
      code: 'bake.time',
      message: 'Its nodes follow once the wave has baked',
      since: at,
    };
    log('cell.parked', `${cell.name} is done up to its nodes`);
  } else {
    cell.state = 'succeeded';
    cell.error = undefined;
    cell.endedAt = at;
    log('cell.succeeded', `${cell.name} is done`);
  }
}

function hasFailed({ tracks }: CellClusterRecord): boolean {
  return tracks.some(({ state }) => state === 'failed');
}

function isUnderWay({ tracks }: CellClusterRecord): boolean {
  return tracks.some(
    ({ hopStartedAt, intent }) =>
      hopStartedAt !== undefined || intent !== undefined,
  );
}

function firstWaiting(
  clusters: CellClusterRecord[],
  cellId: string,
): Waiting | undefined {
  const waiting = clusters
    .flatMap(({ tracks }) => tracks.flatMap(track => track.waiting ?? []))
    .sort((a, b) => (a.since ?? '').localeCompare(b.since ?? ''))[0];
  return waiting && { ...waiting, cellId };
}

function withNotes(
  track: TrackRecord,
  notes: TrackNotes | undefined,
): TrackRecord {
  return {
    ...track,
    ...(notes?.memory && { memory: notes.memory }),
    ...(notes?.updateId !== undefined && { updateId: notes.updateId }),
    ...(notes?.pullRequest && { pullRequest: notes.pullRequest }),
  };
}

function backingOff(track: TrackRecord): Omit<Waiting, 'since'> {
  return {
    code: 'retry.backoff',
    message: `${
      track.error ? sentence(track.error) : 'It failed'
    }; it is tried again for the ${track.attempt}. time`,
    until: track.retryAt,
  };
}

function since(
  waiting: Omit<Waiting, 'since'>,
  before: Waiting | undefined,
  at: string,
): Waiting {
  return {
    ...waiting,
    since: sameWaiting(waiting, before) ? before?.since ?? at : at,
  };
}

function sentence({ code, message }: StepError): string {
  return message ? `${code}: ${message}` : code;
}

function logger(
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
