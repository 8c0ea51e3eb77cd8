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

import { valueAt } from './jsonPointer';
import { parseYaml } from './parseYaml';
import { EditRefusal, type ManifestName } from './types';

/** One document of a file, and the line of dashes in front of it. */
interface Part {
  separator: string;
  text: string;
  kind: unknown;
  name: unknown;
}

/** Where documents begin: nothing else can stand so in a line of its own. */
const SEPARATOR = /^---(?=[ \t\r\n]|$)/gm;

/**
 * A YAML file of several manifests, each of whose texts is read and replaced by
 * itself.
 *
 * @throws EditRefusal where it is not YAML, or a manifest is there twice
 */
export class ManifestTexts {
  readonly #parts: Part[];
  readonly #eol: string;

  constructor(text: string) {
    this.#eol = text.includes('\r\n') ? '\r\n' : '\n';
    const starts = [...text.matchAll(SEPARATOR)].map(({ index }) => index);
    const places = starts[0] === 0 ? starts : [0, ...starts];
    this.#parts = places.map((start, index) =>
      readPart(text.slice(start, places[index + 1]), starts.includes(start)),
    );
  }

  get text(): string {
    return this.#parts.map(({ separator, text }) => separator + text).join('');
  }

  /** Without its line of dashes; `undefined` where it is not there. */
  textOf(manifest: ManifestName): string | undefined {
    return this.#find(manifest)?.text;
  }

  /** Without a text it goes; where there is none it comes, last. */
  replace(manifest: ManifestName, by: string | undefined): void {
    const part = this.#find(manifest);
    if (part && by !== undefined) {
      part.text = by;
    } else if (part) {
      this.#remove(part);
    } else if (by !== undefined) {
      this.#append(manifest, by);
    }
  }

  #find({ kind, name }: ManifestName): Part | undefined {
    const [first, ...more] = this.#parts.filter(
      part => part.kind === kind && part.name === name,
    );
    if (more.length > 0) {
      throw new EditRefusal(
        'notUnderstood',
        `There are ${more.length + 1} of ${kind} ${name}`,
      );
    }
    return first;
  }

  /** What is first may have no dashes in front; then neither has what becomes first. */
  #remove(part: Part): void {
    const index = this.#parts.indexOf(part);
    this.#parts.splice(index, 1);
    if (index === 0 && part.separator === '' && this.#parts[0]) {
      this.#parts[0].separator = '';
    }
  }

  #append(manifest: ManifestName, text: string): void {
    const last = this.#parts.at(-1);
    const isFirst = this.text.trim() === '';
    if (last && !isFirst && !last.text.endsWith('\n')) {
      last.text += this.#eol;
    }
    this.#parts.push({
      ...manifest,
      separator: isFirst ? '' : `---${this.#eol}`,
      text: text.replaceAll('\n', this.#eol),
    });
  }
}

function readPart(text: string, hasSeparator: boolean): Part {
  const separator = hasSeparator ? /^[^\n]*\n?/.exec(text)![0] : '';
  if (separator && !/^---[ \t]*(#.*)?\r?\n?$/.test(separator)) {
    throw new EditRefusal(
      'notUnderstood',
      'There is something beside a line of dashes',
    );
  }
  const own = text.slice(separator.length);
  const [value] = parseYaml(own).documents;
  return {
    separator,
    text: own,
    kind: valueAt(value, ['kind']),
    name: valueAt(value, ['metadata', 'name']),
  };
}
