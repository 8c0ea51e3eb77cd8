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

import { EditRefusal, type FieldValue, type ParsedText } from './types';

/** Where a value stands, and where those in it do. */
export interface JsonPlace {
  start: number;
  end: number;
  /** Of the key in front. */
  keyStart?: number;
  children?: Map<string, JsonPlace>;
}

/** Walks JSON that is known to be valid. */
class JsonPlaces {
  readonly #text: string;
  #at: number;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#at = start;
  }

  read(): JsonPlace {
    this.#skip(/[\s]*/y);
    const start = this.#at;
    const open = this.#text[start];
    if (open === '{' || open === '[') {
      this.#at += 1;
      const children = this.#children(open === '{');
      return { start, end: this.#at, children };
    }
    this.#skip(open === '"' ? /"(?:[^"\\]|\\.)*"/y : /[^\s,\]}]+/y);
    return { start, end: this.#at };
  }

  #children(keyed: boolean): Map<string, JsonPlace> {
    const children = new Map<string, JsonPlace>();
    for (;;) {
      this.#skip(/[\s,]*/y);
      if (/[\]}]/.test(this.#text[this.#at])) {
        this.#at += 1;
        return children;
      }
      const keyStart = this.#at;
      const key = keyed ? this.#key() : String(children.size);
      if (children.has(key)) {
        throw new EditRefusal(
          'notUnderstood',
          `The key ${JSON.stringify(key)} is there twice`,
        );
      }
      children.set(key, { ...this.read(), ...(keyed && { keyStart }) });
    }
  }

  #key(): string {
    const { start, end } = this.read();
    this.#skip(/\s*:/y);
    return JSON.parse(this.#text.slice(start, end));
  }

  #skip(pattern: RegExp): void {
    pattern.lastIndex = this.#at;
    this.#at += pattern.exec(this.#text)?.[0].length ?? 0;
  }
}

/** What JSON says, and where. */
export function readJsonPlaces(text: string): {
  document: unknown;
  root: JsonPlace;
} {
  // Some editors begin a file with a byte order mark.
  const offset = text.startsWith('\ufeff') ? 1 : 0;
  let document: unknown;
  try {
    document = JSON.parse(text.slice(offset));
  } catch (error) {
    throw new EditRefusal(
      'notUnderstood',
      `It is not JSON: ${(error as Error).message}`,
    );
  }
  return { document, root: new JsonPlaces(text, offset).read() };
}

/** JSON whose values can be replaced without touching anything around them. */
export function parseJson(text: string): ParsedText {
  const { document, root } = readJsonPlaces(text);
  return {
    documents: [document],
    slotOf(index, path) {
      const node = path.reduce<JsonPlace | undefined>(
        (at, part) => at?.children?.get(part),
        index === 0 ? root : undefined,
      );
      if (!node) {
        throw new EditRefusal('notThere', 'There is no such field');
      }
      const { start, end } = node;
      const value = JSON.parse(text.slice(start, end));
      return { start, end, value, write: writeJson };
    },
  };
}

function writeJson(value: FieldValue): string {
  return JSON.stringify(value);
}
