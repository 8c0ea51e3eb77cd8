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

import { RiArrowDownLine, RiArrowUpLine } from '@remixicon/react';
import type { GridColumn, GridSort } from '../../lib/gridColumns';
import styles from './GridHeader.module.css';

/** The column names; those that the backend orders by are buttons. */
export function GridHeader<TColumn extends GridColumn>(props: {
  columns: TColumn[];
  titleOf: (column: TColumn) => string;
  /** What the column of row menus is called, where there is one. */
  menuLabel?: string;
  template: string;
  sort?: GridSort;
  onSort?: (sort: GridSort) => void;
}) {
  const { columns, titleOf, menuLabel, template, sort, onSort } = props;
  return (
    <div role="rowgroup" className={styles.head}>
      <div
        role="row"
        aria-rowindex={1}
        className={styles.row}
        style={{ gridTemplateColumns: template }}
      >
        {columns.map(column => {
          const { id, orderField, align } = column;
          const sorted =
            orderField === sort?.field ? sort?.direction : undefined;
          const Arrow = sorted === 'desc' ? RiArrowDownLine : RiArrowUpLine;
          return (
            <div
              key={id}
              role="columnheader"
              aria-sort={ariaSort(orderField, sorted)}
              className={styles.cell}
              data-align={align}
            >
              {orderField && onSort ? (
                <button
                  type="button"
                  className={styles.sort}
                  onClick={() =>
                    onSort({
                      field: orderField,
                      direction: sorted === 'asc' ? 'desc' : 'asc',
                    })
                  }
                >
                  {titleOf(column)}
                  {sorted && <Arrow size={14} aria-hidden />}
                </button>
              ) : (
                titleOf(column)
              )}
            </div>
          );
        })}
        {menuLabel && <div role="columnheader" aria-label={menuLabel} />}
      </div>
    </div>
  );
}

function ariaSort(
  orderField: string | undefined,
  sorted: 'asc' | 'desc' | undefined,
) {
  if (!orderField) {
    return undefined;
  }
  if (!sorted) {
    return 'none';
  }
  return sorted === 'asc' ? 'ascending' : 'descending';
}
