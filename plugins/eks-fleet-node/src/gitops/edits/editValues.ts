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
import { EditRefusal, type ValueEdit } from './types';
import { readValuesFile, refuseUnlessYaml } from './valuesFile';

/**
 * Sets values of a YAML file of one document, adds some and takes some away, and
 * changes nothing else: comments, order, indentation and quotes of the rest
 * stay. What is left empty by that goes too.
 *
 * @param text - of the file; left out where it is not there
 * @throws EditRefusal where a value is another one than expected, or cannot be edited alone
 * @public
 */
export function editValues(
  path: string,
  text: string | undefined,
  edits: readonly ValueEdit[],
): string {
  refuseUnlessYaml(path);
  return edits.reduce((before, { pointer, from, to }) => {
    const place = parsePointer(pointer);
    const found = valueAt(readValuesFile(before), place);
    if (!isDeepStrictEqual(found, from)) {
      throw new EditRefusal(
        found === undefined ? 'notThere' : 'changedBase',
        `${formatPointer(place)} is ${wordOf(found)} now; expected was ${wordOf(
          from,
        )}`,
      );
    }
    return assignYaml(before, { path: place, value: to as YamlValue });
  }, text ?? '');
}

/** Whether values are as edits want them. */
export function hasValues(
  path: string,
  text: string | undefined,
  edits: readonly ValueEdit[],
): boolean {
  refuseUnlessYaml(path);
  const value = readValuesFile(text ?? '');
  return edits.every(({ pointer, to }) =>
    isDeepStrictEqual(valueAt(value, parsePointer(pointer)), to),
  );
}

function wordOf(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 100);
}
