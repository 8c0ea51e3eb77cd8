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

import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { Cluster } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useElementWidth } from '../../hooks/useElementWidth';
import { useEntityPath } from '../../hooks/useEntityPath';
import { useNow } from '../../hooks/useNow';
import { useTranslation } from '../../hooks/useTranslation';
import {
  fittingColumns,
  gridTemplate,
  type ClusterColumnId,
} from '../../lib/clusterColumns';
import type { ClusterSort } from '../../lib/clusterView';
import { nextRow } from '../../lib/gridKeys';
import { ClusterRow } from './ClusterRow';
import { ClusterTableHeader } from './ClusterTableHeader';
import styles from './ClusterTable.module.css';

const ROW_HEIGHT = 40;
const OVERSCAN = 12;

/**
 * The clusters as a grid that draws only the rows in sight. Its length is that
 * of the whole list, whatever has been read of it.
 */
export function ClusterTable(props: {
  items: Cluster[];
  totalItems: number;
  busy: boolean;
  columns: ClusterColumnId[];
  sort: ClusterSort;
  onSort: (sort: ClusterSort) => void;
  /** Asks for the rows up to an index. */
  onWant: (index: number) => void;
}) {
  const { items, totalItems, busy, sort, onSort, onWant } = props;
  const t = useTranslation();
  const navigate = useNavigate();
  const entityPath = useEntityPath();
  const now = useNow(60);
  const scroller = useRef<HTMLDivElement>(null);
  const width = useElementWidth(scroller);
  const columns = fittingColumns(props.columns, width);
  const [active, setActive] = useState(0);
  const focusRow = useRef<number>();

  const virtualizer = useVirtualizer({
    count: totalItems,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    useAnimationFrameWithResizeObserver: true,
  });
  const rows = virtualizer.getVirtualItems();
  const lastRow = rows.at(-1)?.index ?? 0;

  useEffect(() => onWant(lastRow), [onWant, lastRow]);

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

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget && !isRow(event.target)) {
      return;
    }
    const path = items[active] && entityPath(items[active].entityRef);
    if (event.key === 'Enter' && path) {
      event.preventDefault();
      navigate(path);
      return;
    }
    const page = Math.max(1, rows.length - 2 * OVERSCAN);
    const next = nextRow(event.key, active, { rows: totalItems, page });
    if (next !== undefined) {
      event.preventDefault();
      focusRow.current = next;
      setActive(next);
      virtualizer.scrollToIndex(next);
    }
  };

  const template = gridTemplate(columns);
  const firstActive = Math.min(active, totalItems - 1);
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={-1}
      aria-label={t('clusters.table')}
      aria-rowcount={totalItems + 1}
      aria-colcount={columns.length + 1}
      aria-busy={busy}
      className={styles.scroller}
      onKeyDown={onKeyDown}
    >
      <ClusterTableHeader
        columns={columns}
        template={template}
        sort={sort}
        onSort={onSort}
      />
      <div
        role="rowgroup"
        className={styles.body}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {rows.map(({ index, start }) => (
          <ClusterRow
            key={index}
            index={index}
            cluster={items[index]}
            columns={columns}
            template={template}
            offset={start}
            height={ROW_HEIGHT}
            active={index === firstActive}
            onActivate={setActive}
            entityPath={entityPath}
            now={now}
          />
        ))}
      </div>
    </div>
  );
}

function isRow(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.dataset.row !== undefined;
}
