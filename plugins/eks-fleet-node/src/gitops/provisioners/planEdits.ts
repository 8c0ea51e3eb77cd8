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

import { EditRefusal, type FieldEdit } from '../edits/types';
import type { VersionChange } from './types';

/** One field of a file: where it is and what it holds. */
export interface FoundField {
  document: number;
  pointer: string;
  value: unknown;
}

/** The fields that one change is about, as far as a file has them. */
export interface FoundFields {
  version?: FoundField;
  releaseVersion?: FoundField;
}

const MINOR = /^(v?)1\.(\d{1,3})$/;

/** The edits of found fields that a change takes. */
export function planEdits(
  change: VersionChange,
  { version, releaseVersion }: FoundFields,
  canRollBack: boolean,
): FieldEdit[] {
  switch (change.kind) {
    case 'controlPlane':
      return planMinor(change, required(version, change), canRollBack);
    case 'addon':
      return planField(required(version, change), change.from, change.to);
    default:
      return planNodes(change, version, releaseVersion);
  }
}

function planMinor(
  change: VersionChange,
  field: FoundField,
  canRollBack: boolean,
): FieldEdit[] {
  const text = textOf(field);
  const [, prefix, present] = MINOR.exec(text) ?? [];
  const [, , wanted] = MINOR.exec(change.to) ?? [];
  if (!present || !wanted) {
    throw new EditRefusal(
      'notUnderstood',
      `${field.pointer} is ${text} and is to be ${change.to}; only versions such as 1.34 are understood`,
    );
  }
  if (present === wanted) {
    return [];
  }
  const isBack = change.direction === 'back';
  if (isBack && !canRollBack) {
    throw new EditRefusal(
      'notPossible',
      'What provisions this cluster cannot take it back to an older version',
    );
  }
  const next = Number(MINOR.exec(change.from)?.[2]) + (isBack ? -1 : 1);
  if (Number(wanted) !== next) {
    throw new EditRefusal(
      'notPossible',
      `${change.from} to ${change.to} is not one minor ${
        isBack ? 'back' : 'forward'
      }`,
    );
  }
  return planField(
    field,
    `${prefix}1.${MINOR.exec(change.from)![2]}`,
    `${prefix}1.${wanted}`,
  );
}

function planNodes(
  change: VersionChange,
  version: FoundField | undefined,
  release: FoundField | undefined,
): FieldEdit[] {
  if (!version && !release) {
    throw new EditRefusal(
      'notThere',
      `The file says nothing of a version of node group ${change.name}; its nodes follow the control plane`,
    );
  }
  if (change.releaseVersion !== undefined && !release) {
    throw new EditRefusal(
      'notThere',
      `The file pins no release of node group ${change.name}`,
    );
  }
  if (change.releaseVersion === undefined && release) {
    throw new EditRefusal(
      'releaseNeeded',
      `The file pins a release of node group ${change.name}; the change must name the new one`,
    );
  }
  return [
    ...(version ? planField(version, change.from, change.to) : []),
    ...(release
      ? planField(release, textOf(release), change.releaseVersion!)
      : []),
  ];
}

function planField(field: FoundField, from: string, to: string): FieldEdit[] {
  const { document, pointer } = field;
  const present = textOf(field);
  if (present === to) {
    return [];
  }
  if (present !== from) {
    throw new EditRefusal(
      'changedBase',
      `${pointer} is ${present} now, not ${from}`,
      present,
    );
  }
  return [{ ...(document && { document }), pointer, from, to }];
}

function required(
  field: FoundField | undefined,
  { kind, name }: VersionChange,
): FoundField {
  if (!field) {
    throw new EditRefusal(
      'notThere',
      kind === 'addon'
        ? `The file says nothing of a version of add-on ${name}`
        : 'The file says nothing of a Kubernetes version of this cluster',
    );
  }
  return field;
}

function textOf({ pointer, value }: FoundField): string {
  if (typeof value === 'number') {
    throw new EditRefusal(
      'otherType',
      `${pointer} is the number ${value}; a version is a text and needs quotes, or 1.30 becomes 1.3`,
      value,
    );
  }
  if (typeof value !== 'string') {
    throw new EditRefusal('otherType', `${pointer} is not a text`);
  }
  return value;
}
