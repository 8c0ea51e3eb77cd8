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
  arrived,
  failed,
  hasArrived,
  versionNow,
  type GitopsDecision,
  type StepContext,
} from './decisions';
import { mayBeMerged, wantedStatus, wordStatus } from './gatesStatus';
import { toNotes } from './memory';
import { nextProvisioning } from './nextProvisioning';
import { toPullRequestRef } from './toPullRequestRef';
import type { GitopsMemory, PullRequestLook } from './types';
import { leads, whileOpen } from './whileOpen';
import { findings, short } from './wordVerdict';

/** The next step of a hop whose pull request is made. Pure. */
export function nextPullRequest(
  before: StepContext,
  git: PullRequestLook,
): GitopsDecision {
  const { detail, edits, record } = git;
  const context = {
    ...before,
    memory: followLeader(
      before,
      git,
      agreeTo(before, git, {
        ...before.memory,
        edits: edits.length > 0 ? edits : before.memory.edits,
        proposal: record,
        ...(git.members !== undefined && {
          members: before.memory.members ?? git.members,
        }),
      }),
    ),
  };
  const decision = decide(context, git);
  return {
    ...decision,
    notes: {
      ...(decision.notes ?? toNotes(context.memory)),
      pullRequest: toPullRequestRef(detail),
    },
  };
}

function decide(context: StepContext, git: PullRequestLook): GitopsDecision {
  const { detail } = git;
  if (detail.state === 'merged') {
    return afterMerge(context, git);
  }
  if (hasArrived(context)) {
    return arrived(context);
  }
  if (detail.state === 'closed') {
    return failed(
      'pullRequest.closed',
      `Pull request #${detail.number} was closed without being merged`,
      {
        advice:
          'Retry to have it proposed anew, or skip it here where that was meant',
        retryable: true,
      },
    );
  }
  return whileOpen(context, git);
}

/** A head that is another one is agreed to where it is the same change, and nobody approved the one before. */
function agreeTo(
  { work }: StepContext,
  { detail, record, verdict }: PullRequestLook,
  memory: GitopsMemory,
): GitopsMemory {
  const agreedHead = memory.agreedHead ?? record.headSha;
  const { sha } = detail.head;
  const isSame =
    verdict?.head === sha &&
    verdict.isAsProposed &&
    (agreedHead === undefined || work.approvedBy.length === 0);
  return { ...memory, agreedHead: isSame ? sha : agreedHead };
}

/** Who leads sets the same status that it would. */
function followLeader(
  before: StepContext,
  git: PullRequestLook,
  memory: GitopsMemory,
): GitopsMemory {
  const { head, state } = git.detail;
  return leads({ ...before, memory }) || state !== 'open'
    ? memory
    : {
        ...memory,
        status: {
          sha: head.sha,
          state: wantedStatus(before.work, memory, git),
        },
      };
}

function afterMerge(
  context: StepContext,
  { detail, verdict }: PullRequestLook,
): GitopsDecision {
  const { memory, now, work } = context;
  const { head, mergedAt, mergedBy, mergeSha, number } = detail;
  const who = mergedBy ?? 'Somebody';
  const outside = (message: string, early = false): GitopsDecision => ({
    kind: 'movedOutside',
    now: versionNow(context),
    ...(mergedBy && { by: mergedBy }),
    message,
    ...(early && { early }),
  });
  if (!mayBeMerged(work) && memory.status?.state !== 'success') {
    return outside(
      `${who} merged pull request #${number} ${
        work.wave.gatesOpen
          ? `although ${wordStatus(work, 'pending')}`
          : 'while its gates were shut'
      }`,
      true,
    );
  }
  if (memory.agreedHead !== undefined && head.sha !== memory.agreedHead) {
    return outside(
      `${who} merged pull request #${number} with commit ${short(
        head.sha,
      )}, which is not the one that was agreed to${findings(verdict)}`,
    );
  }
  const merged: StepContext = {
    ...context,
    memory: {
      ...memory,
      merged: {
        at: (mergedAt ? new Date(mergedAt) : now).toISOString(),
        by: mergedBy,
        sha: mergeSha,
      },
    },
  };
  return hasArrived(merged) ? arrived(merged) : nextProvisioning(merged);
}
