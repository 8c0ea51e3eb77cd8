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
import type { GitRepository } from '../github/git/GitRepository';

export interface FleetFile {
  path: string;
  sha: string;
}

/** The files in some folders of a repository at one commit; in order of the folders. */
export async function listFiles(
  git: GitRepository,
  revision: string,
  folders: readonly string[],
): Promise<FleetFile[]> {
  const found = await git.objects(
    folders.map(folder => `${revision}:${folder}`),
  );
  const trees = await Promise.all(
    found.map(async (folder, index) =>
      folder?.type === 'tree'
        ? (
            await git.tree(folder.sha, true)
          ).map(entry => ({
            ...entry,
            path: `${folders[index]}/${entry.path}`,
          }))
        : [],
    ),
  );
  return trees.flat().filter(({ type }) => type === 'blob');
}
