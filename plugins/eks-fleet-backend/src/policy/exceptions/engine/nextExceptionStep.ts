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

import type { ExceptionRequestState } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  nextProposalStep,
  type ProposalStep,
  type ProposedChange,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { wordClusters } from '../../../proposals/wordClusters';
import { isOver, type ExceptionRecord } from '../types';

export type ExceptionPart = 'creation' | 'removal';

/** What to do next with a request: look, act, become something, or wait. */
export type ExceptionStep =
  | { kind: 'wait'; message?: string; seconds?: number; until?: string }
  | { kind: 'enter'; state: ExceptionRequestState; message: string }
  | {
      kind: 'propose';
      part: ExceptionPart;
      step: Exclude<ProposalStep, { kind: 'made' }>;
    }
  | { kind: 'follow'; part: ExceptionPart }
  | { kind: 'close' }
  | { kind: 'planRemoval'; attempt: number }
  | { kind: 'observe' };

/** What a step is decided by besides the record. */
export interface StepFacts {
  now: Date;
  /** Why nothing may be written outside now, in a sentence. */
  halted?: string;
  /** What was looked at already, in this turn. */
  looked: ReadonlySet<'creation' | 'removal' | 'clusters'>;
  changeOf: (part: ExceptionPart) => ProposedChange;
}

const SOON = 25;
const SELDOM = 300;

/** Pure: the same record and facts make the same step, however often. */
export function nextExceptionStep(
  record: ExceptionRecord,
  facts: StepFacts,
): ExceptionStep {
  const { state } = record;
  if (isOver(state)) {
    return { kind: 'wait' };
  }
  switch (state) {
    case 'pendingApproval':
      return stepPending(record, facts);
    case 'proposed':
      return stepProposed(record, facts);
    case 'merged':
    case 'inForce':
      return stepMerged(record, facts);
    case 'expired':
      return stepExpired(record, facts);
    default:
      // Of a version that knows more; it is left alone.
      return { kind: 'wait', seconds: SELDOM };
  }
}

function stepPending(
  { asked }: ExceptionRecord,
  { now }: StepFacts,
): ExceptionStep {
  return isPast(asked.expiresAt, now)
    ? {
        kind: 'enter',
        state: 'cancelled',
        message: 'Its end came before anybody decided about it',
      }
    : {
        kind: 'wait',
        until: asked.expiresAt,
        message: 'Waits for somebody else to agree to it',
      };
}

function stepProposed(
  record: ExceptionRecord,
  facts: StepFacts,
): ExceptionStep {
  const { acts, asked, progress } = record;
  const { proposal, pullRequest } = progress;
  const ended = acts.cancelled
    ? 'It was taken back'
    : isPast(asked.expiresAt, facts.now) && 'Its end came before it was merged';
  if (!pullRequest) {
    const mayBeOpen = proposal?.attempting !== undefined;
    return ended && !mayBeOpen
      ? { kind: 'enter', state: 'cancelled', message: ended }
      : propose('creation', record, facts);
  }
  if (pullRequest.state === 'merged') {
    return {
      kind: 'enter',
      state: 'merged',
      message: `Pull request #${pullRequest.number} was merged${byOf(
        pullRequest,
      )}`,
    };
  }
  if (pullRequest.state === 'closed') {
    return ended
      ? { kind: 'enter', state: 'cancelled', message: ended }
      : {
          kind: 'enter',
          state: 'closed',
          message: `Pull request #${pullRequest.number} was closed unmerged`,
        };
  }
  if (!facts.looked.has('creation')) {
    return { kind: 'follow', part: 'creation' };
  }
  if (ended) {
    return facts.halted
      ? { kind: 'wait', seconds: SOON, message: facts.halted }
      : { kind: 'close' };
  }
  return whileOpen('creation', record, facts, pullRequest.number);
}

