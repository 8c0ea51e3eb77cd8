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
import { useNavigate } from 'react-router-dom';
import type { Cluster } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useEntityPath } from '../../hooks/useEntityPath';
import { useNow } from '../../hooks/useNow';
import { useTranslation } from '../../hooks/useTranslation';
import {
  chosenColumns,
  type ClusterColumn,
  type ClusterColumnId,
} from '../../lib/clusterColumns';
import type { GridSort } from '../../lib/gridColumns';
import { VirtualGrid } from '../VirtualGrid';
import { ClusterCell } from './ClusterCell';
import { ClusterRowMenu } from './ClusterRowMenu';

/** The clusters as a grid; Enter opens a cluster's entity. */
export function ClusterTable(props: {
  items: Cluster[];
  totalItems: number;
  busy: boolean;
  columns: ClusterColumnId[];
  sort: GridSort;
  onSort: (sort: GridSort) => void;
  onWant: (index: number) => void;
}) {
  const t = useTranslation();
  const navigate = useNavigate();
  const entityPath = useEntityPath();
  const now = useNow(60);
  const { columns } = props;
  const shown = useMemo(() => chosenColumns(columns), [columns]);
  const renderCell = useCallback(
    (column: ClusterColumn, cluster: Cluster, tabbable: boolean) => (
      <ClusterCell
        column={column.id}
        cluster={cluster}
        entityPath={entityPath}
        now={now}
        tabbable={tabbable}
      />
    ),
    [entityPath, now],
  );
  return (
    <VirtualGrid
      label={t('clusters.table')}
      rows={props.items}
      totalRows={props.totalItems}
      busy={props.busy}
      columns={shown}
      titleOf={({ id }) => t(`column.${id}`)}
      sort={props.sort}
      onSort={props.onSort}
      onWant={props.onWant}
      onOpen={({ entityRef }) => {
        const path = entityPath(entityRef);
        if (path) {
          navigate(path);
        }
      }}
      renderCell={renderCell}
      renderMenu={renderMenu}
      menuLabel={t('clusters.actions')}
    />
  );
}

function renderMenu(cluster: Cluster, tabbable: boolean) {
  return <ClusterRowMenu cluster={cluster} tabbable={tabbable} />;
}
