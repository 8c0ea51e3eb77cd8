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
import type { MergedTree } from '../git/types';
import { GithubError } from '../GithubError';
import type { Repository } from '../Repository';
import type { PullRequest } from '../types';
import { blockersOf } from './blockersOf';

export interface Mergeability {
  /** The tip of the base branch that it was merged with. */
  base: string;
  merged: MergedTree;
  isBehind: boolean;
  blockers: string[];
}

export type MergeableState =
  | 'behind'
  | 'blocked'
  | 'clean'
  | 'dirty'
  | 'draft'
  | 'unstable';

/** Merges head and base on trial, and asks what protects the base. */
export async function assessMerge(
  repository: Repository,
  git: GitRepository,
  pull: PullRequest,
): Promise<Mergeability> {
  const base = git.branch(pull.base.ref);
  if (!base) {
    throw GithubError.notFound();
  }
  const [merged, isBehind] = await Promise.all([
    git.mergeTrees(base, pull.head.sha),
    git.isAncestor(base, pull.head.sha).then(contained => !contained),
  ]);
  return {
    base,
    merged,
    isBehind,
    blockers: blockersOf(pull, repository.protections.get(pull.base.ref), {
      statuses: repository.latestStatuses(pull.head.sha),
      isBehind,
      mayWrite: login => repository.roleOf(login) !== 'read',
    }),
  };
}

/** The one word that GitHub has for it. */
export function mergeableState(
  repository: Repository,
  pull: PullRequest,
  { merged, isBehind, blockers }: Mergeability,
): MergeableState {
  if (merged.conflicts) {
    return 'dirty';
  }
  if (pull.draft) {
    return 'draft';
  }
  if (blockers.length > 0) {
    const { strict } = repository.protections.get(pull.base.ref) ?? {};
    return strict && isBehind && blockers.length === 1 ? 'behind' : 'blocked';
  }
  const isGreen = repository
    .latestStatuses(pull.head.sha)
    .every(({ state }) => state === 'success');
  return isGreen ? 'clean' : 'unstable';
}
