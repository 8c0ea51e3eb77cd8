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

/** What one line of a unified diff is. */
export type DiffLineKind = 'added' | 'removed' | 'place' | 'file' | 'same';

export interface DiffLine {
  kind: DiffLineKind;
  text: string;
}

/** The lines of a unified diff with what each is */
export function diffLines(diff: string): DiffLine[] {
  return diff
    .split('\n')
    .filter((line, index, all) => line !== '' || index < all.length - 1)
    .map(text => ({ kind: kindOf(text), text }));
}

function kindOf(line: string): DiffLineKind {
  if (/^(diff --git|index |--- |\+\+\+ )/.test(line)) {
    return 'file';
  }
  if (line.startsWith('@@')) {
    return 'place';
  }
  if (line.startsWith('+')) {
    return 'added';
  }
  return line.startsWith('-') ? 'removed' : 'same';
}
