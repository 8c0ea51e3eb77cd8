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
import { Skeleton } from '@backstage/ui';
import type { GridColumn } from '../../lib/gridColumns';
import styles from './GridRow.module.css';

/** One row; only the active row takes part in the tab order. */
export const GridRow = memo(Row) as typeof Row;

function Row<TRow, TColumn extends GridColumn>(props: {
  index: number;
  /** Left out while it is not read yet. */
  row: TRow | undefined;
  columns: TColumn[];
  template: string;
  offset: number;
  height: number;
  active: boolean;
  onActivate: (index: number) => void;
  renderCell: (column: TColumn, row: TRow, tabbable: boolean) => ReactNode;
  renderMenu?: (row: TRow, tabbable: boolean) => ReactNode;
}) {
  const { index, row, columns, active, onActivate, renderMenu } = props;
  return (
    <div
      role="row"
      // The header is row 1.
      aria-rowindex={index + 2}
      data-row={index}
      tabIndex={active ? 0 : -1}
      className={styles.row}
      style={{
        gridTemplateColumns: props.template,
        height: props.height,
        transform: `translateY(${props.offset}px)`,
      }}
      onFocus={() => onActivate(index)}
    >
      {columns.map(column => (
        <div
          key={column.id}
          role="gridcell"
          className={styles.cell}
          data-column={column.id}
          data-align={column.align}
        >
          {row === undefined ? (
            <Skeleton height={14} width="70%" />
          ) : (
            props.renderCell(column, row, active)
          )}
        </div>
      ))}
      {renderMenu && (
        <div role="gridcell" className={styles.menu}>
          {row !== undefined && renderMenu(row, active)}
        </div>
      )}
    </div>
  );
}
