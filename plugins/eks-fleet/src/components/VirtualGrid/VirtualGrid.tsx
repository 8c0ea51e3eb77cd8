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

import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useElementWidth } from '../../hooks/useElementWidth';
import {
  fittingColumns,
  gridTemplate,
  type GridColumn,
  type GridSort,
} from '../../lib/gridColumns';
import { nextRow } from '../../lib/gridKeys';
import { GridHeader } from './GridHeader';
import { GridRow } from './GridRow';
import styles from './VirtualGrid.module.css';

const ROW_HEIGHT = 40;
const OVERSCAN = 12;

/**
 * A grid that draws only the rows in sight. Its length is that of the whole
 * list, whatever has been read of it.
 */
export function VirtualGrid<TRow, TColumn extends GridColumn>(props: {
  label: string;
  /** What has been read of the list. */
  rows: TRow[];
  totalRows: number;
  busy: boolean;
  columns: TColumn[];
  titleOf: (column: TColumn) => string;
  /** Left out where the order is given. */
  sort?: GridSort;
  onSort?: (sort: GridSort) => void;
  /** Asks for the rows up to an index. */
  onWant?: (index: number) => void;
  /** What Enter does on a row. */
  onOpen: (row: TRow) => void;
  /** Must be stable, as from `useCallback`. */
  renderCell: (column: TColumn, row: TRow, tabbable: boolean) => ReactNode;
  /** What can be done with a row, at its end. Must be stable. */
  renderMenu?: (row: TRow, tabbable: boolean) => ReactNode;
  menuLabel?: string;
  /** How many buttons the menu has room for; one by default. */
  menuButtons?: number;
  rowHeight?: number;
}) {
  const { rows, totalRows, onWant, onOpen, rowHeight = ROW_HEIGHT } = props;
  const allColumns = props.columns;
  const scroller = useRef<HTMLDivElement>(null);
  const width = useElementWidth(scroller);
  const menu = props.renderMenu ? props.menuButtons ?? 1 : 0;
  // Rows that are in sight already are not drawn again with each step of a
  // scroll, as long as they are given the same columns.
  const columns = useMemo(
    () => fittingColumns(allColumns, width, menu),
    [allColumns, width, menu],
  );
  const [active, setActive] = useState(0);
  const focusRow = useRef<number>();

  const virtualizer = useVirtualizer({
    count: totalRows,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    useAnimationFrameWithResizeObserver: true,
  });
  const drawn = virtualizer.getVirtualItems();
  const lastRow = drawn.at(-1)?.index ?? 0;

  useEffect(() => onWant?.(lastRow), [onWant, lastRow]);

  useEffect(() => {
    // The row is drawn only after it was scrolled to.
    if (focusRow.current === undefined) {
      return;
    }
    const row = scroller.current?.querySelector<HTMLElement>(
      `[data-row="${focusRow.current}"]`,
    );
    if (row) {
      focusRow.current = undefined;
      row.focus();
    }
  });

  const firstActive = Math.min(active, totalRows - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget && !isRow(event.target)) {
      return;
    }
    const row = rows[firstActive];
    if (event.key === 'Enter' && row !== undefined) {
      event.preventDefault();
      onOpen(row);
      return;
    }
    const page = Math.max(1, drawn.length - 2 * OVERSCAN);
    const next = nextRow(event.key, firstActive, { rows: totalRows, page });
    if (next !== undefined) {
      event.preventDefault();
      focusRow.current = next;
      setActive(next);
      virtualizer.scrollToIndex(next);
    }
  };

  const template = gridTemplate(columns, menu);
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={-1}
      aria-label={props.label}
      aria-rowcount={totalRows + 1}
      aria-colcount={columns.length + (menu > 0 ? 1 : 0)}
      aria-busy={props.busy}
      className={styles.scroller}
      style={
        {
          '--eks-fleet-grid-rows': `${totalRows * rowHeight}px`,
        } as CSSProperties
      }
      onKeyDown={onKeyDown}
    >
      <GridHeader
        columns={columns}
        titleOf={props.titleOf}
        menuLabel={props.renderMenu && props.menuLabel}
        template={template}
        sort={props.sort}
        onSort={props.onSort}
      />
      <div
        role="rowgroup"
        className={styles.body}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {drawn.map(({ index, start }) => (
          <GridRow
            key={index}
            index={index}
            row={rows[index]}
            columns={columns}
            template={template}
            offset={start}
            height={rowHeight}
            active={index === firstActive}
            onActivate={setActive}
            renderCell={props.renderCell}
            renderMenu={props.renderMenu}
          />
        ))}
      </div>
    </div>
  );
}

function isRow(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.dataset.row !== undefined;
}
