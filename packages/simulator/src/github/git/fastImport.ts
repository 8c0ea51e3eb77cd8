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

import { gitDate } from './commits';
import type { Signature } from './types';

export interface ImportedCommit {
  branch: string;
  message: string;
  author: Signature;
  files: Record<string, string>;
}

/** What `git fast-import` reads: commits one upon the other, each adding files. */
export function fastImportStream(commits: ImportedCommit[]): string {
  return commits
    .map(({ branch, message, author, files }) => {
      const who = `${author.name} <${author.email}> ${gitDate(author.date)}`;
      return [
        `commit refs/heads/${branch}\n`,
        `author ${who}\n`,
        `committer ${who}\n`,
        data(message),
        ...Object.entries(files).map(
          ([path, content]) =>
            `M 100644 inline ${JSON.stringify(path)}\n${data(content)}`,
        ),
        '\n',
      ].join('');
    })
    .join('');
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
