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
  ExceptionRequest,
  ExceptionRequestState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

export type ExceptionStepId =
  | 'asked'
  | 'agreed'
  | 'merged'
  | 'inForce'
  | 'ended'
  | 'removed';

/** `skipped`: its end came before. `stopped`: it went no further than this. */
export type ExceptionStepState =
  | 'done'
  | 'now'
  | 'next'
  | 'skipped'
  | 'stopped';

/** One step of the life of an exception. */
export interface ExceptionStep {
  id: ExceptionStepId;
  state: ExceptionStepState;
  /** When it was done, or is to come. ISO 8601. */
  at?: string;
  /** Entity reference, or login at the Git host. */
  by?: string;
}

/** Which step is on its way in a state. */
const NOW: Partial<Record<ExceptionRequestState, ExceptionStepId>> = {
  pendingApproval: 'agreed',
  proposed: 'merged',
  merged: 'inForce',
  inForce: 'ended',
  expired: 'removed',
};

/** The life of an exception from being asked for to being gone, as far as it is. Pure. */
export function exceptionSteps(request: ExceptionRequest): ExceptionStep[] {
  const facts = factsOf(request);
  const now = NOW[request.state];
  const isGone = request.state === 'removed';
  const reached = facts.findIndex(({ id }) => id === now);
  const steps: ExceptionStep[] = [];
  for (const [index, { done, ...step }] of facts.entries()) {
    if (isGone || index < reached) {
      steps.push({ ...step, state: done ? 'done' : 'skipped' });
    } else if (now) {
      steps.push({ ...step, state: index === reached ? 'now' : 'next' });
    } else if (done) {
      steps.push({ ...step, state: 'done' });
    } else {
      steps.push({ ...step, state: 'stopped' });
      break;
    }
  }
  return steps;
}

function factsOf(
  request: ExceptionRequest,
): (Omit<ExceptionStep, 'state'> & { done: boolean })[] {
  const { clusters, decision, endedEarly, pullRequest, state } = request;
  const seenAt = lastOf(clusters.map(({ inForceAt }) => inForceAt));
  const goneAt = lastOf(clusters.map(({ goneAt: at }) => at));
  const isOver = state === 'expired' || state === 'removed';
  return [
    {
      id: 'asked',
      at: request.requestedAt,
      by: request.requestedBy,
      done: true,
    },
    ...(request.approval === 'required'
      ? [
          {
            id: 'agreed' as const,
            at: decision?.at,
            by: decision?.by,
            done: decision?.verdict === 'approve',
          },
        ]
      : []),
    {
      id: 'merged',
      at: pullRequest?.mergedAt,
      by: pullRequest?.mergedBy,
      done: pullRequest?.state === 'merged',
    },
    {
      id: 'inForce',
      at: seenAt,
      done: state === 'inForce' || Boolean(seenAt),
    },
    {
      id: 'ended',
      at: endedEarly?.at ?? request.expiresAt,
      by: endedEarly?.by,
      done: isOver,
    },
    { id: 'removed', at: goneAt, done: state === 'removed' },
  ];
}

/** The last of them; `undefined` where one has not come. */
function lastOf(times: (string | undefined)[]): string | undefined {
  return times.length > 0 && times.every(Boolean)
    ? (times as string[]).reduce((a, b) =>
        Date.parse(b) > Date.parse(a) ? b : a,
      )
    : undefined;
}
