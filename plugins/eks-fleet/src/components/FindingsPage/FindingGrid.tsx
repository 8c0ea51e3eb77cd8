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

import { useCallback } from 'react';
import type { PolicyFinding } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { findingColumns, type FindingColumnId } from '../../lib/findingColumns';
import type { GridColumn, GridSort } from '../../lib/gridColumns';
import { VirtualGrid } from '../VirtualGrid';
import { FindingCell } from './FindingCell';

const ROW_HEIGHT = 52;

/** Findings, in the order asked for. */
export function FindingGrid(props: {
  items: PolicyFinding[];
  totalItems: number;
  busy: boolean;
  sort: GridSort;
  onSort: (sort: GridSort) => void;
  onWant: (index: number) => void;
  /** Must be stable, as from `useCallback`. */
  onOpen: (finding: PolicyFinding) => void;
}) {
  const { onOpen } = props;
  const t = useTranslation();
  const renderCell = useCallback(
    (
      column: GridColumn<FindingColumnId>,
      finding: PolicyFinding,
      tabbable: boolean,
    ) => (
      <FindingCell
        column={column.id}
        finding={finding}
        tabbable={tabbable}
        onOpen={onOpen}
      />
    ),
    [onOpen],
  );
  return (
    <VirtualGrid
      label={t('findings.table')}
      rows={props.items}
      totalRows={props.totalItems}
      busy={props.busy}
      columns={findingColumns}
      titleOf={({ id }) => t(`findingColumn.${id}`)}
      sort={props.sort}
      onSort={props.onSort}
      onWant={props.onWant}
      onOpen={onOpen}
      renderCell={renderCell}
      rowHeight={ROW_HEIGHT}
    />
  );
}
