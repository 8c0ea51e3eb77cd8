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

import { RiArrowDownLine, RiArrowUpLine } from '@remixicon/react';
import { useTranslation } from '../../hooks/useTranslation';
import type { ClusterColumn } from '../../lib/clusterColumns';
import type { ClusterSort } from '../../lib/clusterView';
import styles from './ClusterTableHeader.module.css';

/** The column names; those that the backend orders by are buttons. */
export function ClusterTableHeader(props: {
  columns: ClusterColumn[];
  template: string;
  sort: ClusterSort;
  onSort: (sort: ClusterSort) => void;
}) {
  const { columns, template, sort, onSort } = props;
  const t = useTranslation();
  return (
    <div role="rowgroup" className={styles.head}>
      <div
        role="row"
        aria-rowindex={1}
        className={styles.row}
        style={{ gridTemplateColumns: template }}
      >
        {columns.map(({ id, orderField, align }) => {
          const sorted = orderField === sort.field ? sort.direction : undefined;
          const Arrow = sorted === 'desc' ? RiArrowDownLine : RiArrowUpLine;
          return (
            <div
              key={id}
              role="columnheader"
              aria-sort={ariaSort(orderField, sorted)}
              className={styles.cell}
              data-align={align}
            >
              {orderField ? (
                <button
                  type="button"
                  className={styles.sort}
                  onClick={() =>
                    onSort({
                      field: orderField,
                      direction: sorted === 'asc' ? 'desc' : 'asc',
                    })
                  }
                >
                  {t(`column.${id}`)}
                  {sorted && <Arrow size={14} aria-hidden />}
                </button>
              ) : (
                t(`column.${id}`)
              )}
            </div>
          );
        })}
        <div role="columnheader" aria-label={t('clusters.actions')} />
      </div>
    </div>
  );
}

function ariaSort(
  orderField: string | undefined,
  sorted: 'asc' | 'desc' | undefined,
) {
  if (!orderField) {
    return undefined;
  }
  if (!sorted) {
    return 'none';
  }
  return sorted === 'asc' ? 'ascending' : 'descending';
}
