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

import type { Waiting } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { TrackNotes } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { CellClusterRecord, TrackRecord } from '../records';
import type { ClusterStepContext, Decision } from './cellStep';
import { minorsBetween } from './hops';
import { retryDelaySeconds } from './retryDelaySeconds';
import { sameWaiting } from './sameWaiting';
import {
  backingOff,
  fail,
  hopBackDone,
  hopDone,
  hopsReached,
  logger,
  sentence,
  type Log,
} from './trackOutcomes';

type Applied =
  | CellClusterRecord
  | (Partial<CellClusterRecord> & { track: TrackRecord });

/** What becomes of one hop of a cluster, and what is to be done about it. */
export function applyDecision(
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
