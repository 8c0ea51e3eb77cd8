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
import { idOf } from '../rest/gitData';
import type { GitRepository } from './GitRepository';

/** @throws GithubError where there is no such commit */
export async function assertCommit(
  git: GitRepository,
  sha: string,
): Promise<void> {
  const object = /^[0-9a-f]{40}$/.test(sha)
    ? await git.object(idOf(sha))
    : undefined;
  if (object?.type !== 'commit') {
    throw new GithubError(422, 'Object does not exist');
  }
}

/** What `git check-ref-format` takes, a little narrower. */
export function isRefName(ref: string): boolean {
  return (
    /^refs\/(heads|tags)\/[^\s~^:?*[\\\p{Cc}]+$/u.test(ref) &&
    !/\.\.|\/\/|@\{|\/\.|\.lock(\/|$)|[/.]$/.test(ref)
  );
}
