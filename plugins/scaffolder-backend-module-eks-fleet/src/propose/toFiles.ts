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

import { InputError } from '@backstage/errors';
import type {
  EntryEdit,
  ProposedFile,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { checkPath } from './checkPath';
import { checkTexts, MOST_FILES } from './limits';
import type { FileEdits, ProposeInput } from './types';

/**
 * The files of a proposal, from what a step gives.
 *
 * @param written - by steps before, with paths below `targetPath`
 * @throws InputError that begins with the field that is wrong
 */
export function toFiles(
  input: ProposeInput,
  written: ReadonlyArray<{ path: string; text: string }>,
): ProposedFile[] {
  const { deletions = [], edits = [], files = [] } = input;
  const target = checkTarget(input.targetPath);
  const texts = [
    ...written.map(({ path, text }) => ({
      path: checkPath('sourcePath', target + path),
      text,
    })),
    ...files.map(({ content, path }, index) => ({
      path: checkPath(`files[${index}].path`, path),
      text: content,
    })),
  ];
  checkTexts(texts);
  const proposed: ProposedFile[] = [
    ...texts.map(({ path, text }) =>
      input.replaceExisting ? { path, write: text } : { path, create: text },
    ),
    ...deletions.map((path, index) => ({
      path: checkPath(`deletions[${index}]`, path),
      remove: true as const,
    })),
    ...edits.map((each, index) => toEdits(`edits[${index}]`, each)),
  ];
  checkTogether(proposed);
  return proposed;
}

function checkTarget(path: string | undefined): string {
  const plain = path?.replace(/^(\.\/)+|^\.$/, '');
  return plain ? `${checkPath('targetPath', plain)}/` : '';
}

function toEdits(field: string, edits: FileEdits): ProposedFile {
  const path = checkPath(`${field}.path`, edits.path);
  const { entries, fields, values } = edits;
  if ([entries, fields, values].filter(Boolean).length !== 1) {
    throw new InputError(`${field}: needs one of fields, values and entries`);
  }
  if (fields) {
    return { path, edits: fields };
  }
  return values
    ? { path, values }
    : {
        path,
        entries: entries!.map((entry, index) =>
          toEntryEdit(`${field}.entries[${index}]`, entry),
        ),
      };
}

function toEntryEdit(
  field: string,
  { add, pointer, remove }: NonNullable<FileEdits['entries']>[number],
): EntryEdit {
  if (add && !remove) {
    return { pointer, add };
  }
  if (remove && !add) {
    return { pointer, remove };
  }
  throw new InputError(`${field}: needs one of add and remove`);
}

function checkTogether(files: ProposedFile[]): void {
  if (!files.length) {
    throw new InputError(
      'There is nothing to propose: give sourcePath, files, deletions or edits',
    );
  }
  if (files.length > MOST_FILES) {
    throw new InputError(
      `There are ${files.length} files; at most ${MOST_FILES} are proposed at once`,
    );
  }
  const paths = files.map(({ path }) => path);
  const twice = paths.find((path, index) => paths.indexOf(path) !== index);
  if (twice) {
    throw new InputError(`${twice} is there twice; a file is given once`);
  }
}
