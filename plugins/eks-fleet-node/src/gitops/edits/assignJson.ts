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

import { isDeepStrictEqual } from 'node:util';
import type { JsonValue } from '@backstage/types';
import { formatPointer, valueAt } from './jsonPointer';
import { readJsonPlaces, type JsonPlace } from './parseJson';
import { EditRefusal } from './types';

/**
 * Writes a value into a JSON file, and touches nothing else: order, indentation
 * and line ends of the rest stay. Keys that are not there are added at the end
 * of what they belong to; without a value a key goes, and what then is empty.
 *
 * @throws EditRefusal where that cannot be done with care
 */
export function assignJson(
  text: string,
  path: readonly string[],
  value: JsonValue | undefined,
): string {
  const { document, root } = readJsonPlaces(text || '{}\n');
  const source = text || '{}\n';
  if (path.length === 0) {
    throw new EditRefusal('notUnderstood', 'No key is named');
  }
  const edited =
    value === undefined
      ? remove(source, document, root, path)
      : put(source, document, root, path, value);
  const expected = assigned(document, path, value) ?? {};
  if (!isDeepStrictEqual(readJsonPlaces(edited).document, expected)) {
    throw new EditRefusal(
      'notUnderstood',
      `Writing ${formatPointer(path)} would change more than that`,
    );
  }
  return edited;
}

function put(
  text: string,
  document: unknown,
  root: JsonPlace,
  path: readonly string[],
  value: JsonValue,
): string {
  let place = root;
  for (const [index, part] of path.entries()) {
    const next = place.children?.get(part);
    if (!next) {
      if (!isRecord(valueAt(document, path.slice(0, index)))) {
        throw new EditRefusal(
          'otherType',
          `${formatPointer(path.slice(0, index))} is no group of fields`,
        );
      }
      const inner = path
        .slice(index + 1)
        .reduceRight<JsonValue>((held, key) => ({ [key]: held }), value);
      return add(text, place, part, inner);
    }
    place = next;
  }
  return (
    text.slice(0, place.start) +
    write(value, indentAt(text, place.start), unitOf(text), eolOf(text)) +
    text.slice(place.end)
  );
}

function add(
  text: string,
  parent: JsonPlace,
  key: string,
  value: JsonValue,
): string {
  const last = [...parent.children!.values()].at(-1);
  const isOneLine =
    last !== undefined && !text.slice(parent.start, parent.end).includes('\n');
  const outer = indentAt(text, parent.start);
  const unit = unitOf(text);
  const below = last ? indentAt(text, last.keyStart!) : outer + unit;
  const indent = isOneLine ? outer : below;
  const eol = eolOf(text);
  const written = `${JSON.stringify(key)}: ${
    isOneLine ? JSON.stringify(value) : write(value, indent, unit, eol)
  }`;
  if (!last) {
    return `${text.slice(
      0,
      parent.start,
    )}{${eol}${indent}${written}${eol}${outer}}${text.slice(parent.end)}`;
  }
  const gap = isOneLine ? ' ' : `${eol}${indent}`;
  return `${text.slice(0, last.end)},${gap}${written}${text.slice(last.end)}`;
}

function remove(
  text: string,
  document: unknown,
  root: JsonPlace,
  path: readonly string[],
): string {
  const parent = path
    .slice(0, -1)
    .reduce<JsonPlace | undefined>((at, part) => at?.children?.get(part), root);
  const keys = [...(parent?.children?.keys() ?? [])];
  const index = keys.indexOf(path.at(-1)!);
  if (!parent || index < 0) {
    return text;
  }
  if (!isRecord(valueAt(document, path.slice(0, -1)))) {
    throw new EditRefusal(
      'otherType',
      `${formatPointer(path.slice(0, -1))} is no group of fields`,
    );
  }
  if (keys.length === 1) {
    return path.length > 1
      ? remove(text, document, root, path.slice(0, -1))
      : `${text.slice(0, parent.start)}{}${text.slice(parent.end)}`;
  }
  const places = [...parent.children!.values()];
  const [from, to] =
    index > 0
      ? [places[index - 1].end, places[index].end]
      : [places[0].keyStart!, places[1].keyStart!];
  return text.slice(0, from) + text.slice(to);
}

function assigned(
  into: unknown,
  [key, ...rest]: readonly string[],
  value: JsonValue | undefined,
): unknown {
  const map = isRecord(into) ? { ...into } : {};
  const inner = rest.length === 0 ? value : assigned(map[key], rest, value);
  if (inner === undefined) {
    delete map[key];
    return value === undefined && Object.keys(map).length === 0
      ? undefined
      : map;
  }
  return { ...map, [key]: inner };
}

function write(
  value: JsonValue,
  indent: string,
  unit: string,
  eol: string,
): string {
  return JSON.stringify(value, null, unit).split('\n').join(`${eol}${indent}`);
}

/** What lines begin with that are one level deep. */
function unitOf(text: string): string {
  return /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
}

function indentAt(text: string, at: number): string {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return /^[ \t]*/.exec(line)![0];
}

function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
