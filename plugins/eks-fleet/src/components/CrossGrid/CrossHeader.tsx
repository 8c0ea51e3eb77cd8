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

import { memo, type ReactNode, type RefObject } from 'react';
import { bandsOf } from '../../lib/crossLines';
import type { CrossColumn, CrossSizes } from './types';
import styles from './CrossGrid.module.css';

function OneHeader<TColumn>(props: {
  index: number;
  column: CrossColumn<TColumn>;
  left: number;
  width: number;
  renderColumnHeader: (column: TColumn) => ReactNode;
}) {
  const { index, column, left, width } = props;
  return (
    <div
      role="columnheader"
      aria-colindex={index + 2}
      aria-label={column.name}
      data-column={index}
      className={styles.columnHeader}
      style={{ left, width }}
    >
      {props.renderColumnHeader(column.value)}
    </div>
  );
}

/** Drawn once, however far the grid is scrolled while it is in sight. */
const ColumnHeader = memo(OneHeader) as typeof OneHeader;

/** The column headers with the bands of their groups; only those in sight. */
export const CrossHeader = memo(Header) as typeof Header;

function Header<TColumn>(props: {
  corner: string;
  columns: CrossColumn<TColumn>[];
  from: number;
  to: number;
  sizes: CrossSizes;
  width: number;
  lightRef: RefObject<HTMLDivElement>;
  renderColumnHeader: (column: TColumn) => ReactNode;
}) {
  const { columns, from, to, sizes, width } = props;
  const leftOf = (column: number) => sizes.rowHeader + column * sizes.column;
  return (
    <div
      role="rowgroup"
      className={styles.header}
      style={{ width, height: sizes.columnHeader }}
    >
      {bandsOf(columns)
        .filter(band => band.to > from && band.from < to)
        .map(band => (
          <div
            key={`${band.from} ${band.title}`}
            aria-hidden
            className={styles.band}
            style={{
              left: leftOf(band.from),
              width: (band.to - band.from) * sizes.column,
            }}
          >
            <span
              className={styles.bandTitle}
              style={{ left: sizes.rowHeader }}
              title={band.title}
            >
              {band.title}
            </span>
          </div>
        ))}
      <div role="row" aria-rowindex={1}>
        <div
          role="columnheader"
          aria-colindex={1}
          className={styles.corner}
          style={{ width: sizes.rowHeader, height: sizes.columnHeader }}
        >
          {props.corner}
        </div>
        {columns.slice(from, to).map((column, offset) => (
          <ColumnHeader
            key={column.key}
            index={from + offset}
            column={column}
            left={leftOf(from + offset)}
            width={sizes.column}
            renderColumnHeader={props.renderColumnHeader}
          />
        ))}
      </div>
      <div
        ref={props.lightRef}
        hidden
        className={styles.light}
        style={{ width: sizes.column }}
      />
    </div>
  );
}
