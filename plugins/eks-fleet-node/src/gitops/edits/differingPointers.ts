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

import { formatPointer } from './jsonPointer';

/** Where the values of two files differ; those of further documents with the document's number. */
export function differingPointers(
  before: readonly unknown[],
  after: readonly unknown[],
): string[] {
  const count = Math.max(before.length, after.length);
  return Array.from({ length: count }, (_, index) =>
    differences(before[index], after[index], []).map(pointer =>
      index ? `${index}#${pointer}` : pointer,
    ),
  ).flat();
}

function differences(
  before: unknown,
  after: unknown,
  path: readonly string[],
): string[] {
  if (isGroup(before) && isGroup(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap(key =>
      differences(before[key], after[key], [...path, key]),
    );
  }
  return before === after ? [] : [formatPointer(path) || '/'];
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
