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

import { memo, type ReactNode } from 'react';
import { tabStop } from '../../lib/tabStop';
import type { CrossColumn, CrossRow, CrossSizes } from './types';
import styles from './CrossGrid.module.css';

function Cell<TRow>(props: {
  name: string;
  column: number;
  left: number;
  width: number;
  row: TRow;
  tabbable: boolean;
  renderCell: (row: TRow, column: number) => ReactNode;
  describeCell: (row: TRow, column: number) => string;
}) {
  const { name, column, left, width, row, tabbable } = props;
  const words = props.describeCell(row, column);
  return (
    <div
      role="gridcell"
      aria-colindex={column + 2}
      aria-label={words}
      title={words}
      data-cell={name}
      className={styles.cell}
      style={{ left, width }}
      {...tabStop(tabbable)}
    >
      {props.renderCell(row, column)}
    </div>
  );
}

/** Drawn once, however far the grid is scrolled while it is in sight. */
const CrossCell = memo(Cell) as typeof Cell;

function Head<TRow>(props: {
  row: TRow;
  width: number;
  renderRowHeader: (row: TRow) => ReactNode;
}) {
  const { row, width, renderRowHeader } = props;
  return (
    <div
      role="rowheader"
      aria-colindex={1}
      className={styles.rowHeader}
      style={{ width }}
    >
      {renderRowHeader(row)}
    </div>
  );
}

/** Not drawn anew for each column that comes into sight. */
const RowHead = memo(Head) as typeof Head;

/** One row with its header and the cells in sight. */
export const CrossLine = memo(Line) as typeof Line;

function Line<TRow, TColumn>(props: {
  /** Among the rows, without headings. */
  index: number;
  ariaIndex: number;
  row: CrossRow<TRow>;
  columns: CrossColumn<TColumn>[];
  from: number;
  to: number;
  top: number;
  width: number;
  sizes: CrossSizes;
  /** The column at which the tab key stops, where it stops in this row. */
  activeColumn: number | undefined;
  renderRowHeader: (row: TRow) => ReactNode;
  renderCell: (row: TRow, column: number) => ReactNode;
  describeCell: (row: TRow, column: number) => string;
}) {
  const { index, row, columns, from, to, sizes, activeColumn } = props;
  return (
    <div
      role="row"
      aria-rowindex={props.ariaIndex}
      className={styles.row}
      style={{
        width: props.width,
        height: sizes.row,
        top: props.top,
      }}
    >
      <RowHead
        row={row.value}
        width={sizes.rowHeader}
        renderRowHeader={props.renderRowHeader}
      />
      {columns.slice(from, to).map(({ key }, offset) => {
        const column = from + offset;
        return (
          <CrossCell
            key={key}
            name={`${index},${column}`}
            column={column}
            left={sizes.rowHeader + column * sizes.column}
            width={sizes.column}
            row={row.value}
            tabbable={column === activeColumn}
            renderCell={props.renderCell}
            describeCell={props.describeCell}
          />
        );
      })}
    </div>
  );
}
