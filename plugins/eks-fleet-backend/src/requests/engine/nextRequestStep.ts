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

import { isRequestOver } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { RequestRecord } from '../types';
import {
  proposeStep,
  SELDOM,
  SOON,
  type RequestStep,
  type StepFacts,
} from './requestSteps';
import { stepAfterMerge } from './stepAfterMerge';

/** After that nobody is expected to decide any more. */
const UNDECIDED_DAYS = 30;
/** After that nobody is expected to merge it any more. */
const UNMERGED_DAYS = 60;

/** Pure: the same record and facts make the same step, however often. */
export function nextRequestStep(
  record: RequestRecord,
  facts: StepFacts,
): RequestStep {
  const { state } = record;
  if (isRequestOver(state)) {
    return { kind: 'wait' };
  }
  switch (state) {
    case 'draft':
      return stepDraft(record);
    case 'pendingApproval':
      return stepPending(record, facts);
    case 'proposed':
      return stepProposed(record, facts);
    case 'merged':
    case 'synced':
    case 'provisioning':
    case 'registered':
      return stepAfterMerge(record, facts);
    default:
      // Of a version that knows more; it is left alone.
      return { kind: 'wait', seconds: SELDOM };
  }
}

function stepDraft({ progress }: RequestRecord): RequestStep {
  const { approval } = progress.assessment;
  return {
    kind: 'enter',
    state: approval.needed ? 'pendingApproval' : 'proposed',
    source: 'portal',
    message: approval.message,
  };
}

function stepPending(
  { progress }: RequestRecord,
  { now }: StepFacts,
): RequestStep {
  const { at } = progress.steps.at(-1)!;
  const until = Date.parse(at) + UNDECIDED_DAYS * 86_400_000;
  return now.getTime() >= until
    ? {
        kind: 'enter',
        state: 'expired',
        source: 'portal',
        message: `Nobody decided about it for ${UNDECIDED_DAYS} days`,
      }
    : {
        kind: 'wait',
        until: new Date(until).toISOString(),
        message: 'Waits for somebody else to agree to it',
        waiting: 'approval',
      };
}

function stepProposed(record: RequestRecord, facts: StepFacts): RequestStep {
  const { acts, progress } = record;
  const { proposal } = progress;
  const end = endOf(record, facts.now);
  const { pullRequest } = proposal ?? {};
  if (!pullRequest) {
    const mayBeOpen = proposal?.proposal?.attempting !== undefined;
    if (end && !mayBeOpen) {
      return end;
    }
    // What a branch has already is held against what was agreed to later on.
    const made = proposal?.proposal;
    return made?.headSha || made?.attempting || facts.isVerified
      ? proposeStep(record, 'proposal', facts)
      : { kind: 'verify' };
  }
  const { number } = pullRequest;
  if (pullRequest.state === 'merged') {
    const by = pullRequest.mergedBy ? ` by ${pullRequest.mergedBy}` : '';
    return {
      kind: 'enter',
      state: 'merged',
      source: 'git',
      message: `Pull request #${number} was merged${by}`,
    };
  }
  if (pullRequest.state === 'closed') {
    return (
      end ?? {
        kind: 'enter',
        state: 'cancelled',
        source: 'git',
        message: `Pull request #${number} was closed unmerged`,
      }
    );
  }
  if (!facts.looked.has('proposal')) {
    return { kind: 'follow', part: 'proposal' };
  }
  if (end) {
    return facts.halted
      ? { kind: 'wait', seconds: SOON, message: facts.halted, waiting: 'halt' }
      : { kind: 'close', part: 'proposal' };
  }
  const next = proposeStep(record, 'proposal', facts);
  return next.kind === 'propose'
    ? next
    : {
        kind: 'wait',
        seconds: SOON,
        message: `Waits for somebody to merge pull request #${number}${
          acts.decisions.some(({ verdict }) => verdict === 'approve')
            ? ''
            : ', who agrees to it by that'
        }`,
        waiting: proposal!.problem ? 'review' : 'merge',
      };
}

/** How it ends where somebody took it back, or nobody merged it in time. */
function endOf(
  { acts, progress }: RequestRecord,
  now: Date,
): Extract<RequestStep, { kind: 'enter' }> | undefined {
  if (acts.cancelled) {
    return {
      kind: 'enter',
      state: 'cancelled',
      source: 'person',
      message: `${acts.cancelled.by} took it back`,
    };
  }
  const { at } = progress.steps.at(-1)!;
  const age = now.getTime() - Date.parse(at);
  return age >= UNMERGED_DAYS * 86_400_000
    ? {
        kind: 'enter',
        state: 'expired',
        source: 'portal',
        message: `Nobody merged it for ${UNMERGED_DAYS} days`,
      }
    : undefined;
}
