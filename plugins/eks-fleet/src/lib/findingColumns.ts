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

import type { GridColumn } from './gridColumns';

export type FindingColumnId =
  | 'severity'
  | 'policy'
  | 'resource'
  | 'cluster'
  | 'owner'
  | 'due'
  | 'firstSeen'
  | 'result';

/** The columns of the Findings page, in its order. */
export const findingColumns: GridColumn<FindingColumnId>[] = [
  {
    id: 'severity',
    orderField: 'severity',
    minWidth: 112,
    grow: 0,
    dropRank: 0,
  },
  { id: 'policy', orderField: 'policy', minWidth: 180, grow: 3, dropRank: 0 },
  {
    id: 'resource',
    orderField: 'namespace',
    minWidth: 180,
    grow: 3,
    dropRank: 0,
  },
  { id: 'cluster', orderField: 'cluster', minWidth: 130, grow: 2, dropRank: 1 },
  { id: 'owner', minWidth: 120, grow: 1, dropRank: 3 },
  { id: 'due', orderField: 'due', minWidth: 190, grow: 0, dropRank: 2 },
  {
    id: 'firstSeen',
    orderField: 'firstSeen',
    minWidth: 116,
    grow: 0,
    dropRank: 4,
  },
  { id: 'result', minWidth: 110, grow: 0, dropRank: 5 },
];
