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
  intendEffect,
  type ProposalEffect,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { GitopsDecision, StepContext } from './decisions';
import { wordHop } from './describeChange';
import { toNotes } from './memory';
import { toPullRequestRef } from './toPullRequestRef';
import type { GitLook, GitopsCall, GitopsMemory, Proposal } from './types';
import { mergers, wait, waitForHost, type Wait } from './waits';

/** The next step of a proposal that is not made yet. Pure. */
export function nextProposal(
  context: StepContext,
  git: Extract<GitLook, { kind: 'proposing' }>,
): GitopsDecision {
  const { call, edits, record } = git;
  const known = context.memory;
  const isSame = known.proposal?.branch === record.branch;
  const memory: GitopsMemory = {
    ...known,
    edits,
    proposal: record,
    agreedHead: (isSame ? known.agreedHead : undefined) ?? record.headSha,
    ...(git.members !== undefined && {
      leads: true,
      // Whom it was made for stays, as long as it is the same.
      members: (isSame ? known.members : undefined) ?? git.members,
    }),
  };
  const foreign = waitForRival(context, git);
  if (foreign) {
    return { ...foreign, notes: toNotes(memory) };
  }
  const { standing } = context.work;
  if (standing) {
    return {
      kind: 'wait',
      waiting: {
        ...standing,
        message: `Nothing is proposed just now: ${standing.message}`,
      },
      notes: toNotes(memory),
    };
  }
  const refused = waitForRefusal(context, call);
  if (refused) {
    return { ...refused, notes: toNotes(memory) };
  }
  return {
    kind: 'act',
    action: call,
    key: record.branch,
    message: wordCall(call, context, record.branch),
    notes: toNotes(
      {
        ...memory,
        refusal: undefined,
        proposal: intendEffect(record, call),
      },
      record.pullRequest && {
        pullRequest: toPullRequestRef(record.pullRequest),
      },
    ),
  };
}

/** Another of those that are proposed at once has proposed it; nothing is called. */
export function joinProposal(
  { memory, work }: StepContext,
  { edits, members, record }: Extract<GitLook, { kind: 'joining' }>,
): GitopsDecision {
  const { pullRequest, ...rest } = record;
  return {
    kind: 'act',
    action: 'joinPullRequest' satisfies GitopsCall,
    key: record.branch,
    message: `Is part of pull request #${pullRequest?.number}: ${wordHop(
      work,
    )}`,
    notes: toNotes({ ...memory, edits, members, proposal: rest }),
  };
}

/** Somebody else's pull request on the same part stops this one. */
export function waitForRival(
  { observed: { place }, work }: StepContext,
  { rivals }: Proposal,
): Wait | undefined {
  const [rival] = rivals;
  if (!rival) {
    return undefined;
  }
  const { installationId, pullRequest } = rival;
  const whose =
    installationId === work.installationId
      ? 'left over from another change'
      : `of another portal (${installationId})`;
  return wait(
    'pullRequest.foreign',
    `Pull request #${pullRequest.number}, ${whose}, is open on the same part: merge or close it (${pullRequest.url})`,
    { who: mergers(place) },
  );
}

/** A call that the host has refused just now is not made again at once. */
export function waitForRefusal(
  { memory: { refusal }, now, observed: { place } }: StepContext,
  call: GitopsCall,
): Wait | undefined {
  if (!refusal || refusal.call !== call || refusal.until <= now.toISOString()) {
    return undefined;
  }
  const retryAfterSeconds = Math.ceil(
    (Date.parse(refusal.until) - now.getTime()) / 1000,
  );
  return waitForHost(place, { ...refusal, retryAfterSeconds }, now);
}

function wordCall(
  call: ProposalEffect,
  { work }: StepContext,
  branch: string,
): string {
  switch (call) {
    case 'pushBranch':
      return `Proposes it on the branch ${branch}: ${wordHop(work)}`;
    case 'openPullRequest':
      return `Opens a pull request: ${wordHop(work)}`;
    default:
      return 'Labels its pull request';
  }
}
