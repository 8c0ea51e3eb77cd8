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

import { overAt } from '../../policy/exceptions/overAt';
import { isOver, type ExceptionRecord } from '../../policy/exceptions/types';
import { isSameRef } from '../../proposals/isSameRef';

const DAY_MS = 86_400_000;
/** As the register says that one ends soon. */
const SOON_MS = 14 * DAY_MS;
/** How long what is over may take to be gone before somebody has to look. */
const HONOURED_AFTER_MS = 3 * DAY_MS;

/** What there is to tell of a request: the latest alone. */
export interface ExceptionNews {
  is:
    | 'waits'
    | 'agreed'
    | 'refused'
    | 'problem'
    | 'failed'
    | 'closed'
    | 'lapsed'
    | 'takenBack'
    | 'inForce'
    | 'endsSoon'
    | 'over'
    | 'removalClosed'
    | 'honoured'
    | 'removed';
  /** Another one is told anew. */
  round: string;
}

/** What people should know of a request as it is at a time. Pure. */
export function exceptionNews(
  record: ExceptionRecord,
  now: Date,
): ExceptionNews | undefined {
  const { acts, asked, progress, state } = record;
  switch (state) {
    case 'pendingApproval':
      return { is: 'waits', round: asked.requestedAt };
    case 'proposed':
      if (progress.problem) {
        return { is: 'problem', round: progress.problem };
      }
      return acts.decision && !acts.cancelled
        ? { is: 'agreed', round: acts.decision.at }
        : undefined;
    case 'merged':
    case 'inForce':
      if (endsSoon(record, now)) {
        return { is: 'endsSoon', round: asked.expiresAt };
      }
      return state === 'inForce'
        ? { is: 'inForce', round: asked.requestedAt }
        : undefined;
    case 'expired':
      return newsOfEnd(record, now);
    case 'cancelled':
      return newsOfCancelled(record);
    case 'rejected':
      return { is: 'refused', round: acts.decision?.at ?? '' };
    case 'closed':
    case 'failed':
    case 'removed':
      return { is: state, round: asked.requestedAt };
    default:
      return undefined;
  }
}

/** Clusters of a request that is over of which it is not known to be gone. */
function stillOn({ clusters, state }: ExceptionRecord): number {
  return isOver(state)
    ? 0
    : clusters.filter(({ goneAt }) => goneAt === undefined).length;
}

/** One that was asked for a few days does not end soon from its beginning. */
function endsSoon({ asked }: ExceptionRecord, now: Date): boolean {
  const end = Date.parse(asked.expiresAt);
  const length = end - Date.parse(asked.requestedAt);
  return end - now.getTime() <= Math.min(SOON_MS, length / 2);
}

function newsOfEnd(record: ExceptionRecord, now: Date): ExceptionNews {
  const { pullRequest } = record.progress.removal ?? {};
  const end = overAt(record);
  if (
    stillOn(record) > 0 &&
    now.getTime() - Date.parse(end) >= HONOURED_AFTER_MS
  ) {
    return { is: 'honoured', round: end };
  }
  return pullRequest?.state === 'closed'
    ? { is: 'removalClosed', round: pullRequest.seenAt }
    : { is: 'over', round: end };
}

/** Who takes something back knows. */
function newsOfCancelled({
  acts,
  asked,
}: ExceptionRecord): ExceptionNews | undefined {
  const { cancelled } = acts;
  if (!cancelled) {
    return { is: 'lapsed', round: asked.expiresAt };
  }
  return isSameRef(cancelled.by, asked.requestedBy)
    ? undefined
    : { is: 'takenBack', round: cancelled.at };
}
