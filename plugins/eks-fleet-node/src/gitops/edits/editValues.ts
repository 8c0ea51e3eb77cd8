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
import type { JsonValue } from '@backstage/types';
import { assignJson } from './assignJson';
import { assignYaml, type YamlValue } from './assignYaml';
import { formatOfPath } from './editText';
import { formatPointer, parsePointer, valueAt } from './jsonPointer';
import { ManifestTexts } from './ManifestTexts';
import { readJsonPlaces } from './parseJson';
import { toYaml } from './toYaml';
import { EditRefusal, type ValueEdit } from './types';
import { readValuesFile } from './valuesFile';

/**
 * Sets values of a YAML or JSON file, adds some and takes some away, and changes
 * nothing else: comments, order, indentation and quotes of the rest stay. What
 * is left empty by that goes too. In a YAML file of several manifests an edit
 * says which one; a whole manifest comes last, and goes with its comments.
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
  const file = openFile(path, text ?? '', edits);
  for (const edit of edits) {
    const { from, pointer, to } = edit;
    const found = valueIn(file, edit);
    if (!isDeepStrictEqual(found, from)) {
      throw new EditRefusal(
        found === undefined ? 'notThere' : 'changedBase',
        `${placeOf(edit)} is ${wordOf(found)} now; expected was ${wordOf(
          from,
        )}`,
      );
    }
    file.assign(edit, parsePointer(pointer), to);
  }
  return file.text;
}

/** Whether values are as edits want them. */
export function hasValues(
  path: string,
  text: string | undefined,
  edits: readonly ValueEdit[],
): boolean {
  const file = openFile(path, text ?? '', edits);
  return edits.every(edit => isDeepStrictEqual(valueIn(file, edit), edit.to));
}

/** A text whose values are read and written. */
interface OpenFile {
  readonly text: string;
  /** `undefined` where there is no such manifest. */
  read(edit: ValueEdit): unknown;
  assign(edit: ValueEdit, place: string[], value: JsonValue | undefined): void;
}

function valueIn(file: OpenFile, edit: ValueEdit): unknown {
  return valueAt(file.read(edit), parsePointer(edit.pointer));
}

function openFile(
  path: string,
  text: string,
  edits: readonly ValueEdit[],
): OpenFile {
  refuseOthers(path);
  if (formatOfPath(path) === 'json') {
    return openWhole(
      text,
      now => readJsonPlaces(now || '{}').document,
      assignJson,
    );
  }
  return edits.some(({ manifest }) => manifest)
    ? openManifests(text)
    : openWhole(text, readValuesFile, assignYamlAt);
}

function openWhole(
  text: string,
  read: (text: string) => unknown,
  assign: typeof assignJson,
): OpenFile {
  let now = text;
  return {
    get text() {
      return now;
    },
    read: () => read(now),
    assign(_, place, value) {
      now = assign(now, place, value);
    },
  };
}

function openManifests(text: string): OpenFile {
  const manifests = new ManifestTexts(text);
  return {
    get text() {
      return manifests.text;
    },
    read({ manifest }) {
      const own = manifest && manifests.textOf(manifest);
      return own === undefined ? undefined : readValuesFile(own);
    },
    assign({ manifest }, place, value) {
      const own = manifest && manifests.textOf(manifest);
      if (manifest && place.length === 0) {
        const whole = value === undefined ? undefined : toYaml(value);
        manifests.replace(manifest, whole);
      } else if (manifest && own !== undefined) {
        manifests.replace(manifest, assignYamlAt(own, place, value));
      } else {
        throw new EditRefusal(
          'notThere',
          manifest
            ? `There is no ${manifest.kind} ${manifest.name}`
            : 'In a file of several manifests each edit must say which one',
        );
      }
    },
  };
}

function assignYamlAt(
  text: string,
  path: readonly string[],
  value: JsonValue | undefined,
): string {
  return assignYaml(text, { path, value: value as YamlValue | undefined });
}

function refuseOthers(path: string): void {
  if (!['yaml', 'json'].includes(formatOfPath(path) ?? '')) {
    throw new EditRefusal(
      'notUnderstood',
      `${path} is no .yaml, .yml or .json file`,
    );
  }
}

function placeOf({ manifest, pointer }: ValueEdit): string {
  const place = formatPointer(parsePointer(pointer));
  return manifest
    ? `${manifest.kind} ${manifest.name}${place && ` ${place}`}`
    : place;
}

function wordOf(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 100);
}
