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

/** A column that the Clusters page can show. */
export interface ClusterColumn {
  id: ClusterColumnId;
  /** The backend's name for ordering by it, where it can. */
  orderField?: string;
  /** Pixels that it needs at least. */
  minWidth: number;
  /** Its share of the room that is left. */
  grow: number;
  /** What goes first in narrow windows: the highest number. */
  dropRank: number;
  align?: 'end';
}

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

/** The width of the row menu at the end of each row. */
export const ROW_MENU_WIDTH = 40;

/**
 * The columns that find room in a width: of those chosen, the ones that mean
 * least go first. A width of 0 is not measured yet and drops nothing.
 */
export function fittingColumns(
  chosen: ClusterColumnId[],
  width: number,
): ClusterColumn[] {
  const fitting = clusterColumns.filter(column => chosen.includes(column.id));
  while (width > 0 && fitting.length > 2 && neededWidth(fitting) > width) {
    const least = fitting.reduce((a, b) => (b.dropRank > a.dropRank ? b : a));
    fitting.splice(fitting.indexOf(least), 1);
  }
  return fitting;
}

/** The `grid-template-columns` of header and rows. */
export function gridTemplate(columns: ClusterColumn[]): string {
  return [
    ...columns.map(({ minWidth, grow }) =>
      grow ? `minmax(${minWidth}px, ${grow}fr)` : `${minWidth}px`,
    ),
    `${ROW_MENU_WIDTH}px`,
  ].join(' ');
}

function neededWidth(columns: ClusterColumn[]): number {
  return columns.reduce((sum, { minWidth }) => sum + minWidth, ROW_MENU_WIDTH);
}
