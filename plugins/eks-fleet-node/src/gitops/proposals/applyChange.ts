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

import { diffLines } from '../edits/diffLines';
import { editEntries, hasEntries } from '../edits/editEntries';
import { editText } from '../edits/editText';
import { editValues, hasValues } from '../edits/editValues';
import { EditRefusal } from '../edits/types';
import type { GitFileChange } from '../hosts/types';
import type { ProposedChange, ProposedFile } from './types';

/**
 * A file as it is now; without `text` it is not there.
 *
 * @public
 */
export interface PresentFile {
  text?: string;
  sha?: string;
}

/**
 * What a proposed change makes of the files that there are.
 *
 * @throws EditRefusal where a file is not as the change expects it
 * @public
 */
export function applyChange(
  change: Pick<ProposedChange, 'files'>,
  present: ReadonlyMap<string, PresentFile>,
): { files: GitFileChange[]; diff: string } {
  const files = change.files.map(file =>
    applyToFile(file, present.get(file.path) ?? {}),
  );
  const diff = files
    .map(({ path, text }) => diffLines(path, present.get(path)?.text, text))
    .join('');
  return { files, diff };
}

function applyToFile(file: ProposedFile, present: PresentFile): GitFileChange {
  const { path } = file;
  if ('create' in file) {
    if (present.text !== undefined) {
      throw new EditRefusal('changedBase', `${path} is there already`);
    }
    return { path, text: file.create };
  }
  const replaces = present.sha;
  const { text } = present;
  if ('write' in file) {
    return { path, text: file.write, replaces };
  }
  if ('entries' in file) {
    return asEdited(path, replaces, () =>
      editEntries(path, text, file.entries),
    );
  }
  if ('values' in file) {
    return asEdited(path, replaces, () => editValues(path, text, file.values));
  }
  if (text === undefined) {
    throw new EditRefusal('notThere', `There is no file ${path}`);
  }
  return 'remove' in file
    ? { path, replaces }
    : asEdited(path, replaces, () => editText(path, text, file.edits));
}

/** What is wrong with a file is said with its path. */
function asEdited(
  path: string,
  replaces: string | undefined,
  edit: () => string,
): GitFileChange {
  try {
    return { path, text: edit(), replaces };
  } catch (error) {
    throw error instanceof EditRefusal
      ? new EditRefusal(error.reason, `${path}: ${error.message}`, error.found)
      : error;
  }
}

/** Whether files are as a change wants them. */
export function isApplied(
  change: Pick<ProposedChange, 'files'>,
  present: ReadonlyMap<string, PresentFile>,
): boolean {
  return change.files.every(file => {
    const text = present.get(file.path)?.text;
    if ('create' in file) {
      return text === file.create;
    }
    if ('write' in file) {
      return text === file.write;
    }
    if ('remove' in file) {
      return text === undefined;
    }
    if ('entries' in file) {
      return hasEntries(file.path, text, file.entries);
    }
    if ('values' in file) {
      return hasValues(file.path, text, file.values);
    }
    return text !== undefined && holds(file.path, text, file.edits);
  });
}

function holds(
  path: string,
  text: string,
  edits: Extract<ProposedFile, { edits: unknown }>['edits'],
): boolean {
  try {
    const wanted = edits.map(edit => ({ ...edit, from: edit.to }));
    return editText(path, text, wanted) === text;
  } catch (error) {
    if (error instanceof EditRefusal) {
      return false;
    }
    throw error;
  }
}
