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

import { useCallback, useMemo } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { Blocker } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetApiRef } from '../../api';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import { sortCauses } from '../../lib/causes';
import type { GridColumn } from '../../lib/gridColumns';
import { causeColumns, type CauseColumnId } from '../../lib/readinessColumns';
import { toReadinessQuery, type ReadinessView } from '../../lib/readinessView';
import { GridSkeleton } from '../GridSkeleton';
import { EmptyState, QueryView } from '../QueryView';
import { VirtualGrid } from '../VirtualGrid';
import { CauseCell } from './CauseCell';

const ROW_HEIGHT = 68;

/** What blocks clusters, a row for each cause; Enter opens it at the side. */
export function CausesView(props: {
  view: ReadinessView;
  onChange: (change: Partial<ReadinessView>) => void;
}) {
  const { view, onChange } = props;
  const t = useTranslation();
  const api = useApi(eksFleetApiRef);
  const { target, filter, fullTextFilterTerm } = toReadinessQuery(view);
  const key = JSON.stringify({ target, filter, fullTextFilterTerm });
  const query = useFleetQuery(
    useCallback(() => api.listBlockers(JSON.parse(key)), [api, key]),
  );
  const causes = useMemo(
    () => sortCauses(query.value?.items ?? [], view.sort),
    [query.value, view.sort],
  );
  const open = useCallback(
    ({ causeKey }: Blocker) => onChange({ cause: causeKey }),
    [onChange],
  );
  const renderCell = useCallback(
    (column: GridColumn<CauseColumnId>, cause: Blocker, tabbable: boolean) => (
      <CauseCell
        column={column.id}
        cause={cause}
        tabbable={tabbable}
        onOpen={open}
      />
    ),
    [open],
  );
  return (
    <QueryView
      query={query}
      what={t('readiness.whatCauses')}
      permission="eks-fleet.cluster.read"
      skeleton={<GridSkeleton />}
    >
      {() =>
        causes.length === 0 ? (
          <EmptyState
            title={t('readiness.nothing')}
            detail={t('readiness.nothingDetail')}
          />
        ) : (
          <VirtualGrid
            label={t('readiness.causes')}
            rows={causes}
            totalRows={causes.length}
            busy={query.loading}
            columns={causeColumns}
            titleOf={({ id }) => t(`causeColumn.${id}`)}
            sort={view.sort}
            onSort={sort => onChange({ sort })}
            onOpen={open}
            renderCell={renderCell}
            rowHeight={ROW_HEIGHT}
          />
        )
      }
    </QueryView>
  );
}
