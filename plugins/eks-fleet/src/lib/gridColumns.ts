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

/** A column that a grid can show. */
export interface GridColumn<TId extends string = string> {
  id: TId;
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

/** What a grid is ordered by. */
export interface GridSort {
  field: string;
  direction: 'asc' | 'desc';
}

/** The width of a button in the menu at the end of each row. */
const MENU_BUTTON_WIDTH = 40;

/**
 * The columns that find room in a width, besides the buttons at the end of each
 * row: the ones that mean least go first. A width of 0 is not measured yet and
 * drops nothing.
 */
export function fittingColumns<TColumn extends GridColumn>(
  columns: TColumn[],
  width: number,
  buttons: number,
): TColumn[] {
  const fitting = [...columns];
  while (
    width > 0 &&
    fitting.length > 2 &&
    neededWidth(fitting, buttons) > width
  ) {
    const least = fitting.reduce((a, b) => (b.dropRank > a.dropRank ? b : a));
    fitting.splice(fitting.indexOf(least), 1);
  }
  return fitting;
}

/** The `grid-template-columns` of header and rows. */
export function gridTemplate(columns: GridColumn[], buttons: number): string {
  return [
    ...columns.map(({ minWidth, grow }) =>
      grow ? `minmax(${minWidth}px, ${grow}fr)` : `${minWidth}px`,
    ),
    ...(buttons > 0 ? [`${buttons * MENU_BUTTON_WIDTH}px`] : []),
  ].join(' ');
}

function neededWidth(columns: GridColumn[], buttons: number): number {
  return columns.reduce(
    (sum, { minWidth }) => sum + minWidth,
    buttons * MENU_BUTTON_WIDTH,
  );
}
