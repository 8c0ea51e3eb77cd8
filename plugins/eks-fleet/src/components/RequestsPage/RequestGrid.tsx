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
import type { FleetRequestSummary } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import type { GridColumn, GridSort } from '../../lib/gridColumns';
import { requestColumns, type RequestColumnId } from '../../lib/requestColumns';
import { VirtualGrid } from '../VirtualGrid';
import { RequestCell } from './RequestCell';

const ROW_HEIGHT = 56;

/** Requests with where each stands. */
export function RequestGrid(props: {
  items: FleetRequestSummary[];
  totalItems: number;
  busy: boolean;
  sort: GridSort;
  onSort: (sort: GridSort) => void;
  onWant: (index: number) => void;
  /** Must be stable, as from `useCallback`. */
  onOpen: (request: FleetRequestSummary) => void;
}) {
  const { onOpen } = props;
  const t = useTranslation();
  const renderCell = useCallback(
    (
      column: GridColumn<RequestColumnId>,
      request: FleetRequestSummary,
      tabbable: boolean,
    ) => (
      <RequestCell column={column.id} request={request} tabbable={tabbable} />
    ),
    [],
  );
  return (
    <VirtualGrid
      label={t('requests.table')}
      rows={props.items}
      totalRows={props.totalItems}
      busy={props.busy}
      columns={requestColumns}
      titleOf={({ id }) => t(`requestColumn.${id}`)}
      sort={props.sort}
      onSort={props.onSort}
      onWant={props.onWant}
      onOpen={onOpen}
      renderCell={renderCell}
      rowHeight={ROW_HEIGHT}
    />
  );
}
