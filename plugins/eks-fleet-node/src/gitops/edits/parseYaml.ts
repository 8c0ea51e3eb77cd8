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
  isAlias,
  isCollection,
  isMap,
  isScalar,
  parse,
  parseAllDocuments,
  visit,
  type Document,
  type Node,
  type Scalar,
} from 'yaml';
import {
  EditRefusal,
  type FieldValue,
  type ParsedText,
  type ValueSlot,
} from './types';

/** YAML whose values can be replaced without touching anything around them. */
export function parseYaml(text: string): ParsedText {
  const parsed = parseAllDocuments(text);
  const documents: Document[] = 'empty' in parsed ? [] : parsed;
  const [error] = documents.flatMap(document => document.errors);
  if (error) {
    throw new EditRefusal(
      'notUnderstood',
      `It is not YAML: ${error.message.split('\n')[0]}`,
    );
  }
  return {
    documents: documents.map(document => toPlain(document)),
    slotOf(index, path) {
      const document = documents[index];
      if (!document) {
        throw new EditRefusal(
          'notThere',
          `It has ${documents.length} documents, and none of number ${index}`,
        );
      }
      return slotOf(document, path);
    },
  };
}

function toPlain(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new EditRefusal(
      'notUnderstood',
      `It is not read: ${(error as Error).message}`,
    );
  }
}

function slotOf(document: Document, path: string[]): ValueSlot {
  const aliased = aliasedAnchors(document);
  let node: unknown = document.contents;
  refuseShared(node, aliased);
  for (const part of path) {
    node = childOf(node, part);
    refuseShared(node, aliased);
  }
  if (!isScalar(node) || !node.range) {
    throw isCollection(node)
      ? new EditRefusal('otherType', 'It is a group of fields, not a value')
      : new EditRefusal('notThere', 'There is no such field');
  }
  const { type, value } = node;
  if (type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL') {
    throw new EditRefusal('notUnderstood', 'It is a text of several lines');
  }
  const [start, end] = node.range;
  return {
    start,
    end,
    value,
    write: to => writeScalar(to, type, node as Scalar),
  };
}

function childOf(node: unknown, part: string): unknown {
  if (!isCollection(node)) {
    return undefined;
  }
  if (!isMap(node)) {
    return /^\d+$/.test(part) ? node.get(Number(part), true) : undefined;
  }
  const pair = node.items.find(
    ({ key }) => isScalar(key) && nameOf(key) === part,
  );
  if (
    !pair &&
    node.items.some(({ key }) => isScalar(key) && key.value === '<<')
  ) {
    throw new EditRefusal(
      'shared',
      'It is not written there, but may come from what is merged in with <<',
    );
  }
  return pair?.value;
}

/** Keys are texts in every other format: `1.30:` is the key `1.30`. */
function nameOf(key: Scalar): string {
  return typeof key.value === 'string'
    ? key.value
    : key.source ?? String(key.value);
}

function aliasedAnchors(document: Document): Set<string> {
  const anchors = new Set<string>();
  visit(document, {
    Alias: (_, { source }) => {
      anchors.add(source);
    },
  });
  return anchors;
}

function refuseShared(node: unknown, aliased: Set<string>): void {
  const anchor = (node as (Node & { anchor?: string }) | undefined)?.anchor;
  if (isAlias(node) || (anchor !== undefined && aliased.has(anchor))) {
    const name = isAlias(node) ? node.source : anchor;
    throw new EditRefusal(
      'shared',
      `It is shared as &${name}, and other places would change with it`,
    );
  }
}

function writeScalar(
  value: FieldValue,
  type: string | undefined,
  node: Scalar,
): string {
  if (typeof value !== 'string') {
    return String(value);
  }
  if (type === 'QUOTE_SINGLE') {
    return `'${value.replaceAll("'", "''")}'`;
  }
  const stays = type === 'PLAIN' && (node.tag || isPlainText(value));
  return stays ? value : JSON.stringify(value);
}

/** Readers of YAML 1.1 are still about, and take `on`, `1_0` and `1:30` for no texts. */
export function isPlainText(value: string): boolean {
  return (
    /^[A-Za-z0-9._/-][A-Za-z0-9._/+@-]*$/.test(value) &&
    (['1.1', '1.2'] as const).every(version => {
      try {
        return parse(value, { version }) === value;
      } catch {
        return false;
      }
    })
  );
}
