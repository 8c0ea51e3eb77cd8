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

import type { PolicyException } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { toCsv } from './csv';
import { exceptionName } from './exceptionText';
import type { GridColumn } from './gridColumns';

export type ExceptionColumnId =
  | 'name'
  | 'policies'
  | 'end'
  | 'flags'
  | 'reason'
  | 'approvedBy'
  | 'exempted'
  | 'clusters';

/** The columns of the Exceptions page, in its order. */
export const exceptionColumns: GridColumn<ExceptionColumnId>[] = [
  { id: 'end', minWidth: 190, grow: 0, dropRank: 0 },
  { id: 'name', minWidth: 180, grow: 2, dropRank: 0 },
  { id: 'policies', minWidth: 170, grow: 2, dropRank: 1 },
  { id: 'reason', minWidth: 180, grow: 3, dropRank: 3 },
  { id: 'approvedBy', minWidth: 120, grow: 1, dropRank: 4 },
  { id: 'clusters', minWidth: 130, grow: 1, dropRank: 2 },
  { id: 'exempted', minWidth: 90, grow: 0, dropRank: 6, align: 'end' },
  { id: 'flags', minWidth: 140, grow: 1, dropRank: 5 },
];

/** A line for each exception. */
export function exceptionsCsv(exceptions: PolicyException[]): string {
  return toCsv(
    [
      ['name', exceptionName],
      ['engine', ({ engine }) => engine],
      ['kind', ({ kind }) => kind],
      [
        'policies',
        ({ policies }) =>
          policies
            .map(({ name, rules }) =>
              rules?.length ? `${name}: ${rules.join(' ')}` : name,
            )
            .join('; '),
      ],
      ['scope', ({ scope }) => scope],
      ['namespaces', ({ namespaces }) => namespaces?.join(' ')],
      ['state', ({ state }) => state],
      ['expiresAt', ({ expiresAt }) => expiresAt],
      ['flags', ({ flags }) => flags.join(' ')],
      ['reason', ({ reason }) => reason],
      ['ticket', ({ ticket }) => ticket],
      ['requestedBy', ({ requestedBy }) => requestedBy],
      ['approvedBy', ({ approvedBy }) => approvedBy],
      ['createdAt', ({ createdAt }) => createdAt],
      ['exempted', ({ exempted }) => exempted],
      ['clusters', ({ clusters }) => clusters.map(({ arn }) => arn).join(' ')],
    ],
    exceptions,
  );
}
