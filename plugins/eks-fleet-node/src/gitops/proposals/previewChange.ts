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

import { GitFailure } from '../hosts/GitFailure';
import type { GitRepository } from '../hosts/types';
import { applyChange } from './applyChange';
import { readFiles } from './readFiles';
import type { ProposedChange } from './types';

/**
 * Holds a change against its base branch as it is now, and writes nothing: for
 * previews, and to see whether what was agreed to still stands on the same
 * values.
 *
 * @returns the commit that it was held against, and the unified diff
 * @throws GitFailure; EditRefusal, `changedBase` among others, where it does not fit any more
 * @public
 */
export async function previewChange(
  repository: GitRepository,
  change: Pick<ProposedChange, 'base' | 'files'>,
): Promise<{ baseSha: string; diff: string }> {
  const base = await repository.readBranch(change.base);
  if (!base) {
    throw new GitFailure('notFound', `There is no branch ${change.base}`);
  }
  const paths = change.files.map(({ path }) => path);
  const present = await readFiles(repository, paths, base.sha);
  return { baseSha: base.sha, diff: applyChange(change, present).diff };
}
