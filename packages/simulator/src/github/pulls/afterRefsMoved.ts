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

import type { GitRepository } from '../git/GitRepository';
import type { RefMove, Repository } from '../Repository';
import type { PullRequest } from '../types';

const BRANCH = 'refs/heads/';

/**
 * What a moved branch means for the pull requests that are open: a new head, a
 * head that is gone, or a merge by hand.
 */
export async function afterRefsMoved(
  repository: Repository,
  git: GitRepository,
  { ref, before, after }: RefMove,
  options: { actor: string; merging?: PullRequest },
): Promise<void> {
  if (!ref.startsWith(BRANCH)) {
    return;
  }
  const { actor, merging } = options;
  const branch = ref.slice(BRANCH.length);
  const now = repository.clock.now();
  for (const pull of repository.pulls.values()) {
    if (pull.state !== 'open' || pull === merging) {
      continue;
    }
    if (pull.head.ref === branch) {
      pull.updatedAt = now;
      if (after === undefined) {
        close(repository, pull, actor);
        continue;
      }
      pull.head.sha = after;
      pull.base.sha = git.branch(pull.base.ref) ?? pull.base.sha;
      dismissStaleReviews(repository, pull);
      repository.emit({
        name: 'pull_request',
        action: 'synchronize',
        actor,
        pull,
        before,
      });
    }
    if (
      pull.base.ref === branch &&
      after !== undefined &&
      (await git.isAncestor(pull.head.sha, after))
    ) {
      pull.mergedAt = now;
      pull.mergedBy = actor;
      pull.mergeCommitSha = after;
      close(repository, pull, actor);
    }
  }
}

function close(repository: Repository, pull: PullRequest, actor: string): void {
  pull.state = 'closed';
  pull.closedAt = repository.clock.now();
  pull.closedBy = actor;
  repository.emit({ name: 'pull_request', action: 'closed', actor, pull });
}

function dismissStaleReviews(repository: Repository, pull: PullRequest): void {
  if (!repository.protections.get(pull.base.ref)?.dismissStaleReviews) {
    return;
  }
  for (const review of pull.reviews) {
    if (review.state === 'APPROVED') {
      review.state = 'DISMISSED';
    }
  }
}
