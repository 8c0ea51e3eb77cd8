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

import { memo, useRef, useState, type KeyboardEvent } from 'react';
import type { RolloutCell } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { nextMark } from '../../lib/rolloutMarks';
import { CellMark } from './CellMark';
import styles from './CellGrid.module.css';

/** The cells of a wave; the tab key stops once, arrows move on, Enter opens. */
export const CellGrid = memo(Cells);

function Cells(props: {
  label: string;
  cells: RolloutCell[];
  openCell: string | undefined;
  /** Must be stable, as from `useCallback`. */
  onOpen: (cell: string) => void;
}) {
  const { label, cells, openCell, onOpen } = props;
  const grid = useRef<HTMLDivElement>(null);
  const t = useTranslation();
  const [active, setActive] = useState(0);
  const stop = Math.min(active, cells.length - 1);

  const onKeyDown = (event: KeyboardEvent) => {
    const marks = [
      ...(grid.current?.querySelectorAll<HTMLElement>('button') ?? []),
    ];
    const next = nextMark(event.key, stop, marks.length, () =>
      marksInRow(marks),
    );
    if (next !== undefined) {
      event.preventDefault();
      setActive(next);
      marks[next].focus();
    }
  };
  return (
    <div
      ref={grid}
      role="toolbar"
      aria-label={label}
      className={styles.grid}
      onKeyDown={onKeyDown}
    >
      {cells.map((cell, index) => (
        <CellMark
          key={cell.id}
          cell={cell}
          index={index}
          active={index === stop}
          open={cell.id === openCell}
          onFocus={setActive}
          onOpen={onOpen}
          t={t}
        />
      ))}
    </div>
  );
}

/** How many marks stand beside each other, as the browser laid them out. */
function marksInRow(marks: HTMLElement[]): number {
  const top = marks[0]?.offsetTop;
  const next = marks.findIndex(mark => mark.offsetTop !== top);
  return next < 0 ? marks.length : next;
}
