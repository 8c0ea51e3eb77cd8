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
import type { Signature } from '../git/types';
import { GithubError } from '../GithubError';
import type { Repository } from '../Repository';
import type { MergeMethod, PullRequest } from '../types';
import { assessMerge } from './mergeability';

const METHOD_NAMES: Record<MergeMethod, string> = {
  merge: 'Merge commits are',
  squash: 'Squash merges are',
  rebase: 'Rebase merges are',
};

export interface MergeRequest {
  actor: string;
  /** What the head must be. */
  sha?: string;
  method?: MergeMethod;
  title?: string;
  message?: string;
}

/**
 * Merges a pull request as GitHub does.
 *
 * @returns the commit that the base branch is at
 * @throws GithubError
 */
export function mergePull(
  repository: Repository,
  pull: PullRequest,
  request: MergeRequest,
): Promise<string> {
  return repository.change(async git => {
    const { actor, sha, method = 'merge' } = request;
    const { mergeMethods, deleteBranchOnMerge } = repository.spec;
    if (pull.state !== 'open') {
      throw new GithubError(405, 'Pull Request is not mergeable');
    }
    if (pull.draft) {
      throw new GithubError(405, 'Pull Request is still a draft');
    }
    if (mergeMethods && !mergeMethods.includes(method)) {
      throw new GithubError(
        405,
        `${METHOD_NAMES[method]} not allowed on this repository.`,
      );
    }
    if (sha !== undefined && sha !== pull.head.sha) {
      throw new GithubError(
        409,
        'Head branch was modified. Review and try the merge again.',
      );
    }
    const { base, merged, blockers } = await assessMerge(repository, git, pull);
    const { enforceAdmins = true } =
      repository.protections.get(pull.base.ref) ?? {};
    const mayBypass = !enforceAdmins && repository.roleOf(actor) === 'admin';
    if (blockers.length > 0 && !mayBypass) {
      throw new GithubError(405, blockers.join(' '));
    }
    if (merged.conflicts) {
      throw new GithubError(405, 'Pull Request is not mergeable');
    }
    const commit = await commitMerge(repository, git, pull, {
      ...request,
      method,
      base,
      tree: merged.tree,
    });
    const now = repository.clock.now();
    Object.assign(pull, {
      state: 'closed',
      closedAt: now,
      closedBy: actor,
      updatedAt: now,
      mergedAt: now,
      mergedBy: actor,
      mergeCommitSha: commit,
    });
    await repository.move(
      git,
      [{ ref: `refs/heads/${pull.base.ref}`, before: base, after: commit }],
      actor,
      { merging: pull },
    );
    repository.emit({ name: 'pull_request', action: 'closed', actor, pull });
    const head = git.branch(pull.head.ref);
    if (deleteBranchOnMerge && head === pull.head.sha) {
      await repository.move(
        git,
        [
          {
            ref: `refs/heads/${pull.head.ref}`,
            before: head,
            after: undefined,
          },
        ],
        actor,
      );
    }
    return commit;
  });
}

async function commitMerge(
  repository: Repository,
  git: GitRepository,
  pull: PullRequest,
  merge: MergeRequest & { method: MergeMethod; base: string; tree: string },
): Promise<string> {
  const { actor, method, base, tree } = merge;
  const { owner } = repository.spec;
  const committer: Signature = {
    name: 'GitHub',
    email: 'noreply@github.example',
    date: repository.clock.now(),
  };
  switch (method) {
    case 'squash':
      return git.writeCommit({
        tree,
        parents: [base],
        message: messageOf(
          merge.title ?? `${pull.title} (#${pull.number})`,
          merge.message ?? '',
        ),
        author: repository.signatureOf(pull.user),
        committer,
      });
    case 'rebase':
      return rebase(git, { base, head: pull.head.sha, committer });
    default:
      return git.writeCommit({
        tree,
        parents: [base, pull.head.sha],
        message: messageOf(
          merge.title ??
            `Merge pull request #${pull.number} from ${owner}/${pull.head.ref}`,
          merge.message ?? pull.title,
        ),
        author: repository.signatureOf(actor),
        committer,
      });
  }
}

function messageOf(title: string, body: string): string {
  return body ? `${title}\n\n${body}` : title;
}

/** Puts each commit of the head upon the base again. */
async function rebase(
  git: GitRepository,
  options: { base: string; head: string; committer: Signature },
): Promise<string> {
  const { base, head, committer } = options;
  const commits = await git.log(head, { not: [base] });
  let tip = base;
  for (const commit of commits.reverse()) {
    const { tree } = (await git.commit(tip))!;
    // With the commit's own parent below it, the tip and the commit differ by
    // this one change alone.
    const beside = await git.writeCommit({
      tree,
      parents: commit.parents.slice(0, 1),
      message: 'rebase',
      author: commit.author,
      committer,
    });
    const merged = await git.mergeTrees(beside, commit.sha);
    if (merged.conflicts) {
      throw new GithubError(405, "This branch can't be rebased");
    }
    tip = await git.writeCommit({
      tree: merged.tree,
      parents: [tip],
      message: commit.message,
      author: commit.author,
      committer,
    });
  }
  return tip;
}
