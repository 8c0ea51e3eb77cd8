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

import { overAt } from './overAt';
import type { ExceptionRecord } from './types';

/** What a request waits for. */
export const EXCEPTION_REASONS = [
  /** Somebody else to agree. */
  'approval',
  /** Its pull request to be opened. */
  'proposal',
  'merge',
  /** The clusters to have it. */
  'clusters',
  /** The pull request that removes it to be opened. */
  'removalProposal',
  'removalMerge',
  /** Somebody to say what is to become of a removal that was closed unmerged. */
  'removalClosed',
  /** The clusters not to have it any more. */
  'removalClusters',
] as const;

export type ExceptionReason = (typeof EXCEPTION_REASONS)[number];

/** What a request waits for, and since when; nothing for one in force or over. Pure. */
export function waitingOf({
  acts,
  asked,
  progress,
  ...record
}: ExceptionRecord): { reason: ExceptionReason; since: string } | undefined {
  const { pullRequest, removal } = progress;
  switch (record.state) {
    case 'pendingApproval':
      return { reason: 'approval', since: asked.requestedAt };
    case 'proposed':
      return pullRequest
        ? { reason: 'merge', since: pullRequest.seenAt }
        : {
            reason: 'proposal',
            since: acts.decision?.at ?? asked.requestedAt,
          };
    case 'merged':
      return {
        reason: 'clusters',
        since: pullRequest?.mergedAt ?? asked.requestedAt,
      };
    case 'expired': {
      const since = overAt({ acts, asked });
      if (!removal) {
        return { reason: 'removalProposal', since };
      }
      const { files, plannedAt, pullRequest: removing } = removal;
      if (files.length === 0 || removing?.state === 'merged') {
        return {
          reason: 'removalClusters',
          since: removing?.mergedAt ?? plannedAt,
        };
      }
      if (!removing) {
        return { reason: 'removalProposal', since };
      }
      return removing.state === 'closed'
        ? { reason: 'removalClosed', since: removing.seenAt }
        : { reason: 'removalMerge', since: plannedAt };
    }
    default:
      return undefined;
  }
}
