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
  isMap,
  isScalar,
  parseDocument,
  type Document,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { formatPointer } from './jsonPointer';
import { EditRefusal } from './types';

/** How far a path of keys leads in a document. */
export interface Found {
  /** The innermost map that is there; none where the file is empty. */
  map?: YAMLMap;
  /** Of the last key that is there. */
  pair?: Pair;
  /** Keys that are not there. */
  missing: readonly string[];
}

export function find(document: Document, path: readonly string[]): Found {
  let node: unknown = document.contents;
  let map: YAMLMap | undefined;
  let pair: Pair | undefined;
  for (const [index, part] of path.entries()) {
    if (!isMap(node)) {
      return { map, pair, missing: path.slice(index) };
    }
    refuseShared(node, path);
    map = node;
    const next = node.items.find(
      ({ key }) => isScalar(key) && String(key.value) === part,
    );
    if (!next) {
      return { map, missing: path.slice(index) };
    }
    pair = next;
    node = next.value;
  }
  return { map, pair, missing: [] };
}

/** Where the last value of a node ends, comments behind it apart. */
export function contentEnd(text: string, node: Node): number {
  const [start, end] = node.range!;
  if (isScalar(node)) {
    return end;
  }
  const items = (node as YAMLMap).items ?? [];
  if ((node as YAMLMap).flow || items.length === 0) {
    return end;
  }
  const last = items.at(-1) as Pair | Node;
  if ('key' in last) {
    const value = last.value as Node | null;
    return value?.range && value.range[1] > value.range[0]
      ? contentEnd(text, value)
      : endOfKey(text, last);
  }
  return last.range ? contentEnd(text, last) : Math.max(start, end);
}

/** Where the value of a key may begin. */
export function endOfKey(text: string, pair: Pair): number {
  return text.indexOf(':', (pair.key as Scalar).range![1]) + 1;
}

/** A file of one document. */
export function parse(text: string, path: readonly string[]): Document {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) {
    throw new EditRefusal(
      'notUnderstood',
      `It is not YAML of one document: ${error.message.split('\n')[0]}`,
    );
  }
  if (path.length === 0) {
    throw new EditRefusal('notUnderstood', 'No key is named');
  }
  return document;
}

/** What other places share is not edited. */
export function refuseShared(node: Node | null, path: readonly string[]): void {
  const merges =
    isMap(node) &&
    node.items.some(({ key }) => isScalar(key) && key.value === '<<');
  if (
    node &&
    (('source' in node && !isScalar(node)) || (node as any).anchor || merges)
  ) {
    throw new EditRefusal(
      'shared',
      `${formatPointer(
        path,
      )} is shared with other places, which would change with it`,
    );
  }
}

export function isNothing(node: Node): boolean {
  return isScalar(node) && node.value === null;
}
