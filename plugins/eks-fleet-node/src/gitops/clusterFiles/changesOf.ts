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
import {
  inOrder,
  type ClusterSpec,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { JsonValue } from '@backstage/types';
import { parsePointer, valueAt } from '../edits/jsonPointer';
import { EditRefusal, type ValueEdit } from '../edits/types';
import type { ProposedFile } from '../proposals/types';
import { differences } from './differences';
import { manifestOf, type FoundDocument } from './foundDocuments';
import {
  ClusterSpecRefusal,
  type ClusterFormat,
  type FileDocument,
} from './types';

/** What makes another cluster of it is no change of this one. */
export function refuseOtherCluster(
  before: ClusterSpec,
  after: ClusterSpec,
): void {
  for (const field of ['name', 'accountId', 'region'] as const) {
    if (before[field] !== after[field]) {
      throw new ClusterSpecRefusal([
        {
          field,
          message: `must stay ${before[field]}; anything else is another cluster, with a file of its own`,
        },
      ]);
    }
  }
}

/** Who asks for a change has seen a state, and that state must be there. */
export function refuseUnlessSame(
  before: ClusterSpec,
  found: ClusterSpec,
): void {
  refuseUnlessEqual(inOrder(before), inOrder(found));
}

/** The same of anything that has one order. */
export function refuseUnlessEqual(before: object, found: object): void {
  const [first, ...more] = differences(before, found);
  if (first) {
    throw new EditRefusal(
      'changedBase',
      `${parsePointer(first.pointer).join('.')} is ${wordOf(
        first.b,
      )} now, not ${wordOf(first.a)}${
        more.length > 0 ? `, and ${more.length} more` : ''
      }`,
    );
  }
}

/** What makes of documents that are there those that are wanted. */
export function changesOf(
  format: Pick<ClusterFormat, 'identify'>,
  found: FoundDocument[],
  before: FileDocument[],
  after: FileDocument[],
  path: string,
): ProposedFile[] {
  const wanted = new Map(after.map(each => [format.identify(each), each]));
  const values = new Map<string, ValueEdit[]>();
  const edit = (at: string, ...edits: ValueEdit[]) =>
    edits.length > 0 && values.set(at, [...(values.get(at) ?? []), ...edits]);
  for (const document of before) {
    const identity = format.identify(document);
    const to = wanted.get(identity);
    wanted.delete(identity);
    const present = found.find(
      each => format.identify(each.document) === identity,
    );
    if (present) {
      edit(present.path, ...editsOf(present.document, document, to));
    } else if (to && !isDeepStrictEqual(document, to)) {
      throw new EditRefusal(
        'notThere',
        `There is no ${identity} in ${path}, which would change`,
      );
    }
  }
  wanted.forEach(document =>
    edit(path, {
      ...manifestOf(document),
      pointer: '',
      to: document as JsonValue,
    }),
  );
  return [...values].map(([at, edits]) => ({ path: at, values: edits }));
}

/** What is there now is expected, however people wrote it. */
function editsOf(
  present: FileDocument,
  before: FileDocument,
  after: FileDocument | undefined,
): ValueEdit[] {
  return differences(before, after).flatMap(({ b, pointer }) => {
    const from = valueAt(present, parsePointer(pointer)) as
      | JsonValue
      | undefined;
    return isDeepStrictEqual(from, b)
      ? []
      : [
          {
            ...manifestOf(present),
            pointer,
            ...(from !== undefined && { from }),
            ...(b !== undefined && { to: b }),
          },
        ];
  });
}

function wordOf(value: JsonValue | undefined): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 100);
}
