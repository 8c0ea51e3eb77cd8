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

import { TfvarsScanner } from './tfvarsScanner';
import { EditRefusal, type FieldValue, type ParsedText } from './types';

/** Where a value stands, what it is, and where those in it do. */
interface Node {
  start: number;
  end: number;
  value: unknown;
  children?: Map<string, Node>;
  /** Text over several lines, which is left alone. */
  heredoc?: boolean;
}

const IDENTIFIER = /[\p{L}_][\p{L}\p{N}_-]*/uy;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y;
const STRING = /"(?:[^"\\\n]|\\.)*"/y;
const WORD = /(?:true|false|null)(?![\w.(-])/y;
const HEREDOC =
  /<<-?([\p{L}_][\p{L}\p{N}_-]*)\r?\n(?:[^\n]*\n)*?[ \t]*\1(?=\r?\n|$)/uy;

/**
 * The part of HCL that files of variables need: assignments of literal texts,
 * numbers, lists and objects. A file with anything else is refused.
 */
export function parseTfvars(text: string): ParsedText {
  const root = readFile(text);
  return {
    documents: [root.value],
    slotOf(index, path) {
      const node = path.reduce<Node | undefined>(
        (at, part) => at?.children?.get(part),
        index === 0 ? root : undefined,
      );
      if (!node) {
        throw new EditRefusal('notThere', 'There is no such field');
      }
      if (node.heredoc) {
        throw new EditRefusal('notUnderstood', 'It is a text of several lines');
      }
      return { ...node, write: writeTfvars };
    },
  };
}

function writeTfvars(value: FieldValue): string {
  return typeof value === 'string'
    ? JSON.stringify(value).replace(/([$%])\{/g, '$1$1{')
    : String(value);
}

function readFile(text: string): Node {
  const scanner = new TfvarsScanner(text);
  scanner.take(/\ufeff/y);
  const children = new Map<string, Node>();
  for (;;) {
    scanner.skipSpaceAndLines();
    if (scanner.isAtEnd) {
      return nodeOf(0, text.length, children);
    }
    const name = scanner.take(IDENTIFIER);
    scanner.skipSpace();
    if (!name || !scanner.take(/=(?![=>])/y)) {
      throw scanner.refuse('there is something other than name = value');
    }
    scanner.skipSpace();
    addChild(scanner, children, name);
    scanner.skipSpace();
    if (!scanner.isAtEnd && scanner.next !== '\n') {
      throw scanner.refuse('the value goes on after what is understood');
    }
  }
}

function readValue(scanner: TfvarsScanner): Node {
  const start = scanner.at;
  const ended = (value: unknown) => ({ start, end: scanner.at, value });
  if (scanner.next === '"') {
    return ended(readString(scanner));
  }
  if (scanner.take(/\[/y)) {
    const items = readItems(scanner, ']', () => undefined);
    return nodeOf(start, scanner.at, items, true);
  }
  if (scanner.take(/\{/y)) {
    const items = readItems(scanner, '}', () => readKey(scanner));
    return nodeOf(start, scanner.at, items);
  }
  const word = scanner.take(WORD) ?? scanner.take(NUMBER);
  if (word !== undefined) {
    return ended(JSON.parse(word.replace(/^(-?)0+(?=\d)/, '$1')));
  }
  if (scanner.take(HEREDOC)) {
    return { ...ended(scanner.slice(start)), heredoc: true };
  }
  throw scanner.refuse('only literal values are understood');
}

function readItems(
  scanner: TfvarsScanner,
  close: string,
  readName: () => string | undefined,
): Map<string, Node> {
  const items = new Map<string, Node>();
  for (;;) {
    scanner.skipSpaceAndLines();
    if (scanner.next === close) {
      scanner.at += 1;
      return items;
    }
    if (scanner.isAtEnd) {
      throw scanner.refuse(`a ${close} is missing`);
    }
    addChild(scanner, items, readName() ?? String(items.size));
    scanner.skipSpace();
    const isSeparated =
      scanner.take(/,/y) || scanner.isAtEnd || /[\n\]}]/.test(scanner.next);
    if (!isSeparated) {
      throw scanner.refuse('the value goes on after what is understood');
    }
  }
}

function addChild(
  scanner: TfvarsScanner,
  children: Map<string, Node>,
  name: string,
): void {
  if (children.has(name)) {
    throw scanner.refuse(`${name} is there twice`);
  }
  children.set(name, readValue(scanner));
}

function readKey(scanner: TfvarsScanner): string {
  const name =
    scanner.next === '"' ? readString(scanner) : scanner.take(IDENTIFIER);
  scanner.skipSpace();
  if (name === undefined || !scanner.take(/=(?![=>])|:/y)) {
    throw scanner.refuse('only plain keys are understood');
  }
  scanner.skipSpaceAndLines();
  return name;
}

function readString(scanner: TfvarsScanner): string {
  const text = scanner.take(STRING);
  if (text === undefined) {
    throw scanner.refuse('a text does not end in its line');
  }
  if (/([$%])\1\1\{|[$%]\{/.test(text.replaceAll(/(?<![$%])([$%])\1\{/g, ''))) {
    throw scanner.refuse('texts that are put together are not understood');
  }
  try {
    return JSON.parse(text.replaceAll(/([$%])\1\{/g, '$1{'));
  } catch {
    throw scanner.refuse('a text has an escape that is not understood');
  }
}

function nodeOf(
  start: number,
  end: number,
  children: Map<string, Node>,
  isList = false,
): Node {
  const entries = [...children].map(
    ([key, node]) => [key, node.value] as const,
  );
  return {
    start,
    end,
    children,
    value: isList
      ? entries.map(([, value]) => value)
      : Object.fromEntries(entries),
  };
}
