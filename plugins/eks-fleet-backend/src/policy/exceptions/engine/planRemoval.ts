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

import {
  editEntries,
  EditRefusal,
  GitFailure,
  type GitRepository,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { ExceptionRemoval, RenderedFile } from '../types';

/**
 * What of an exception is in Git as it was agreed to, and so is the portal's to
 * remove. What somebody changed there since is left to them.
 *
 * @throws GitFailure
 */
export async function planRemoval(
  repository: Pick<GitRepository, 'readBranch' | 'readFile'>,
  base: string,
  files: RenderedFile[],
): Promise<Pick<ExceptionRemoval, 'files' | 'left'>> {
  const branch = await repository.readBranch(base);
  if (!branch) {
    throw new GitFailure('notFound', `There is no branch ${base}`);
  }
  const plan: Pick<ExceptionRemoval, 'files' | 'left'> = {
    files: [],
    left: [],
  };
  for (const file of files) {
    const found = await repository.readFile(file.path, branch.sha);
    const is = standing(file, found?.text);
    if (is === 'asMerged') {
      plan.files.push(file);
    } else if (is === 'changed') {
      plan.left.push(file.path);
    }
  }
  return plan;
}

function standing(
  file: RenderedFile,
  text: string | undefined,
): 'asMerged' | 'changed' | 'gone' {
  if (text === undefined) {
    return 'gone';
  }
  if ('create' in file) {
    return text === file.create ? 'asMerged' : 'changed';
  }
  const { add, path, pointer } = file;
  try {
    editEntries(path, text, [{ pointer, remove: add }]);
    return 'asMerged';
  } catch (error) {
    if (error instanceof EditRefusal) {
      return error.reason === 'notThere' ? 'gone' : 'changed';
    }
    throw error;
  }
}
