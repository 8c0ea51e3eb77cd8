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

import { Document } from 'yaml';
import type { YamlValue } from './assignYaml';

/**
 * A key with its value as lines of YAML: maps as blocks, lists in one line,
 * texts as short as they can be without being taken for something else by
 * readers of YAML 1.1.
 */
export function yamlLines(
  key: string,
  value: YamlValue,
  indent: string,
): string[] {
  if (isMap(value) && Object.keys(value).length > 0) {
    return [
      yamlKey(key, indent),
      ...Object.entries(value).flatMap(([inner, each]) =>
        yamlLines(inner, each, `${indent}  `),
      ),
    ];
  }
  return [`${yamlKey(key, indent)} ${inlineYaml(value)}`];
}

/** A key with its colon. */
export function yamlKey(key: string, indent: string): string {
  return `${indent}${quoted(key)}:`;
}

/** A value in one line. */
export function inlineYaml(value: YamlValue): string {
  if (Array.isArray(value)) {
    return value.length === 0 ? '[]' : `[${value.map(inlineYaml).join(', ')}]`;
  }
  if (isMap(value)) {
    const fields = Object.entries(value).map(
      ([key, each]) => `${yamlKey(key, '')} ${inlineYaml(each)}`,
    );
    return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
  }
  return typeof value === 'string' ? quoted(value) : String(value);
}

/** The same for YAML 1.1 and 1.2, in blocks and in one line. */
function quoted(text: string): string {
  if (
    /^[A-Za-z][A-Za-z0-9._/-]*( [A-Za-z0-9._/-]+)*$/.test(text) &&
    isText(text)
  ) {
    return text;
  }
  return /[^\x20-\x7e\u00a0-\ud7ff\ue000-\ufffd]/.test(text)
    ? JSON.stringify(text)
    : `'${text.replaceAll("'", "''")}'`;
}

function isText(text: string): boolean {
  return (['1.1', '1.2'] as const).every(
    version =>
      new Document(text, { version }).toString({ lineWidth: 0 }) ===
      `${text}\n`,
  );
}

/** Where the line of a place begins. */
export function startOfLine(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Where the line after that of a place begins, or the end of the text. */
export function endOfLine(text: string, at: number): number {
  if (at > 0 && text[at - 1] === '\n') {
    return at;
  }
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** What stands before a key in its line. */
export function indentOf(text: string, at: number): string {
  return ' '.repeat(at - startOfLine(text, at));
}

function isMap(
  value: YamlValue,
): value is { readonly [key: string]: YamlValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
