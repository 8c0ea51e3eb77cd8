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

import type { BranchProtection, CommitStatus, PullRequest } from '../types';

/** What keeps a pull request from its base branch, in GitHub's words. */
export function blockersOf(
  pull: Pick<PullRequest, 'reviews' | 'user'>,
  protection: BranchProtection | undefined,
  facts: {
    /** The latest of each context on the head commit. */
    statuses: Pick<CommitStatus, 'context' | 'state'>[];
    isBehind: boolean;
    /** Whether a review of theirs counts. */
    mayWrite(login: string): boolean;
  },
): string[] {
  if (!protection) {
    return [];
  }
  const { requiredStatusChecks = [], requiredApprovingReviews = 0 } =
    protection;
  return [
    ...statusBlockers(requiredStatusChecks, facts.statuses),
    ...reviewBlockers(pull, requiredApprovingReviews, facts.mayWrite),
    ...(protection.strict && facts.isBehind
      ? ['The head branch is not up to date with the base branch.']
      : []),
  ];
}

const WORDS = {
  missing: 'expected',
  pending: 'pending',
  error: 'failing',
  failure: 'failing',
};

function statusBlockers(
  required: string[],
  statuses: Pick<CommitStatus, 'context' | 'state'>[],
): string[] {
  const missed = required.flatMap(context => {
    const state =
      statuses.find(status => status.context === context)?.state ?? 'missing';
    return state === 'success' ? [] : [{ context, word: WORDS[state] }];
  });
  if (missed.length < 2) {
    return missed.map(
      ({ context, word }) => `Required status check "${context}" is ${word}.`,
    );
  }
  const words = [...new Set(missed.map(({ word }) => word))].join(' or ');
  return [
    `${missed.length} of ${required.length} required status checks are ${words}.`,
  ];
}

function reviewBlockers(
  { reviews, user }: Pick<PullRequest, 'reviews' | 'user'>,
  required: number,
  mayWrite: (login: string) => boolean,
): string[] {
  const latest = new Map(
    reviews
      .filter(review => review.state !== 'COMMENTED')
      .filter(review => review.user !== user && mayWrite(review.user))
      .map(review => [review.user, review.state]),
  );
  const count = (state: string) =>
    [...latest.values()].filter(known => known === state).length;
  const blockers: string[] = [];
  if (required > 0 && count('CHANGES_REQUESTED') > 0) {
    blockers.push(
      'Changes have been requested by reviewers with write access.',
    );
  }
  if (count('APPROVED') < required) {
    blockers.push(
      `At least ${required} approving review${
        required > 1 ? 's are' : ' is'
      } required by reviewers with write access.`,
    );
  }
  return blockers;
}
