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

import type { JsonObject, JsonValue } from '@backstage/types';

/** @public */
export type FileFormat = 'json' | 'yaml' | 'tfvars';

/** @public */
export type FieldValue = string | number | boolean;

/**
 * One value of one field, from what it must be now to what it is to be.
 *
 * @public
 */
export interface FieldEdit {
  /** Of the documents in a YAML file, from 0; 0 by default. */
  document?: number;
  /** JSON pointer (RFC 6901). */
  pointer: string;
  from: FieldValue;
  to: FieldValue;
}

/**
 * One entry of a map in a YAML file that is to be there, or to be gone. Maps
 * above it that are not there are made.
 *
 * @public
 */
export type EntryEdit =
  | {
      /** JSON pointer (RFC 6901). */
      pointer: string;
      add: JsonObject;
    }
  | {
      pointer: string;
      /** What it must be now. */
      remove: JsonObject;
    };

/**
 * Which manifest of a file is meant.
 *
 * @public
 */
export interface ManifestName {
  kind: string;
  /** `metadata.name`. */
  name: string;
}

/**
 * One value of a YAML or JSON file, of any kind, from what it must be now to
 * what it is to be. Without `from` there must be none, without `to` it goes.
 * Maps above it that are not there are made.
 *
 * @public
 */
export interface ValueEdit {
  /** In a file of several manifests. */
  manifest?: ManifestName;
  /** JSON pointer (RFC 6901); empty for a whole manifest. */
  pointer: string;
  from?: JsonValue;
  to?: JsonValue;
}

/**
 * Why a file is not edited.
 *
 * `notThere`: it has no such field. `changedBase`: the field has another value
 * than expected. `otherType`: a text where a number is, or the like. `shared`:
 * an anchor's value, which is used elsewhere too. `releaseNeeded`: the file pins
 * the release of a node group's image, so a new version takes a new release too.
 * `notPossible`: what provisions from the file would not do it.
 * `notUnderstood`: the file is more than can be edited with care.
 *
 * @public
 */
export type EditRefusalReason =
  | 'notThere'
  | 'changedBase'
  | 'otherType'
  | 'shared'
  | 'releaseNeeded'
  | 'notPossible'
  | 'notUnderstood';

/**
 * A file that is not edited, and why.
 *
 * @public
 */
export class EditRefusal extends Error {
  readonly reason: EditRefusalReason;
  /** The value that is there, where it is another one than expected. */
  readonly found?: FieldValue;

  constructor(reason: EditRefusalReason, message: string, found?: FieldValue) {
    super(message);
    this.name = 'EditRefusal';
    this.reason = reason;
    this.found = found;
  }
}

/** Where a value stands in a text, and how another one is written there. */
export interface ValueSlot {
  value: unknown;
  start: number;
  end: number;
  write(value: FieldValue): string;
}

/** A file's values, and where each stands. */
export interface ParsedText {
  documents: unknown[];
  /** @throws EditRefusal where there is none that could be edited */
  slotOf(document: number, path: string[]): ValueSlot;
}

/**
 * A file that was read, as plain values.
 *
 * @public
 */
export interface ParsedFile {
  path: string;
  documents: readonly unknown[];
}
