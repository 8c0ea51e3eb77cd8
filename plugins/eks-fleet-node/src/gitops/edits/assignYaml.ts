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
  type Document,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { confirmAssignment } from './confirmAssignment';
import { editText } from './editText';
import { formatPointer } from './jsonPointer';
import { EditRefusal, type FieldValue } from './types';
import {
  endOfLine,
  indentOf,
  inlineYaml,
  startOfLine,
  yamlKey,
  yamlLines,
} from './yamlLines';
import {
  contentEnd,
  endOfKey,
  find,
  isNothing,
  parse,
  refuseShared,
} from './yamlPlaces';

/** What a YAML file can hold. */
export type YamlValue =
  | FieldValue
  | null
  | readonly YamlValue[]
  | { readonly [key: string]: YamlValue };

/** A value that is there already, or a new one, at a path of keys. */
export interface YamlAssignment {
  path: readonly string[];
  /** `undefined` takes the key away, and what then holds nothing. */
  value: YamlValue | undefined;
}

/**
 * Writes a value into a YAML file of one document, and touches nothing else:
 * comments, order, indentation, quotes and line ends stay. Keys that are not
 * there are added at the end of what they belong to.
 *
 * @throws EditRefusal where that cannot be done with care
 */
export function assignYaml(
  text: string,
  { path, value }: YamlAssignment,
): string {
  const document = parse(text, path);
  const before = document.toJS() ?? {};
  if (value === undefined) {
    return confirmAssignment(
      before,
      remove(text, document, path),
      path,
      undefined,
    );
  }
  const { map, missing, pair } = find(document, path);
  if (missing.length === 0 && pair) {
    return replace(text, document, pair, path, value);
  }
  const added = add(text, document, { map, pair }, missing, value);
  return confirmAssignment(before, added, path, value);
}

function replace(
  text: string,
  document: Document,
  pair: Pair,
  path: readonly string[],
  value: YamlValue,
): string {
  const before = document.toJS();
  const node = pair.value as Node | null;
  const is = (node?.toJS(document) ?? null) as YamlValue;
  if (JSON.stringify(is) === JSON.stringify(value)) {
    return text;
  }
  if (isField(is) && isField(value) && typeof is === typeof value) {
    return editText('layer.yaml', text, [
      { pointer: formatPointer(path), from: is, to: value },
    ]);
  }
  refuseShared(node, path);
  const start = endOfKey(text, pair);
  const end = node?.range ? contentEnd(text, node) : start;
  if (/(^|\s)#/m.test(text.slice(start, end))) {
    throw new EditRefusal(
      'notUnderstood',
      `${formatPointer(path)} has comments within, which would be lost`,
    );
  }
  const indent = indentOf(text, (pair.key as Scalar).range![0]);
  const key = String(path.at(-1));
  const [first, ...rest] = yamlLines(key, value, indent);
  const written = first.slice(yamlKey(key, indent).length);
  return confirmAssignment(
    before,
    text.slice(0, start) +
      [written, ...rest].join(eolOf(text)) +
      text.slice(end),
    path,
    value,
  );
}

function add(
  text: string,
  document: Document,
  { map, pair }: { map?: YAMLMap; pair?: Pair },
  missing: readonly string[],
  value: YamlValue,
): string {
  const eol = eolOf(text);
  const nested = missing
    .slice(1)
    .reduceRight<YamlValue>((inner, key) => ({ [key]: inner }), value);
  const [key] = missing;
  if (!map) {
    if (document.contents && !isNothing(document.contents)) {
      throw new EditRefusal('otherType', 'It is no group of fields');
    }
    const gap = text === '' || text.endsWith('\n') ? '' : eol;
    return `${text}${gap}${yamlLines(key, nested, '').join(eol)}${eol}`;
  }
  if (pair) {
    // The key is there, and what it holds is no map.
    return addBelow(text, pair, key, nested);
  }
  if (map.flow || map.items.length === 0) {
    return addToFlow(text, map, key, nested);
  }
  const first = map.items[0].key as Scalar;
  const at = endOfLine(text, contentEnd(text, map));
  const lines = yamlLines(key, nested, indentOf(text, first.range![0]));
  return insertLines(text, at, lines);
}

function addBelow(
  text: string,
  pair: Pair,
  key: string,
  value: YamlValue,
): string {
  const holds = pair.value as Node | null;
  if (holds && (!isNothing(holds) || (holds as Scalar).source)) {
    throw new EditRefusal(
      'otherType',
      `${String((pair.key as Scalar).value)} is no group of fields`,
    );
  }
  const name = (pair.key as Scalar).range![0];
  const lines = yamlLines(key, value, `${indentOf(text, name)}  `);
  return insertLines(text, endOfLine(text, name), lines);
}

function addToFlow(
  text: string,
  map: YAMLMap,
  key: string,
  value: YamlValue,
): string {
  const end = map.range![1];
  const written = `${yamlKey(key, '')} ${inlineYaml(value)}`;
  return map.items.length === 0
    ? `${text.slice(0, map.range![0])}{ ${written} }${text.slice(end)}`
    : `${text.slice(0, end - 1).trimEnd()}, ${written} ${text.slice(end - 1)}`;
}

function remove(
  text: string,
  document: Document,
  path: readonly string[],
): string {
  const { map, pair, missing } = find(document, path);
  if (missing.length > 0 || !map || !pair) {
    return text;
  }
  if (map.items.length === 1 && path.length > 1) {
    // What is left empty would be null, by which Helm takes the default away.
    return remove(text, document, path.slice(0, -1));
  }
  if (map.flow) {
    throw new EditRefusal(
      'notUnderstood',
      `${formatPointer(path)} is one of several in a line`,
    );
  }
  refuseShared(pair.value as Node | null, path);
  const start = startOfLine(text, (pair.key as Scalar).range![0]);
  const node = pair.value as Node | null;
  const end = endOfLine(
    text,
    node?.range ? contentEnd(text, node) : endOfKey(text, pair),
  );
  return text.slice(0, start) + text.slice(end);
}

function insertLines(text: string, at: number, lines: string[]): string {
  const eol = eolOf(text);
  const gap = at > 0 && text[at - 1] !== '\n' ? eol : '';
  return `${text.slice(0, at)}${gap}${lines.join(eol)}${eol}${text.slice(at)}`;
}

function isField(value: unknown): value is FieldValue {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
