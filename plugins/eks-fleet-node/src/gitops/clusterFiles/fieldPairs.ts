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

import { valueAt } from '../edits/jsonPointer';
import type { FileDocument } from './types';

/** A field of a bill of materials, and where a file has it; parts of paths with `/` between. */
export interface FieldPair {
  spec: string;
  file: string;
  to?: (value: any) => unknown;
  from?: (value: any) => unknown;
}

/** The same value in both. */
export function pair(spec: string, file: string): FieldPair {
  return { spec, file };
}

/** Another name for each value. */
export function renamed(
  spec: string,
  file: string,
  names: Readonly<Record<string, string>>,
): FieldPair {
  const back = Object.fromEntries(
    Object.entries(names).map(([from, to]) => [to, from]),
  );
  return {
    spec,
    file,
    to: value => names[value] ?? value,
    from: value => (Object.hasOwn(back, value) ? back[value] : value),
  };
}

/** A list whose elements have pairs of their own. */
export function listed(
  spec: string,
  file: string,
  pairs: readonly FieldPair[],
): FieldPair {
  return {
    spec,
    file,
    to: (items: object[]) => items.map(each => writePairs(pairs, each)),
    from: items =>
      Array.isArray(items) ? items.map(each => readPairs(pairs, each)) : items,
  };
}

/** What a file has of a source, without lists and maps that are empty. */
export function writePairs(
  pairs: readonly FieldPair[],
  source: unknown,
): FileDocument {
  const file: FileDocument = {};
  for (const { spec, file: path, to } of pairs) {
    const value = valueAt(source, spec.split('/'));
    if (value !== undefined && !isEmpty(value)) {
      put(file, path.split('/'), to ? to(value) : value);
    }
  }
  return file;
}

/** What a source has of a file. */
export function readPairs(
  pairs: readonly FieldPair[],
  file: unknown,
): Record<string, unknown> {
  const source: Record<string, unknown> = {};
  for (const { spec, file: path, from } of pairs) {
    const value = valueAt(file, path.split('/'));
    if (value !== undefined) {
      put(source, spec.split('/'), from ? from(value) : value);
    }
  }
  return source;
}

/** Merges maps, the later one over the earlier; what is `undefined` is left out. */
export function merged(...parts: readonly object[]): FileDocument {
  const result: FileDocument = {};
  for (const part of parts) {
    for (const [key, value] of Object.entries(part)) {
      if (value === undefined) {
        continue;
      }
      const present = result[key];
      result[key] =
        isMap(present) && isMap(value) ? merged(present, value) : value;
    }
  }
  return result;
}

/** The value itself; nothing for a list or a map that is empty. */
export function unlessEmpty<T>(value: T): T | undefined {
  return isEmpty(value) ? undefined : value;
}

function put(into: FileDocument, path: string[], value: unknown): void {
  const [key, ...rest] = path;
  if (value === undefined) {
    return;
  }
  if (rest.length === 0) {
    into[key] = value;
    return;
  }
  const inner = isMap(into[key]) ? (into[key] as FileDocument) : {};
  put(inner, rest, value);
  into[key] = inner;
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value)
    ? value.length === 0
    : isMap(value) && Object.keys(value).length === 0;
}

export function isMap(value: unknown): value is FileDocument {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
