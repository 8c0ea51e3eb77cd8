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

import type { FleetRequestSummary } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { toCsv } from './csv';
import type { GridColumn } from './gridColumns';

export type RequestColumnId =
  | 'state'
  | 'title'
  | 'owner'
  | 'requested'
  | 'cost'
  | 'expires'
  | 'updated';

/** The columns of the Requests page, in its order. */
export const requestColumns: GridColumn<RequestColumnId>[] = [
  { id: 'state', orderField: 'state', minWidth: 200, grow: 1, dropRank: 0 },
  { id: 'title', orderField: 'title', minWidth: 240, grow: 3, dropRank: 0 },
  { id: 'owner', orderField: 'owner', minWidth: 120, grow: 1, dropRank: 1 },
  {
    id: 'requested',
    orderField: 'requested',
    minWidth: 120,
    grow: 1,
    dropRank: 3,
  },
  { id: 'cost', minWidth: 150, grow: 0, dropRank: 4 },
  { id: 'expires', orderField: 'expires', minWidth: 150, grow: 0, dropRank: 5 },
  { id: 'updated', orderField: 'updated', minWidth: 110, grow: 0, dropRank: 2 },
];

/** A line for each request. */
export function requestsCsv(requests: FleetRequestSummary[]): string {
  return toCsv(
    [
      ['id', ({ id }) => id],
      ['kind', ({ kind }) => kind],
      ['operation', ({ operation }) => operation],
      ['thing', ({ thing }) => thing.key],
      ['title', ({ title }) => title],
      ['state', ({ state }) => state],
      ['message', ({ message }) => message],
      ['problem', ({ problem }) => problem],
      ['waitsFor', ({ waiting }) => waiting?.code],
      ['waitsSince', ({ waiting }) => waiting?.since],
      ['owner', ({ owner }) => owner],
      ['environment', ({ environment }) => environment],
      [
        'cluster',
        ({ cluster, clusters = [] }) =>
          (cluster ? [cluster] : clusters)
            .map(({ arn, name }) => arn ?? name)
            .join(' ') || undefined,
      ],
      ['requestedBy', ({ requestedBy }) => requestedBy],
      ['requestedAt', ({ requestedAt }) => requestedAt],
      ['updatedAt', ({ updatedAt }) => updatedAt],
      ['reason', ({ reason }) => reason],
      ['ticket', ({ ticket }) => ticket],
      ['verdict', ({ verdict }) => verdict],
      ['currency', ({ monthlyCost }) => monthlyCost?.currency],
      ['monthlyCostBefore', ({ monthlyCost }) => monthlyCost?.before.expected],
      ['monthlyCostAfter', ({ monthlyCost }) => monthlyCost?.after.expected],
      [
        'monthlyCostIsAtLeast',
        ({ monthlyCost }) => monthlyCost && String(monthlyCost.isAtLeast),
      ],
      ['expiresOn', ({ expiresOn }) => expiresOn],
      ['pullRequest', ({ links }) => links?.pullRequest?.url],
    ],
    requests,
  );
}
