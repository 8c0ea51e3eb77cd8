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

import type { Update } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  TrackDecision,
  TrackNotes,
  TrackWork,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Observation } from '../../../collection/types';
import { hasReached } from '../../engine/hops';
import { adviceFor } from '../updateAdvice';
import type { ObservedTrack } from './ObserveExecutor';

/** So long a cluster must be missing before it counts as gone. */
const MISSING_MS = 30 * 60_000;

const PARTS = {
  controlPlane: 'the control plane',
  addon: 'the add-on',
  nodegroup: 'the node group',
} as const;

/** What became of a hop that somebody else makes. Pure. */
export function nextObserved(
  work: TrackWork,
  observed: ObservedTrack,
  now: Date,
): TrackDecision & { notes?: TrackNotes } {
  const { cluster, memory } = work;
  if (!observed.present) {
    return missing(work, now);
  }
  const notes: TrackNotes | undefined =
    memory.missingSince === undefined ? undefined : { memory: {} };
  return { ...decide(work, observed, cluster.name), ...(notes && { notes }) };
}

function decide(
  work: TrackWork,
  { observations }: ObservedTrack,
  cluster: string,
): TrackDecision {
  const part = `${PARTS[work.kind]}${work.name ? ` ${work.name}` : ''}`;
  const observation =
    observations[
      work.kind === 'controlPlane' ? 'controlPlane' : `${work.kind}s`
    ];
  const runs = versionOf(work, observation);
  if (runs === 'gone') {
    return {
      kind: 'failed',
      retryable: false,
      error: {
        code: 'part.gone',
        message: `${cluster} has ${part} no more`,
        advice: 'Skip the cell, or plan the rollout anew',
      },
    };
  }
  if (runs === undefined) {
    const error = observation?.error;
    return {
      kind: 'wait',
      waiting: error
        ? {
            code: 'cluster.unreachable',
            message: `What ${cluster} runs is not known: ${error.message}`,
          }
        : {
            code: 'cluster.notObserved',
            message: `${part} of ${cluster} was never observed`,
          },
    };
  }
  if (hasReached(work.kind, runs, work.to)) {
    return {
      kind: 'succeeded',
      now: runs,
      message: `${capital(part)} of ${cluster} runs ${runs}`,
    };
  }
  const update = lastUpdate(work, observations.updates?.document?.updates);
  if (update?.status === 'InProgress') {
    return {
      kind: 'wait',
      waiting: {
        code: 'update.inProgress',
        message: `${capital(part)} of ${cluster} is being updated to ${
          work.to
        }`,
      },
    };
  }
  if (update?.status === 'Failed') {
    const [error] = update.errors;
    const code = error?.code ?? 'Unknown';
    return {
      kind: 'failed',
      retryable: false,
      error: {
        code,
        message: error?.message || `The update of ${part} failed`,
        advice: adviceFor(code),
        resourceIds: error?.resourceIds,
      },
    };
  }
  return {
    kind: 'wait',
    waiting: {
      code: 'observe.waiting',
      message: `It waits until somebody moves ${part} of ${cluster} from ${runs} to ${
        work.to
      }${
        observation?.error ? `; it was last read ${observation.observedAt}` : ''
      }`,
    },
  };
}

/** A catalog that is not whole for a moment makes nothing vanish. */
function missing(
  { cluster, memory }: TrackWork,
  now: Date,
): TrackDecision & { notes?: TrackNotes } {
  const since =
    typeof memory.missingSince === 'string'
      ? memory.missingSince
      : now.toISOString();
  const until = Date.parse(since) + MISSING_MS;
  return now.getTime() >= until
    ? {
        kind: 'vanished',
        message: `${cluster.name} is not in the fleet any more; it is skipped`,
      }
    : {
        kind: 'wait',
        waiting: {
          code: 'cluster.vanished',
          message: `${cluster.name} is not in the fleet any more; it is skipped unless it comes back`,
          until: new Date(until).toISOString(),
        },
        notes: { memory: { missingSince: since } },
      };
}

function versionOf(
  { kind, name, releaseVersion }: TrackWork,
  observation: Observation | undefined,
): string | 'gone' | undefined {
  const document = observation?.document as
    | {
        version?: string;
        nodegroups?: Array<{
          name: string;
          version?: string;
          releaseVersion?: string;
        }>;
        addons?: Array<{ name: string; version?: string }>;
      }
    | undefined;
  if (!document) {
    return undefined;
  }
  if (kind === 'controlPlane') {
    return document.version;
  }
  const list = kind === 'addon' ? document.addons : document.nodegroups;
  const part = list?.find(item => item.name === name) as
    | { version?: string; releaseVersion?: string }
    | undefined;
  if (!part) {
    return 'gone';
  }
  return releaseVersion === undefined ? part.version : part.releaseVersion;
}

/** Of this part, since the hop began. */
function lastUpdate(
  { kind, name, startedAt }: TrackWork,
  updates: Update[] = [],
): Update | undefined {
  return updates
    .filter(
      update =>
        (update.createdAt ?? '') >= startedAt &&
        (kind === 'controlPlane'
          ? update.type === 'VersionUpdate' && !update.nodegroup
          : update[kind] === name),
    )
    .sort((a, b) => (b.createdAt ?? '').localeCompare(a.createdAt ?? ''))[0];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
