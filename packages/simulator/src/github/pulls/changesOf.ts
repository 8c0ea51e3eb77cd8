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
import type { FileDiff } from '../git/types';
import type { PullRequest } from '../types';

/** What a pull request changes: from where it left its base. */
export async function changesOf(
  git: GitRepository,
  pull: PullRequest,
): Promise<FileDiff[]> {
  const base = pull.state === 'open' ? git.branch(pull.base.ref) : undefined;
  const from = base ?? pull.base.sha;
  return git.diff(
    (await git.mergeBase(from, pull.head.sha)) ?? from,
    pull.head.sha,
  );
}
