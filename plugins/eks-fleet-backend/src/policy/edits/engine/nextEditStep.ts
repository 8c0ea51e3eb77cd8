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

import type { PolicyEditState } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  nextProposalStep,
  type ProposalStep,
  type ProposedChange,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { wordClusters } from '../../../proposals/wordClusters';
import { isOver, showsChange, type EditRecord } from '../types';

/** What to do next with an edit: look, act, become something, or wait. */
export type EditStep =
  | { kind: 'wait'; message?: string; seconds?: number }
  | {
      kind: 'enter';
      state: PolicyEditState;
      message: string;
      /** Nothing more is to be seen of it. */
      isFollowed?: boolean;
    }
  | { kind: 'propose'; step: Exclude<ProposalStep, { kind: 'made' }> }
  | { kind: 'follow' }
  | { kind: 'close' }
  | { kind: 'observe' };

/** What a step is decided by besides the record. */
export interface StepFacts {
  now: Date;
  /** Why nothing may be written outside now, in a sentence. */
  halted?: string;
  /** What was looked at already, in this turn. */
  looked: ReadonlySet<'pullRequest' | 'clusters'>;
  change: ProposedChange;
}

const SOON = 25;
const SELDOM = 300;
const FOLLOWED_DAYS = 30;

/** Pure: the same record and facts make the same step, however often. */
export function nextEditStep(record: EditRecord, facts: StepFacts): EditStep {
  if (isOver(record)) {
    return { kind: 'wait' };
  }
  switch (record.state) {
    case 'proposed':
      return stepProposed(record, facts);
    case 'merged':
      return stepMerged(record, facts);
    default:
      // Of a version that knows more; it is left alone.
      return { kind: 'wait', seconds: SELDOM };
  }
}

function stepProposed(record: EditRecord, facts: StepFacts): EditStep {
  const { acts, progress } = record;
  const { proposal, pullRequest } = progress;
  const takenBack: EditStep = {
    kind: 'enter',
    state: 'closed',
    message: 'It was taken back',
  };
  if (!pullRequest) {
    const mayBeOpen = proposal?.attempting !== undefined;
    return acts.cancelled && !mayBeOpen ? takenBack : propose(record, facts);
  }
  const { number } = pullRequest;
  if (pullRequest.state === 'merged') {
    const by = pullRequest.mergedBy ? ` by ${pullRequest.mergedBy}` : '';
    return {
      kind: 'enter',
      state: 'merged',
      message: `Pull request #${number} was merged${by}`,
    };
  }
  if (pullRequest.state === 'closed') {
    return acts.cancelled
      ? takenBack
      : {
          kind: 'enter',
          state: 'closed',
          message: `Pull request #${number} was closed unmerged`,
        };
  }
  if (!facts.looked.has('pullRequest')) {
    return { kind: 'follow' };
  }
  if (acts.cancelled) {
    return facts.halted
      ? { kind: 'wait', seconds: SOON, message: facts.halted }
      : { kind: 'close' };
  }
  const next = propose(record, facts);
  return next.kind === 'propose'
    ? next
    : {
        kind: 'wait',
        seconds: SOON,
        message: `Waits for somebody to merge pull request #${number}`,
      };
}

function propose({ progress }: EditRecord, facts: StepFacts): EditStep {
  // Nothing begins without its branch being written down, which is a look.
  const step: ProposalStep = progress.proposal
    ? nextProposalStep(facts.change, progress.proposal)
    : { kind: 'look', call: 'findPullRequest' };
  if (step.kind === 'made') {
    return { kind: 'follow' };
  }
  return step.kind === 'act' && facts.halted
    ? { kind: 'wait', seconds: SOON, message: facts.halted }
    : { kind: 'propose', step };
}

function stepMerged(record: EditRecord, facts: StepFacts): EditStep {
  const shown = record.clusters.filter(showsChange);
  if (shown.length === 0) {
    return {
      kind: 'enter',
      state: 'merged',
      isFollowed: true,
      message:
        'Merged. Clusters tell the modes of their policies and nothing else of them, so there is nothing more to be seen of it here',
    };
  }
  if (!facts.looked.has('clusters')) {
    return { kind: 'observe' };
  }
  const inForce = shown.filter(({ inForceAt }) => inForceAt).length;
  const otherwise = shown.filter(
    ({ inForceAt, supersededAt }) => !inForceAt && supersededAt,
  ).length;
  const gone = shown.filter(
    ({ goneAt, inForceAt, supersededAt }) =>
      goneAt && !inForceAt && !supersededAt,
  ).length;
  if (inForce + otherwise + gone === shown.length) {
    return settle(inForce, otherwise);
  }
  const message = `In force on ${inForce} of ${wordClusters(shown.length)}`;
  return isLong(record, facts.now)
    ? {
        kind: 'enter',
        state: 'merged',
        isFollowed: true,
        message: `${message} after ${FOLLOWED_DAYS} days; it is not followed any longer`,
      }
    : { kind: 'wait', seconds: inForce > 0 ? SELDOM : SOON, message };
}

function settle(inForce: number, otherwise: number): EditStep {
  const rest =
    otherwise > 0
      ? `; Git says something else again for ${wordClusters(otherwise)}`
      : '';
  if (inForce > 0) {
    return {
      kind: 'enter',
      state: 'inForce',
      message: `In force on ${wordClusters(inForce)}${rest}`,
    };
  }
  return {
    kind: 'enter',
    state: 'superseded',
    message:
      otherwise > 0
        ? 'Git says something else again, before any cluster had it'
        : 'Its clusters are gone',
  };
}

function isLong({ progress }: EditRecord, now: Date): boolean {
  const { mergedAt, seenAt } = progress.pullRequest!;
  const since = Date.parse(mergedAt ?? seenAt);
  return now.getTime() - since > FOLLOWED_DAYS * 86_400_000;
}
