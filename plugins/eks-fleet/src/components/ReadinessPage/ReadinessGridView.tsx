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
import { useNavigate } from 'react-router-dom';
import { Button } from '@backstage/ui';
import type {
  ReadinessItem,
  ReadinessList,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useClusterPath } from '../../hooks/useClusterPath';
import { useEntityPath } from '../../hooks/useEntityPath';
import { useNow } from '../../hooks/useNow';
import type { Pages } from '../../hooks/usePages';
import type { useReadinessPages } from '../../hooks/useReadinessPages';
import { useTranslation } from '../../hooks/useTranslation';
import type { GridColumn } from '../../lib/gridColumns';
import {
  readinessColumns,
  type ReadinessColumnId,
} from '../../lib/readinessColumns';
import type { ReadinessView } from '../../lib/readinessView';
import { LoadMoreError } from '../LoadMoreError';
import { EmptyState } from '../QueryView';
import { VirtualGrid } from '../VirtualGrid';
import { ReadinessCell } from './ReadinessCell';

/** The clusters with their verdicts; Enter opens a cluster's readiness. */
export function ReadinessGridView(props: {
  list: ReturnType<typeof useReadinessPages>;
  pages: Pages<ReadinessList>;
  view: ReadinessView;
  onChange: (change: Partial<ReadinessView>) => void;
}) {
  const { list, pages, view, onChange } = props;
  const t = useTranslation();
  const navigate = useNavigate();
  const clusterPath = useClusterPath();
  const entityPath = useEntityPath();
  const now = useNow(60);
  const readinessPath = useCallback(
    ({ entityRef, target }: ReadinessItem) =>
      clusterPath(entityRef, 'readiness', target ? { target } : undefined),
    [clusterPath],
  );
  const renderCell = useCallback(
    (
      column: GridColumn<ReadinessColumnId>,
      item: ReadinessItem,
      tabbable: boolean,
    ) => (
      <ReadinessCell
        column={column.id}
        item={item}
        href={readinessPath(item)}
        entityPath={entityPath}
        now={now}
        tabbable={tabbable}
      />
    ),
    [readinessPath, entityPath, now],
  );
  if (pages.items.length === 0) {
    return (
      <EmptyState
        title={t('readiness.none')}
        detail={t('readiness.noneDetail')}
        action={
          view.verdicts.length > 0 ? (
            <Button
              variant="secondary"
              onPress={() => onChange({ verdicts: [] })}
            >
              {t('clusters.clear')}
            </Button>
          ) : undefined
        }
      />
    );
  }
  return (
    <>
      <VirtualGrid
        label={t('readiness.clusters')}
        rows={pages.items}
        totalRows={pages.totalItems}
        busy={list.loading}
        columns={readinessColumns}
        titleOf={({ id }) => t(`readinessColumn.${id}`)}
        sort={view.sort}
        onSort={sort => onChange({ sort })}
        onWant={list.want}
        onOpen={item => {
          const path = readinessPath(item);
          if (path) {
            navigate(path);
          }
        }}
        renderCell={renderCell}
      />
      {list.error && pages.cursor && (
        <LoadMoreError error={list.error} onRetry={list.retry} />
      )}
    </>
  );
}