function stepMerged(record: ExceptionRecord, facts: StepFacts): ExceptionStep {
  const { acts, asked, clusters, state } = record;
  const early = acts.cancelled ?? acts.endedEarly;
  if (early || isPast(asked.expiresAt, facts.now)) {
    return {
      kind: 'enter',
      state: 'expired',
      message: early ? 'It was ended before its time' : 'Its time is over',
    };
  }
  if (!facts.looked.has('clusters')) {
    return { kind: 'observe' };
  }
  const there = clusters.filter(({ goneAt }) => !goneAt);
  const seen = there.filter(({ inForceAt }) => inForceAt);
  if (state === 'merged' && there.length > 0 && seen.length === there.length) {
    return {
      kind: 'enter',
      state: 'inForce',
      message: `In force on ${wordClusters(there.length)}`,
    };
  }
  const isAll = seen.length === clusters.length;
  return {
    kind: 'wait',
    seconds: state === 'merged' ? SOON : SELDOM,
    until: asked.expiresAt,
    message: isAll
      ? `In force on ${wordClusters(seen.length)}`
      : `Seen on ${seen.length} of ${wordClusters(clusters.length)}`,
  };
}

function stepExpired(record: ExceptionRecord, facts: StepFacts): ExceptionStep {
  const { removal } = record.progress;
  if (!removal) {
    return { kind: 'planRemoval', attempt: 1 };
  }
  const { attempt, files, left, pullRequest } = removal;
  if (files.length === 0 || pullRequest?.state === 'merged') {
    return untilGone(record, facts, left);
  }
  if (!pullRequest) {
    return propose('removal', record, facts);
  }
  if (pullRequest.state === 'open') {
    return facts.looked.has('removal')
      ? whileOpen('removal', record, facts, pullRequest.number)
      : { kind: 'follow', part: 'removal' };
  }
  const again = record.acts.removeAgainAt ?? '';
  if (again > pullRequest.seenAt) {
    return { kind: 'planRemoval', attempt: attempt + 1 };
  }
  return facts.looked.has('removal')
    ? {
        kind: 'wait',
        seconds: SELDOM,
        message: `Pull request #${pullRequest.number}, which removes it, was closed unmerged; ask for its removal again, or reopen it`,
      }
    : { kind: 'follow', part: 'removal' };
}

function untilGone(
  { clusters }: ExceptionRecord,
  facts: StepFacts,
  left: string[],
): ExceptionStep {
  if (!facts.looked.has('clusters')) {
    return { kind: 'observe' };
  }
  const still = clusters.filter(({ goneAt }) => !goneAt).length;
  if (still === 0) {
    return {
      kind: 'enter',
      state: 'removed',
      message: 'It is gone from its clusters',
    };
  }
  return {
    kind: 'wait',
    seconds: SOON,
    message: left.length
      ? `It was changed in Git since it was agreed to, so the portal leaves it there: ${left.join(
          ', ',
        )}. Remove it by hand where it is not wanted`
      : `Removed in Git; not yet seen to be gone from ${still} of ${wordClusters(
          clusters.length,
        )}`,
  };
}

function propose(
  part: ExceptionPart,
  { progress }: ExceptionRecord,
  facts: StepFacts,
): ExceptionStep {
  const proposal =
    part === 'creation' ? progress.proposal : progress.removal?.proposal;
  // Nothing begins without its branch being written down, which is a look.
  const step: ProposalStep = proposal
    ? nextProposalStep(facts.changeOf(part), proposal)
    : { kind: 'look', call: 'findPullRequest' };
  if (step.kind === 'made') {
    return { kind: 'follow', part };
  }
  return step.kind === 'act' && facts.halted
    ? { kind: 'wait', seconds: SOON, message: facts.halted }
    : { kind: 'propose', part, step };
}

function whileOpen(
  part: ExceptionPart,
  record: ExceptionRecord,
  facts: StepFacts,
  number: number,
): ExceptionStep {
  const next = propose(part, record, facts);
  if (next.kind === 'propose') {
    return next;
  }
  return {
    kind: 'wait',
    seconds: SOON,
    until: part === 'creation' ? record.asked.expiresAt : undefined,
    message: `Waits for somebody to merge pull request #${number}${
      part === 'removal' ? ', which removes it' : ''
    }`,
  };
}

function byOf({ mergedBy }: { mergedBy?: string }): string {
  return mergedBy ? ` by ${mergedBy}` : '';
}

function isPast(time: string, now: Date): boolean {
  return Date.parse(time) <= now.getTime();
}
