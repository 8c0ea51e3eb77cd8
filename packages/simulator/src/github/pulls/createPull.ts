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
import type { PullRequest } from '../types';

export interface NewPull {
  title: string;
  body?: string;
  /** A branch, with its owner before it or not. */
  head: string;
  base: string;
  draft?: boolean;
}

/**
 * Opens a pull request.
 *
 * @throws GithubError where branches are missing, one is open already, or the
 * head has nothing that the base has not
 */
export function createPull(
  repository: Repository,
  actor: string,
  request: NewPull,
): Promise<PullRequest> {
  return repository.change(async git => {
    const { owner } = repository.spec;
    const [, headOwner, headRef] = /^(?:([^:]+):)?(.+)$/.exec(request.head)!;
    const head = git.branch(headRef);
    if (!head || (headOwner && headOwner !== owner)) {
      throw GithubError.invalid('PullRequest', {
        field: 'head',
        code: 'invalid',
      });
    }
    const base = git.branch(request.base);
    if (!base) {
      throw GithubError.invalid('PullRequest', {
        field: 'base',
        code: 'invalid',
      });
    }
    const isOpen = [...repository.pulls.values()].some(
      pull =>
        pull.state === 'open' &&
        pull.head.ref === headRef &&
        pull.base.ref === request.base,
    );
    if (isOpen) {
      throw GithubError.invalid('PullRequest', {
        message: `A pull request already exists for ${owner}:${headRef}.`,
      });
    }
    if (await git.isAncestor(head, base)) {
      throw GithubError.invalid('PullRequest', {
        message: `No commits between ${request.base} and ${headRef}`,
      });
    }
    const now = repository.clock.now();
    const pull: PullRequest = {
      id: repository.nextId(),
      number: repository.pulls.size + 1,
      title: request.title,
      body: request.body,
      user: actor,
      state: 'open',
      draft: request.draft ?? false,
      head: { ref: headRef, sha: head },
      base: { ref: request.base, sha: base },
      createdAt: now,
      updatedAt: now,
      labels: [],
      assignees: [],
      requestedReviewers: [],
      requestedTeams: [],
      reviews: [],
      comments: [],
    };
    repository.pulls.set(pull.number, pull);
    repository.emit({ name: 'pull_request', action: 'opened', actor, pull });
    return pull;
  });
}
