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

export type ReadinessColumnId =
  | 'name'
  | 'verdict'
  | 'version'
  | 'blockers'
  | 'unknowns'
  | 'warnings'
  | 'waived'
  | 'firstBlocker'
  | 'owner'
  | 'environment'
  | 'supportEnds'
  | 'assessed';

/** The columns of clusters by verdict. */
export const readinessColumns: GridColumn<ReadinessColumnId>[] = [
  { id: 'name', orderField: 'name', minWidth: 132, grow: 2, dropRank: 0 },
  { id: 'verdict', orderField: 'verdict', minWidth: 88, grow: 0, dropRank: 1 },
  { id: 'version', orderField: 'version', minWidth: 116, grow: 0, dropRank: 2 },
  {
    id: 'blockers',
    orderField: 'blockers',
    minWidth: 74,
    grow: 0,
    dropRank: 3,
    align: 'end',
  },
  { id: 'unknowns', minWidth: 72, grow: 0, dropRank: 9, align: 'end' },
  { id: 'warnings', minWidth: 74, grow: 0, dropRank: 10, align: 'end' },
  { id: 'waived', minWidth: 62, grow: 0, dropRank: 11, align: 'end' },
  { id: 'firstBlocker', minWidth: 150, grow: 4, dropRank: 4 },
  { id: 'owner', orderField: 'owner', minWidth: 84, grow: 1, dropRank: 5 },
  {
    id: 'environment',
    orderField: 'environment',
    minWidth: 92,
    grow: 0,
    dropRank: 7,
  },
  {
    id: 'supportEnds',
    orderField: 'supportEnds',
    minWidth: 140,
    grow: 0,
    dropRank: 6,
  },
  { id: 'assessed', minWidth: 86, grow: 0, dropRank: 8 },
];

export type CauseColumnId =
  | 'cause'
  | 'clusters'
  | 'owners'
  | 'since'
  | 'clearsAt'
  | 'fix';

/** The columns of causes. */
export const causeColumns: GridColumn<CauseColumnId>[] = [
  { id: 'cause', orderField: 'cause', minWidth: 220, grow: 5, dropRank: 0 },
  {
    id: 'clusters',
    orderField: 'clusters',
    minWidth: 80,
    grow: 0,
    dropRank: 1,
    align: 'end',
  },
  { id: 'owners', minWidth: 100, grow: 1, dropRank: 2 },
  { id: 'since', orderField: 'since', minWidth: 96, grow: 0, dropRank: 4 },
  {
    id: 'clearsAt',
    orderField: 'clearsAt',
    minWidth: 112,
    grow: 0,
    dropRank: 5,
  },
  { id: 'fix', minWidth: 140, grow: 3, dropRank: 3 },
];
