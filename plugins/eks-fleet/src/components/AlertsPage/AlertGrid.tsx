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
import type { Alert } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useNow } from '../../hooks/useNow';
import { useTranslation } from '../../hooks/useTranslation';
import { alertColumns, type AlertColumnId } from '../../lib/alertColumns';
import type { GridColumn } from '../../lib/gridColumns';
import { VirtualGrid } from '../VirtualGrid';
import { AlertCell } from './AlertCell';

const ROW_HEIGHT = 52;

/** Alerts; what fires first, the worst first. */
export function AlertGrid(props: {
  items: Alert[];
  totalItems: number;
  busy: boolean;
  onWant: (index: number) => void;
  /** Must be stable, as from `useCallback`. */
  onOpen: (alert: Alert) => void;
}) {
  const { onOpen } = props;
  const t = useTranslation();
  const now = useNow(60);
  const renderCell = useCallback(
    (column: GridColumn<AlertColumnId>, alert: Alert, tabbable: boolean) => (
      <AlertCell
        column={column.id}
        alert={alert}
        now={now}
        tabbable={tabbable}
        onOpen={onOpen}
      />
    ),
    [now, onOpen],
  );
  return (
    <VirtualGrid
      label={t('alerts.table')}
      rows={props.items}
      totalRows={props.totalItems}
      busy={props.busy}
      columns={alertColumns}
      titleOf={({ id }) => t(`alertColumn.${id}`)}
      onWant={props.onWant}
      onOpen={onOpen}
      renderCell={renderCell}
      rowHeight={ROW_HEIGHT}
    />
  );
}
