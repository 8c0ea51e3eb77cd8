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

import { formatPointer, parsePointer } from './jsonPointer';
import { parseJson } from './parseJson';
import { parseTfvars } from './parseTfvars';
import { parseYaml } from './parseYaml';
import {
  EditRefusal,
  type FieldEdit,
  type FileFormat,
  type ParsedFile,
  type ParsedText,
  type ValueSlot,
} from './types';

const PARSERS: Record<FileFormat, (text: string) => ParsedText> = {
  json: parseJson,
  yaml: parseYaml,
  tfvars: parseTfvars,
};

/**
 * How a file is written, by its name; `undefined` for names that tell nothing
 * that could be edited.
 *
 * @public
 */
export function formatOfPath(path: string): FileFormat | undefined {
  const ending = /\.(json|ya?ml|tfvars)$/.exec(path)?.[1];
  return ending === 'yml' ? 'yaml' : (ending as FileFormat | undefined);
}

/**
 * The values of a file.
 *
 * @throws EditRefusal where it is not what its name says
 * @public
 */
export function parseFile(path: string, text: string): ParsedFile {
  return { path, documents: parserOf(path)(text).documents };
}

/**
 * Replaces values in the text of a file, and nothing else: comments, order,
 * indentation, quotes, anchors and line ends stay.
 *
 * @throws EditRefusal where a value is not the expected one, is not there, is of another type or cannot be edited alone
 * @public
 */
export function editText(
  path: string,
  text: string,
  edits: readonly FieldEdit[],
): string {
  const parse = parserOf(path);
  const parsed = parse(text);
  const slots = edits.map(edit => ({ edit, slot: slotFor(parsed, edit) }));
  slots.sort((a, b) => b.slot.start - a.slot.start);
  slots.forEach(({ edit, slot }, index) => {
    if (slot.start === slots[index + 1]?.slot.start) {
      throw new EditRefusal(
        'notUnderstood',
        `${placeOf(edit)} is edited twice`,
      );
    }
  });
  const edited = slots.reduce(
    (before, { edit, slot: { start, end, write } }) =>
      before.slice(0, start) + write(edit.to) + before.slice(end),
    text,
  );
  confirm(parsed, parse(edited), edits);
  return edited;
}

function parserOf(path: string): (text: string) => ParsedText {
  const format = formatOfPath(path);
  if (!format) {
    throw new EditRefusal(
      'notUnderstood',
      `${path} is no .json, .yaml, .yml or .tfvars file`,
    );
  }
  return PARSERS[format];
}

function slotFor(parsed: ParsedText, edit: FieldEdit): ValueSlot {
  const { from, to } = edit;
  const slot = slotAt(parsed, edit);
  const { value } = slot;
  if (typeof value !== typeof from || typeof from !== typeof to) {
    const [is, should] =
      typeof value === typeof from ? [from, to] : [value, from];
    throw new EditRefusal(
      'otherType',
      `${placeOf(edit)} holds ${describe(is)}, not ${describe(should)}`,
      isFieldValue(value) ? value : undefined,
    );
  }
  if (value !== from) {
    throw new EditRefusal(
      'changedBase',
      `${placeOf(edit)} is ${describe(value)} now, not ${describe(from)}`,
      isFieldValue(value) ? value : undefined,
    );
  }
  if (typeof to === 'string' && /\p{Cc}|\u2028|\u2029/u.test(to)) {
    throw new EditRefusal(
      'notUnderstood',
      `${placeOf(edit)} cannot get a text with line ends or control characters`,
    );
  }
  return slot;
}

function slotAt(parsed: ParsedText, edit: FieldEdit): ValueSlot {
  try {
    return parsed.slotOf(edit.document ?? 0, parsePointer(edit.pointer));
  } catch (error) {
    throw error instanceof EditRefusal
      ? new EditRefusal(error.reason, `${placeOf(edit)}: ${error.message}`)
      : error;
  }
}

/** The edited text must say what was asked for, and nothing else. */
function confirm(
  before: ParsedText,
  after: ParsedText,
  edits: readonly FieldEdit[],
): void {
  const expected = JSON.parse(JSON.stringify(before.documents));
  for (const { document = 0, pointer, to } of edits) {
    const path = parsePointer(pointer);
    const last = path.pop()!;
    const parent = path.reduce<any>((at, part) => at[part], expected[document]);
    parent[last] = to;
  }
  if (JSON.stringify(expected) !== JSON.stringify(after.documents)) {
    throw new EditRefusal(
      'notUnderstood',
      `Writing ${edits.map(placeOf).join(', ')} would change more than that`,
    );
  }
}

function placeOf({ document, pointer }: FieldEdit): string {
  const place = formatPointer(parsePointer(pointer));
  return document ? `${document}#${place}` : place;
}

function describe(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return `the text ${JSON.stringify(value.slice(0, 100))}`;
    case 'number':
      return `the number ${value}`;
    case 'boolean':
      return String(value);
    default:
      return value === null ? 'nothing' : 'a group of fields';
  }
}

function isFieldValue(value: unknown): value is FieldEdit['from'] {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
