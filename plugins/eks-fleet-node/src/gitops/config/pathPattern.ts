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

import { problemOfPlainPath } from './pathTemplate';

const PLACEHOLDER = /\{([^{}]*)\}/g;

/** What may stand for a placeholder, so that it stays one part and is read back as the same. */
const VALUE = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';

/**
 * Why a pattern is of no use, by which names make a path and a path gives its
 * names back; `undefined` where it is.
 */
export function problemOfPattern(
  pattern: string,
  names: readonly string[],
): string | undefined {
  const found = [...pattern.matchAll(PLACEHOLDER)].map(([, name]) => name);
  const all = names.map(name => `{${name}}`).join(', ');
  const unknown = found.find(name => !names.includes(name));
  if (unknown !== undefined) {
    return `{${unknown}} stands for nothing; there are ${all}`;
  }
  const missing = names.find(name => !found.includes(name));
  if (missing !== undefined) {
    return `{${missing}} is missing; each of ${all} must be in it`;
  }
  const shared = pattern
    .split('/')
    .find(part => [...part.matchAll(PLACEHOLDER)].length > 1);
  if (shared !== undefined) {
    return `${shared} has two placeholders; each must have a part of its own`;
  }
  return problemOfPlainPath(pattern.replaceAll(PLACEHOLDER, 'x'));
}

/** The path of names, or which of them cannot be part of one. */
export function fillPattern(
  pattern: string,
  values: Readonly<Record<string, string>>,
): { path: string } | { problem: string } {
  const wrong = Object.keys(values).find(
    name => !new RegExp(`^${VALUE}$`).test(values[name]),
  );
  return wrong
    ? { problem: `its ${wrong} cannot be part of a path` }
    : { path: pattern.replaceAll(PLACEHOLDER, (_, name) => values[name]) };
}

/** The names that make a path; `undefined` where none do. */
export function matchPattern(
  pattern: string,
  path: string,
): Record<string, string> | undefined {
  const seen = new Set<string>();
  const source = pattern
    .split(/(\{[^{}]*\})/)
    .map(part => {
      const name = /^\{(.*)\}$/.exec(part)?.[1];
      if (name === undefined) {
        return part.replaceAll(/[^A-Za-z0-9_/-]/g, '\\$&');
      }
      const isRepeated = seen.has(name);
      seen.add(name);
      return isRepeated ? `\\k<${name}>` : `(?<${name}>${VALUE})`;
    })
    .join('');
  const groups = new RegExp(`^${source}$`).exec(path)?.groups;
  return groups && { ...groups };
}
