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
  RequestSource,
  RequestState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  nextProposalStep,
  type ProposalStep,
  type ProposedChange,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { RequestSighting } from '../kinds/types';
import type { RequestRecord } from '../types';

export type RequestPart = 'proposal' | 'removal';

type WaitingCode = NonNullable<RequestRecord['progress']['waiting']>['code'];

/** Nothing to do now, and what it waits for. */
export interface RequestWait {
  kind: 'wait';
  message?: string;
  seconds?: number;
  until?: string;
  waiting?: WaitingCode;
}

/** What to do next with a request: look, act, become something, or wait. */
export type RequestStep =
  | RequestWait
  | {
      kind: 'enter';
      state: RequestState;
      source: RequestSource;
      message: string;
    }
  /** Whether Git still is as it was when it was let through. */
  | { kind: 'verify' }
  | {
      kind: 'propose';
      part: RequestPart;
      step: Exclude<ProposalStep, { kind: 'made' }>;
    }
  | { kind: 'follow'; part: RequestPart }
  | { kind: 'close'; part: RequestPart }
  | { kind: 'observe' }
  | { kind: 'planRemoval' };

/** What a step is decided by besides the record. */
export interface StepFacts {
  now: Date;
  /** Why nothing may be written outside now, in a sentence. */
  halted?: string;
  /** Pull requests that were looked at already, in this turn. */
  looked: ReadonlySet<RequestPart>;
  /** Whether Git was found to be as it was let through, in this turn or before. */
  isVerified: boolean;
  /** What was seen in this turn. */
  sighting?: RequestSighting;
  changeOf: (part: RequestPart) => ProposedChange;
}

export const SOON = 25;
export const SELDOM = 300;

/** The next step towards an open pull request that is as it was proposed. */
export function proposeStep(
  { progress }: RequestRecord,
  part: RequestPart,
  { changeOf, halted }: StepFacts,
): RequestStep {
  const made = progress[part]!;
  // Nothing begins without its branch being written down, which is a look.
  const step: ProposalStep = made.proposal
    ? nextProposalStep(changeOf(part), made.proposal)
    : { kind: 'look', call: 'findPullRequest' };
  if (step.kind === 'made') {
    return { kind: 'follow', part };
  }
  return step.kind === 'act' && halted
    ? { kind: 'wait', seconds: SOON, message: halted, waiting: 'halt' }
    : { kind: 'propose', part, step };
}
