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

import type { GitObject } from './types';

/** Reads what `git cat-file --batch` prints: a line for each object, and what is in it. */
export function parseObjects(output: Buffer): (GitObject | undefined)[] {
  const objects: (GitObject | undefined)[] = [];
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf('\n', at);
    const header = output.subarray(at, end).toString();
    const [, sha, type, size] =
      /^([0-9a-f]{40}) (blob|tree|commit|tag) (\d+)$/.exec(header) ?? [];
    if (sha) {
      const start = end + 1;
      const length = Number(size);
      objects.push({
        sha,
        type: type as GitObject['type'],
        content: output.subarray(start, start + length),
      });
      at = start + length + 1;
    } else {
      objects.push(undefined);
      at = end + 1;
    }
  }
  return objects;
}
