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
import { assignYaml, type YamlValue } from './assignYaml';
import { formatPointer, parsePointer, valueAt } from './jsonPointer';
import { EditRefusal, type EntryEdit } from './types';
import { readValuesFile, refuseUnlessYaml } from './valuesFile';

/**
 * Adds entries to maps of a YAML file and takes them away, and changes nothing
 * else: comments, order, indentation and quotes of the rest stay.
 *
 * @param text - of the file; left out where it is not there
 * @throws EditRefusal where an entry is there already or is another one than expected, or where it cannot be edited alone
 * @public
 */
export function editEntries(
  path: string,
  text: string | undefined,
  edits: readonly EntryEdit[],
): string {
  refuseUnlessYaml(path);
  return edits.reduce((before, edit) => editEntry(before, edit), text ?? '');
}

/** Whether entries are as edits want them. */
export function hasEntries(
  path: string,
  text: string | undefined,
  edits: readonly EntryEdit[],
): boolean {
  refuseUnlessYaml(path);
  const value = readValuesFile(text ?? '');
  return edits.every(edit => {
    const found = valueAt(value, parsePointer(edit.pointer));
    return 'add' in edit
      ? isDeepStrictEqual(found, edit.add)
      : found === undefined;
  });
}

function editEntry(text: string, edit: EntryEdit): string {
  const path = parsePointer(edit.pointer);
  const place = formatPointer(path);
  const before = readValuesFile(text);
  const found = valueAt(before, path);
  if ('add' in edit && found !== undefined) {
    throw new EditRefusal('changedBase', `${place} is there already`);
  }
  if ('remove' in edit && found === undefined) {
    throw new EditRefusal('notThere', `There is no ${place}`);
  }
  if ('remove' in edit && !isDeepStrictEqual(found, edit.remove)) {
    throw new EditRefusal(
      'changedBase',
      `${place} is not what it was when it was proposed`,
    );
  }
  const added = 'add' in edit ? (edit.add as YamlValue) : undefined;
  const parent = path.slice(0, -1);
  const isFirst = isEmpty(valueAt(before, parent));
  return added && parent.length > 0 && isFirst
    ? // An empty map is on one line, where others could not be told apart.
      assignYaml(text, { path: parent, value: { [path.at(-1)!]: added } })
    : assignYaml(text, { path, value: added });
}

function isEmpty(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === 0
  );
}
