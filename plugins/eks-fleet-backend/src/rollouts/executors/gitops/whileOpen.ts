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
  GATES_CONTEXT,
  type GitCommitStatus,
  type GitPullRequestDetail,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { GitopsDecision, StepContext } from './decisions';
import { isSameHop } from './describeTogether';
import { mayBeMerged, wantedStatus, wordStatus } from './gatesStatus';
import { toNotes } from './memory';
import { waitForRefusal, waitForRival } from './nextProposal';
import type { PullRequestLook } from './types';
import { mergers, wait, type Wait } from './waits';
import { findings, short } from './wordVerdict';

/** The next step of a hop whose pull request is open. */
export function whileOpen(
  context: StepContext,
  git: PullRequestLook,
): GitopsDecision {
  const { memory, observed, work } = context;
  const { detail } = git;
  const { base, head, number, url } = detail;
  const { place } = observed;
  const named = `Pull request #${number}`;
  const isAgreed = head.sha === memory.agreedHead;
  const state = wantedStatus(work, memory, git);
  const rival = waitForRival(context, git);
  if (rival) {
    return rival;
  }
  if (!isAgreed && !git.verdict) {
    return wait(
      'pullRequest.checks',
      `${named} has another commit, ${short(
        head.sha,
      )}, which is yet to be read`,
    );
  }
  if (memory.status?.sha !== head.sha || memory.status.state !== state) {
    return setStatus(context, git, state);
  }
  if (base.branch !== place.file.repository.branch) {
    return wait(
      'pullRequest.conflict',
      `${named} was turned to the branch ${base.branch}: turn it back to ${place.file.repository.branch}, or close it and retry (${url})`,
      { who: mergers(place) },
    );
  }
  if (!isAgreed) {
    return wait(
      'gate.approval',
      `Somebody put commit ${short(
        head.sha,
      )} on ${named.toLowerCase()}, so what was agreed to is void${findings(
        git.verdict,
      )}: put ${short(
        memory.agreedHead ?? '',
      )} back, or close it and retry to have it proposed anew (${url})`,
      { who: mergers(place) },
    );
  }
  if (git.hasDeparted) {
    return wait(
      'gate.approval',
      `${named} also moves clusters that failed or were skipped meanwhile, so what was agreed to is void: close it, and retry to have the others proposed anew (${url})`,
      { who: mergers(place) },
    );
  }
  if (git.changedBase) {
    return wait(
      'gate.approval',
      `What ${named.toLowerCase()} was agreed on has changed, so that is void: ${
        git.changedBase
      }. Put it back, or close the pull request and plan anew from what is there now (${url})`,
      { who: mergers(place) },
    );
  }
  if (detail.mergeability === 'conflict') {
    return wait(
      'pullRequest.conflict',
      `${named} is in conflict with ${base.branch}: close it and retry to have it proposed anew from what is there now (${url})`,
      { who: mergers(place) },
    );
  }
  if (!mayBeMerged(work)) {
    return mustWait(context, git);
  }
  return place.file.repository.merge.automatic
    ? merge(context, git)
    : wait(
        'pullRequest.review',
        `${named} waits for somebody to merge it${outstanding(
          detail,
        )} (${url})${
          memory.status.refused
            ? `; its status ${GATES_CONTEXT} could not be set: ${memory.status.refused}`
            : ''
        }`,
        { who: mergers(place) },
      );
}

/** Open, and not to be merged by anybody just now. */
function mustWait(
  { memory: { status }, work: { standing, wave } }: StepContext,
  { detail: { number, url } }: PullRequestLook,
): Wait {
  const refused = status?.refused
    ? `; its status ${GATES_CONTEXT} could not be set: ${status.refused}`
    : '';
  const sentence = (why: string) =>
    `Pull request #${number} is open and must not be merged yet: ${why} (${url})${refused}`;
  if (!standing || !wave.gatesOpen) {
    return wait(
      'pullRequest.review',
      sentence('the gates of its wave are shut'),
    );
  }
  const { code, message, ...more } = standing;
  return wait(code, sentence(message), more);
}

/** By the host's own rules alone, and nothing but what was proposed. */
function merge(
  context: StepContext,
  { detail, record, verdict }: PullRequestLook,
): GitopsDecision {
  const { memory, observed } = context;
  const { mergeability, number, url } = detail;
  if (verdict && !verdict.isAsProposed) {
    return wait(
      'pullRequest.review',
      `Pull request #${number} is not merged by the portal, since it holds other than was proposed${findings(
        verdict,
      )} (${url})`,
      { who: mergers(observed.place) },
    );
  }
  if (!verdict || mergeability !== 'ready' || !leads(context)) {
    return wait(
      'pullRequest.checks',
      `Pull request #${number} is merged once its checks and reviews are done${outstanding(
        detail,
      )} (${url})`,
      { who: mergers(observed.place) },
    );
  }
  return (
    waitForRefusal(context, 'mergePullRequest') ?? {
      kind: 'act',
      action: 'mergePullRequest',
      key: record.branch,
      message: `Merges pull request #${number}`,
      notes: toNotes({ ...memory, refusal: undefined }),
    }
  );
}

function setStatus(
  context: StepContext,
  { detail, record }: PullRequestLook,
  state: GitCommitStatus['state'],
): GitopsDecision | Wait {
  return (
    waitForRefusal(context, 'setStatus') ?? {
      kind: 'act',
      action: 'setStatus',
      key: record.branch,
      message: `Says on pull request #${detail.number} that ${wordStatus(
        context.work,
        state,
      )}`,
      ...(state !== 'success' && { protects: true }),
      notes: toNotes({ ...context.memory, refusal: undefined }),
    }
  );
}

function outstanding({
  hostState,
  mergeability,
}: GitPullRequestDetail): string {
  switch (mergeability) {
    case 'checks':
      return `; checks or reviews are outstanding${
        hostState ? ` (${hostState})` : ''
      }`;
    case 'unknown':
      return '; the Git host has yet to find out whether it can be';
    default:
      return '';
  }
}

/** Whether it sets the status and merges; of those that are in one pull request one does. */
export function leads({ memory, work }: StepContext): boolean {
  const first = work.together?.members.find(({ isDone }) => !isDone);
  return (
    memory.members === undefined ||
    memory.leads === true ||
    !first ||
    isSameHop(first, work)
  );
}
