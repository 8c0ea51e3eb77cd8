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

export type ClusterColumnId =
  | 'name'
  | 'status'
  | 'version'
  | 'account'
  | 'region'
  | 'environment'
  | 'owner'
  | 'system'
  | 'cost'
  | 'created'
  | 'seen';

/** A column that the Clusters page can show. */
export type ClusterColumn = GridColumn<ClusterColumnId>;

export const clusterColumns: ClusterColumn[] = [
  { id: 'name', orderField: 'name', minWidth: 136, grow: 3, dropRank: 0 },
  { id: 'status', orderField: 'status', minWidth: 96, grow: 0, dropRank: 3 },
  { id: 'version', orderField: 'version', minWidth: 176, grow: 0, dropRank: 1 },
  { id: 'account', orderField: 'account', minWidth: 92, grow: 2, dropRank: 2 },
  { id: 'region', orderField: 'region', minWidth: 116, grow: 0, dropRank: 4 },
  {
    id: 'environment',
    orderField: 'environment',
    minWidth: 94,
    grow: 0,
    dropRank: 6,
  },
  { id: 'owner', orderField: 'owner', minWidth: 88, grow: 1, dropRank: 5 },
  { id: 'system', minWidth: 88, grow: 1, dropRank: 9 },
  { id: 'cost', minWidth: 78, grow: 0, dropRank: 8, align: 'end' },
  {
    id: 'created',
    orderField: 'created',
    minWidth: 92,
    grow: 0,
    dropRank: 10,
  },
  { id: 'seen', orderField: 'seen', minWidth: 104, grow: 0, dropRank: 7 },
];

export const defaultColumns: ClusterColumnId[] = [
  'name',
  'status',
  'version',
  'account',
  'region',
  'environment',
  'owner',
  'cost',
  'seen',
];

/** The columns that are chosen, in the order of the page. */
export function chosenColumns(chosen: ClusterColumnId[]): ClusterColumn[] {
  return clusterColumns.filter(({ id }) => chosen.includes(id));
}
