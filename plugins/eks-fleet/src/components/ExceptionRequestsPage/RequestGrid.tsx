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
import type { ExceptionRequest } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import {
  exceptionRequestColumns,
  type ExceptionRequestColumnId,
} from '../../lib/exceptionRequestColumns';
import type { GridColumn } from '../../lib/gridColumns';
import { VirtualGrid } from '../VirtualGrid';
import { RequestCell } from './RequestCell';

const ROW_HEIGHT = 56;

/** Requests for exceptions; the newest first. */
export function RequestGrid(props: {
  items: ExceptionRequest[];
  totalItems: number;
  busy: boolean;
  onWant: (index: number) => void;
  /** Must be stable, as from `useCallback`. */
  onOpen: (request: ExceptionRequest) => void;
}) {
  const { onOpen } = props;
  const t = useTranslation();
  const renderCell = useCallback(
    (
      column: GridColumn<ExceptionRequestColumnId>,
      request: ExceptionRequest,
      tabbable: boolean,
    ) => (
      <RequestCell
        column={column.id}
        request={request}
        tabbable={tabbable}
        onOpen={onOpen}
      />
    ),
    [onOpen],
  );
  return (
    <VirtualGrid
      label={t('exceptionRequests.table')}
      rows={props.items}
      totalRows={props.totalItems}
      busy={props.busy}
      columns={exceptionRequestColumns}
      titleOf={({ id }) => t(`exceptionRequestColumn.${id}`)}
      onWant={props.onWant}
      onOpen={onOpen}
      renderCell={renderCell}
      rowHeight={ROW_HEIGHT}
    />
  );
}
