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

import type { JsonValue } from '@backstage/types';
import { parseFile } from '../edits/editText';
import { valueAt } from '../edits/jsonPointer';
import type { ManifestName } from '../edits/types';
import { differences } from './differences';
import { isMap } from './fieldPairs';
import type {
  ClusterFileText,
  ClusterFormat,
  FileDeviation,
  FileDocument,
} from './types';

/** A document of a file that is there. */
export interface FoundDocument {
  path: string;
  document: FileDocument;
}

export function readDocuments(
  files: readonly ClusterFileText[],
): FoundDocument[] {
  return files.flatMap(({ path, text }) =>
    parseFile(path, text)
      .documents.filter(isMap)
      .map(document => ({ path, document })),
  );
}

/** Where documents are other than they would be written. */
export function deviationsOf(
  format: Pick<ClusterFormat, 'identify'>,
  found: FoundDocument[],
  expected: FileDocument[],
  path: string,
): FileDeviation[] {
  const missing = new Map(expected.map(each => [format.identify(each), each]));
  const deviations = found.flatMap(({ document, path: at }) => {
    const identity = format.identify(document);
    const same = missing.get(identity);
    missing.delete(identity);
    return differences(document, same).map(({ a, b, pointer }) => ({
      path: at,
      ...manifestOf(document),
      pointer,
      ...(a !== undefined && { is: a }),
      ...(b !== undefined && { expected: b }),
    }));
  });
  return [
    ...deviations,
    ...[...missing.values()].map(document => ({
      path,
      ...manifestOf(document),
      pointer: '',
      expected: document as JsonValue,
    })),
  ];
}

/** What a manifest is called, where it is one. */
export function manifestOf(document: FileDocument): {
  manifest?: ManifestName;
} {
  const { kind } = document;
  const name = valueAt(document, ['metadata', 'name']);
  return typeof kind === 'string' && typeof name === 'string'
    ? { manifest: { kind, name } }
    : {};
}
