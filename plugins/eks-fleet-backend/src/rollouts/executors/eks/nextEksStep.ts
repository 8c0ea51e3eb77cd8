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

import {
  versionRank,
  type Update,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  TrackDecision,
  TrackNotes,
  TrackWork,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { hasReached } from '../../engine/hops';
import { wordSeconds } from '../../strategy/durations';
import { adviceFor } from '../updateAdvice';
import { memoryOf, toNotes } from './memory';
import { afterRefusal } from './refusals';
import { requestToken } from './requestToken';
import type { EksLook } from './types';

type Step = TrackDecision & { notes?: TrackNotes };
type Seen = Extract<EksLook, { kind: 'seen' }>;

/** How long a call whose answer was lost may take to show. */
const SHOWS_AFTER_MS = 30_000;
/** How long a version may lag behind the update that brought it. */
const LAGS_MS = 5 * 60_000;
/** So much longer than usual is slow. */
const SLOW_FACTOR = 3;

const ACTIONS = {
  controlPlane: 'updateClusterVersion',
  addon: 'updateAddon',
  nodegroup: 'updateNodegroupVersion',
} as const;

/** Failures that may well be over by the next try. */
const PASSING: ReadonlySet<string> = new Set([
  'ClusterUnreachable',
  'EniLimitReached',
  'InsufficientFreeAddresses',
  'InsufficientNumberOfReplicas',
  'IpNotAvailable',
  'NodeCreationFailure',
  'PodEvictionFailure',
  'AdmissionRequestDenied',
  'Unknown',
]);

/** What to do next with a hop, of what EKS says. Pure. */
export function nextEksStep(work: TrackWork, look: EksLook, now: Date): Step {
  switch (look.kind) {
    case 'gone':
      return { kind: 'vanished', message: `${look.message}; it is skipped` };
    case 'missing':
      return {
        kind: 'failed',
        retryable: false,
        error: {
          code: 'part.gone',
          message: `${partOf(work)} is there no more`,
          advice: 'Skip the cell, or plan the rollout anew',
        },
      };
    case 'unseen':
      return {
        kind: 'wait',
        waiting: {
          code:
            look.error.code === 'throttled'
              ? 'source.throttled'
              : 'cluster.unreachable',
          message: `EKS does not say how ${partOf(work)} is: ${
            look.error.message
          }; nothing is begun until it does, and what is under way goes on`,
        },
      };
    default:
      return nextSeen(work, look, now);
  }
}

function nextSeen(work: TrackWork, look: Seen, now: Date): Step {
  const memory = memoryOf(work);
  const own = findOwn(work, look);
  const notes =
    own && memory.updateId === undefined
      ? toNotes({ ...memory, refused: undefined, updateId: own.id })
      : undefined;
  const called =
    own !== undefined || work.intent !== undefined || memory.isUnsure === true;
  if (own?.status === 'InProgress') {
    return { ...followed(work, own, look, now), notes };
  }
  if (isThere(work, look.version) && look.status !== 'UPDATING') {
    return called || memory.updateId !== undefined
      ? {
          kind: 'succeeded',
          now: look.version,
          message: `${partOf(work)} runs ${look.version}`,
          notes,
        }
      : {
          kind: 'movedOutside',
          now: look.version,
          message: `${partOf(work)} runs ${
            look.version
          } already; somebody else moved it`,
        };
  }
  if (own?.status === 'Failed' || own?.status === 'Cancelled') {
    return { ...ended(work, own), notes };
  }
  if (own?.status === 'Successful' && look.status !== 'UPDATING') {
    return afterSuccess(work, look, now);
  }
  if (look.status === 'UPDATING' || own) {
    return {
      kind: 'wait',
      waiting: own
        ? {
            code: 'update.inProgress',
            message: `${partOf(work)} is about to run ${work.to}`,
          }
        : {
            code: 'cluster.otherUpdate',
            message: `Another update of ${work.cluster.name} is under way; this one follows it`,
          },
      notes,
    };
  }
  const refusal = afterRefusal(work, memory, now);
  if (refusal) {
    return refusal;
  }
  if (wasMoved(work, look)) {
    return {
      kind: 'movedOutside',
      now: look.version,
      message: `${partOf(work)} runs ${look.version}, and not ${
        work.from
      } as was planned; somebody else moved it`,
    };
  }
  if (work.intent && sinceMs(work.intent.at, now) < SHOWS_AFTER_MS) {
    return {
      kind: 'wait',
      waiting: {
        code: 'update.inProgress',
        message: `EKS was asked to move ${partOf(work)} to ${
          work.to
        }, and its answer was lost; whether it does so shows soon`,
      },
    };
  }
  return {
    kind: 'act',
    action: ACTIONS[work.kind],
    key: requestToken(work),
    message: `Asks EKS to move ${partOf(work)} from ${look.version} to ${
      work.to
    }${work.force ? ' with force' : ''}`,
    notes: toNotes({
      ...memory,
      before: memory.before ?? look.updateIds,
      refused: undefined,
    }),
  };
}

/** EKS says that it was moved, and it does not run that: soon it will, or somebody moved it on since. */
function afterSuccess(work: TrackWork, { version }: Seen, now: Date): Step {
  const memory = memoryOf(work);
  const { doneAt = now.toISOString() } = memory;
  return sinceMs(doneAt, now) < LAGS_MS
    ? {
        kind: 'wait',
        waiting: {
          code: 'update.inProgress',
          message: `${partOf(work)} is about to run ${work.to}`,
        },
        notes: toNotes({ ...memory, doneAt }),
      }
    : {
        kind: 'movedOutside',
        now: version,
        message: `${partOf(
          work,
        )} runs ${version}, although EKS had moved it to ${
          work.to
        }; somebody else moved it since`,
      };
}

/** The update that our call began: the one it answered with, or one like it that was not there before. */
function findOwn(work: TrackWork, { updates }: Seen): Update | undefined {
  const { isUnsure, updateId } = memoryOf(work);
  if (updateId !== undefined) {
    return updates.find(({ id }) => id === updateId);
  }
  return work.intent || isUnsure
    ? updates.find(({ parameters }) =>
        [
          parameters.Version,
          parameters.ReleaseVersion,
          parameters.AddonVersion,
        ].includes(work.to),
      )
    : undefined;
}

function followed(
  work: TrackWork,
  own: Update,
  { usualSeconds }: Seen,
  now: Date,
): TrackDecision {
  const seconds = sinceMs(own.createdAt ?? work.startedAt, now) / 1000;
  const slow = seconds > usualSeconds * SLOW_FACTOR;
  return {
    kind: 'wait',
    slow,
    waiting: slow
      ? {
          code: 'update.slow',
          message: `EKS has been moving ${partOf(work)} to ${
            work.to
          } for ${wordSeconds(
            Math.round(seconds / 60) * 60,
          )}; nine of ten take no longer than ${wordSeconds(
            usualSeconds,
          )}. Look at its health in EKS; an update cannot be stopped, and the cell can be skipped`,
        }
      : {
          code: 'update.inProgress',
          message: `EKS is moving ${partOf(work)} to ${work.to}`,
        },
  };
}

function ended(work: TrackWork, own: Update): TrackDecision {
  const [error] = own.errors;
  if (own.status === 'Cancelled') {
    return {
      kind: 'failed',
      retryable: false,
      error: {
        code: 'Cancelled',
        message: `Somebody cancelled the update ${own.id} of ${partOf(work)}`,
        advice: 'Ask who did, then retry or skip it',
      },
    };
  }
  const code = error?.code ?? 'Unknown';
  return {
    kind: 'failed',
    retryable: PASSING.has(code),
    error: {
      code,
      message:
        error?.message || `The update ${own.id} of ${partOf(work)} failed`,
      advice: adviceFor(code),
      resourceIds: error?.resourceIds,
    },
  };
}

function isThere({ direction, kind, to }: TrackWork, version: string): boolean {
  return direction === 'forward'
    ? hasReached(kind, version, to)
    : version === to;
}

/** A control plane goes from what was planned only; other parts from wherever they are. */
function wasMoved({ from, kind }: TrackWork, { version }: Seen): boolean {
  return kind === 'controlPlane' && versionRank(version) !== versionRank(from);
}

function partOf({ cluster, kind, name }: TrackWork): string {
  switch (kind) {
    case 'controlPlane':
      return `the control plane of ${cluster.name}`;
    case 'addon':
      return `the add-on ${name} of ${cluster.name}`;
    default:
      return `the node group ${name} of ${cluster.name}`;
  }
}

function sinceMs(at: string, now: Date): number {
  return now.getTime() - Date.parse(at);
}
