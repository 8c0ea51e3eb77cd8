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

import { formatPointer, parsePointer, valueAt } from './jsonPointer';

/** One part of a field pointer: a key, or which element of a list. */
type Part = string | { key: string; value: string };

export interface FieldPointer {
  document: number;
  parts: Part[];
}

const ELEMENT = /^\[([A-Za-z0-9_.-]+)=(.+)\]$/;

/** Reads a field pointer as `ClusterFields` has them, or says what is wrong with it. */
export function parseFieldPointer(
  text: string,
): FieldPointer | { problem: string } {
  const [, document, pointer] = /^(?:(\d{1,3})#)?(.*)$/s.exec(text)!;
  if (!pointer.startsWith('/') || pointer.length < 2) {
    return {
      problem: `must be a JSON pointer, such as /kubernetes_version`,
    };
  }
  if (/~(?![01])/.test(pointer)) {
    return { problem: 'a ~ must be written ~0, a / in a key ~1' };
  }
  return {
    document: Number(document ?? 0),
    parts: parsePointer(pointer).map(part => {
      const [, key, value] = ELEMENT.exec(part) ?? [];
      return key ? { key, value } : part;
    }),
  };
}

/** The JSON pointer that a field pointer is in documents, for a name. */
export function resolveFieldPointer(
  text: string,
  documents: readonly unknown[],
  name = '',
): { document: number; pointer: string; value: unknown } | undefined {
  const parsed = parseFieldPointer(text);
  if ('problem' in parsed) {
    throw new Error(`Field pointer ${text}: ${parsed.problem}`);
  }
  const { document, parts } = parsed;
  const path: string[] = [];
  for (const part of parts) {
    if (typeof part === 'string') {
      path.push(part.replaceAll('{name}', name));
      continue;
    }
    const list = valueAt(documents[document], path);
    const wanted = part.value.replaceAll('{name}', name);
    const index = Array.isArray(list)
      ? list.findIndex(each => valueAt(each, [part.key]) === wanted)
      : -1;
    if (index < 0) {
      return undefined;
    }
    path.push(String(index));
  }
  const value = valueAt(documents[document], path);
  return value === undefined
    ? undefined
    : { document, pointer: formatPointer(path), value };
}
