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
import type { PolicyException } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import {
  exceptionColumns,
  type ExceptionColumnId,
} from '../../lib/exceptionColumns';
import type { GridColumn } from '../../lib/gridColumns';
import { VirtualGrid } from '../VirtualGrid';
import { ExceptionCell } from './ExceptionCell';

const ROW_HEIGHT = 56;

/** Exceptions; what ends next first. */
export function ExceptionGrid(props: {
  items: PolicyException[];
  totalItems: number;
  busy: boolean;
  onWant: (index: number) => void;
  /** Must be stable, as from `useCallback`. */
  onOpen: (exception: PolicyException) => void;
}) {
  const { onOpen } = props;
  const t = useTranslation();
  const renderCell = useCallback(
    (
      column: GridColumn<ExceptionColumnId>,
      exception: PolicyException,
      tabbable: boolean,
    ) => (
      <ExceptionCell
        column={column.id}
        exception={exception}
        tabbable={tabbable}
        onOpen={onOpen}
      />
    ),
    [onOpen],
  );
  return (
    <VirtualGrid
      label={t('exceptions.table')}
      rows={props.items}
      totalRows={props.totalItems}
      busy={props.busy}
      columns={exceptionColumns}
      titleOf={({ id }) => t(`exceptionColumn.${id}`)}
      onWant={props.onWant}
      onOpen={onOpen}
      renderCell={renderCell}
      rowHeight={ROW_HEIGHT}
    />
  );
}
