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
  useId,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react';
import { VisuallyHidden } from '@backstage/ui';
import { useVirtualizer } from '@tanstack/react-virtual';
import { linesOf } from '../../lib/crossLines';
import { nextCell, type GridPlace } from '../../lib/gridKeys';
import { CrossHeader } from './CrossHeader';
import { CrossHeading } from './CrossHeading';
import { CrossLine } from './CrossLine';
import type { CrossColumn, CrossRow, CrossSizes } from './types';
import { useColumnLight } from './useColumnLight';
import styles from './CrossGrid.module.css';

/** Drawn beyond what is in sight; every row more is a cell more for each column that comes. */
const OVERSCAN = 2;

/**
 * A grid of rows by columns that draws only what is in sight, both ways.
 * Headers stay; the crossed row and column light up.
 */
export function CrossGrid<TRow, TColumn>(props: {
  label: string;
  help: string;
  /** What stands where the headers meet. */
  corner: string;
  rows: CrossRow<TRow>[];
  columns: CrossColumn<TColumn>[];
  busy: boolean;
  sizes: CrossSizes;
  /** These must be stable, as from `useCallback`. */
  renderRowHeader: (row: TRow) => ReactNode;
  renderColumnHeader: (column: TColumn) => ReactNode;
  renderCell: (row: TRow, column: number) => ReactNode;
  /** All that a cell says, in words. */
  describeCell: (row: TRow, column: number) => string;
  /** What a click and Enter do on a cell. */
  onOpen: (row: TRow, column: TColumn) => void;
}) {
  const { rows, columns, sizes, onOpen } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const helpId = useId();
  const lines = useMemo(() => linesOf(rows), [rows]);
  const lineOfRow = useMemo(
    () => lines.flatMap((line, index) => (line.kind === 'row' ? [index] : [])),
    [lines],
  );
  const [place, setPlace] = useState<GridPlace>({ row: 0, column: 0 });
  const wanted = useRef<GridPlace>();
  const light = useColumnLight(sizes);

  const down = useVirtualizer({
    count: lines.length,
    // Both follow the same turn of the wheel: one drawing is enough for it.
    useFlushSync: false,
    getScrollElement: () => scroller.current,
    estimateSize: index =>
      lines[index].kind === 'heading' ? sizes.heading : sizes.row,
    overscan: OVERSCAN,
    paddingStart: sizes.columnHeader,
    scrollPaddingStart: sizes.columnHeader + sizes.heading,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    useFlushSync: false,
    getScrollElement: () => scroller.current,
    estimateSize: () => sizes.column,
    overscan: OVERSCAN,
    paddingStart: sizes.rowHeader,
    scrollPaddingStart: sizes.rowHeader,
  });
  const drawnLines = down.getVirtualItems();
  const drawnColumns = across.getVirtualItems();
  const from = drawnColumns[0]?.index ?? 0;
  const to = (drawnColumns.at(-1)?.index ?? -1) + 1;

  useEffect(() => {
    // Sizes that differ from one set of rows to the next are measured anew.
    down.measure();
  }, [down, lines]);

  useEffect(() => {
    // The cell is drawn only after it was scrolled to.
    const cell = wanted.current && cellAt(scroller.current, wanted.current);
    if (cell) {
      wanted.current = undefined;
      cell.focus({ preventScroll: true });
    }
  });

  // The tab key has to find a cell wherever the grid was scrolled to.
  const drawnRows = drawnLines.flatMap(({ index }) => {
    const line = lines[index];
    return line?.kind === 'row' ? [line.index] : [];
  });
  const active = {
    row: clamp(place.row, drawnRows[0] ?? 0, drawnRows.at(-1) ?? 0),
    column: clamp(place.column, from, to - 1),
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const at = placeOf(event.target);
    if (!at) {
      return;
    }
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onOpen(rows[at.row].value, columns[at.column].value);
      return;
    }
    const next = nextCell(event.key, at, {
      rows: rows.length,
      columns: columns.length,
    });
    if (next) {
      event.preventDefault();
      wanted.current = next;
      setPlace(next);
      down.scrollToIndex(lineOfRow[next.row]);
      across.scrollToIndex(next.column);
    }
  };
  const onClick = (event: MouseEvent) => {
    const at = placeOf(event.target);
    if (at) {
      setPlace(at);
      onOpen(rows[at.row].value, columns[at.column].value);
    }
  };

  const width = across.getTotalSize();
  return (
    <>
      <VisuallyHidden id={helpId}>{props.help}</VisuallyHidden>
      <div
        ref={scroller}
        role="grid"
        tabIndex={-1}
        aria-label={props.label}
        aria-describedby={helpId}
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length + 1}
        aria-busy={props.busy}
        className={styles.scroller}
        style={
          {
            '--eks-fleet-grid-rows': `${down.getTotalSize()}px`,
          } as CSSProperties
        }
        onKeyDown={onKeyDown}
        onClick={onClick}
        onPointerOver={event => light.over(columnOf(event.target))}
        onPointerLeave={() => light.over(undefined)}
        onFocus={event => {
          const at = placeOf(event.target);
          light.over(at?.column);
          if (at) {
            setPlace(at);
          }
        }}
        onBlur={() => light.over(undefined)}
      >
        <div
          className={styles.sheet}
          style={{ width, height: down.getTotalSize() }}
        >
          <CrossHeader
            corner={props.corner}
            columns={columns}
            from={from}
            to={to}
            sizes={sizes}
            width={width}
            lightRef={light.header}
            renderColumnHeader={props.renderColumnHeader}
          />
          {drawnLines.map(({ index, start }) => {
            const line = lines[index];
            if (line === undefined) {
              return null;
            }
            return line.kind === 'heading' ? (
              <CrossHeading
                key={`heading ${line.title}`}
                index={index}
                title={line.title}
                top={start}
                width={width}
                sizes={sizes}
              />
            ) : (
              <CrossLine
                key={rows[line.index].key}
                index={line.index}
                ariaIndex={index + 2}
                row={rows[line.index]}
                columns={columns}
                from={from}
                to={to}
                top={start}
                width={width}
                sizes={sizes}
                activeColumn={
                  line.index === active.row ? active.column : undefined
                }
                renderRowHeader={props.renderRowHeader}
                renderCell={props.renderCell}
                describeCell={props.describeCell}
              />
            );
          })}
          <div
            ref={light.body}
            hidden
            className={styles.light}
            style={{ width: sizes.column }}
          />
        </div>
      </div>
    </>
  );
}

/** The place of a cell, as its element says it. */
function placeOf(target: EventTarget): GridPlace | undefined {
  const cell =
    target instanceof Element
      ? target.closest<HTMLElement>('[data-cell]')
      : null;
  const [row, column] = (cell?.dataset.cell ?? '').split(',').map(Number);
  return cell ? { row, column } : undefined;
}

/** The column of a cell, or of a header. */
function columnOf(target: EventTarget): number | undefined {
  const header =
    target instanceof Element
      ? target.closest<HTMLElement>('[data-column]')
      : null;
  return header ? Number(header.dataset.column) : placeOf(target)?.column;
}

function cellAt(
  within: HTMLElement | null,
  { row, column }: GridPlace,
): HTMLElement | null | undefined {
  return within?.querySelector<HTMLElement>(`[data-cell="${row},${column}"]`);
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
