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

import { GithubError } from '../GithubError';
import type { Repository } from '../Repository';
import type { PullRequestComment, PullRequest, Review } from '../types';

export interface PullEdit {
  title?: string;
  body?: string;
  state?: 'open' | 'closed';
  base?: string;
}

/** Changes what a pull request says, closes it or opens it again. */
export function editPull(
  repository: Repository,
  pull: PullRequest,
  edit: PullEdit & { actor: string },
): Promise<void> {
  return repository.change(async git => {
    const { actor } = edit;
    const now = repository.clock.now();
    const base = edit.base === undefined ? undefined : git.branch(edit.base);
    if (edit.base !== undefined && !base) {
      throw GithubError.invalid('PullRequest', {
        field: 'base',
        code: 'invalid',
      });
    }
    if (edit.state === 'open' && pull.state === 'closed') {
      const head = git.branch(pull.head.ref);
      if (!head || pull.mergedAt) {
        throw GithubError.invalid('PullRequest', {
          message:
            'state cannot be changed. The pull request cannot be reopened.',
        });
      }
      pull.head.sha = head;
      pull.state = 'open';
      pull.closedAt = undefined;
      pull.closedBy = undefined;
      repository.emit({
        name: 'pull_request',
        action: 'reopened',
        actor,
        pull,
      });
    }
    pull.title = edit.title ?? pull.title;
    pull.body = edit.body ?? pull.body;
    if (base) {
      pull.base = { ref: edit.base!, sha: base };
    }
    pull.updatedAt = now;
    if (edit.title ?? edit.body ?? edit.base) {
      repository.emit({ name: 'pull_request', action: 'edited', actor, pull });
    }
    if (edit.state === 'closed' && pull.state === 'open') {
      pull.state = 'closed';
      pull.closedAt = now;
      pull.closedBy = actor;
      repository.emit({ name: 'pull_request', action: 'closed', actor, pull });
    }
  });
}

const STATES = {
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'CHANGES_REQUESTED',
  COMMENT: 'COMMENTED',
} as const;

export type ReviewVerdict = keyof typeof STATES;

export function isReviewVerdict(text: unknown): text is ReviewVerdict {
  return typeof text === 'string' && text in STATES;
}

/** Reviews a pull request at its head. */
export function reviewPull(
  repository: Repository,
  pull: PullRequest,
  review: { actor: string; verdict: ReviewVerdict; body?: string },
): Review {
  const { actor, verdict, body = '' } = review;
  if (actor === pull.user && verdict !== 'COMMENT') {
    throw new GithubError(422, 'Unprocessable Entity', {
      errors: [
        verdict === 'APPROVE'
          ? 'Can not approve your own pull request'
          : 'Can not request changes on your own pull request',
      ],
    });
  }
  const now = repository.clock.now();
  const submitted: Review = {
    id: repository.nextId(),
    user: actor,
    body,
    state: STATES[verdict],
    commitSha: pull.head.sha,
    submittedAt: now,
  };
  pull.reviews.push(submitted);
  pull.requestedReviewers = pull.requestedReviewers.filter(
    login => login !== actor,
  );
  pull.updatedAt = now;
  repository.emit({
    name: 'pull_request_review',
    action: 'submitted',
    actor,
    pull,
    review: submitted,
  });
  return submitted;
}

export function commentOnPull(
  repository: Repository,
  pull: PullRequest,
  { actor, body }: { actor: string; body: string },
): PullRequestComment {
  const now = repository.clock.now();
  const comment: PullRequestComment = {
    id: repository.nextId(),
    user: actor,
    body,
    createdAt: now,
    updatedAt: now,
  };
  pull.comments.push(comment);
  pull.updatedAt = now;
  repository.emit({
    name: 'issue_comment',
    action: 'created',
    actor,
    pull,
    comment,
  });
  return comment;
}
