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

import { memo } from 'react';
import { Skeleton } from '@backstage/ui';
import type { Cluster } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterColumn } from '../../lib/clusterColumns';
import { ClusterCell } from './ClusterCell';
import { ClusterRowMenu } from './ClusterRowMenu';
import styles from './ClusterRow.module.css';

/** One cluster's row; only the active row takes part in the tab order. */
export const ClusterRow = memo(Row);

function Row(props: {
  index: number;
  /** Left out while it is not read yet. */
  cluster: Cluster | undefined;
  columns: ClusterColumn[];
  template: string;
  offset: number;
  height: number;
  active: boolean;
  onActivate: (index: number) => void;
  entityPath: (entityRef: string, defaultKind?: string) => string | undefined;
  now: Date;
}) {
  const { index, cluster, columns, template, active, onActivate } = props;
  return (
    <div
      role="row"
      // The header is row 1.
      aria-rowindex={index + 2}
      data-row={index}
      tabIndex={active ? 0 : -1}
      className={styles.row}
      style={{
        gridTemplateColumns: template,
        height: props.height,
        transform: `translateY(${props.offset}px)`,
      }}
      onFocus={() => onActivate(index)}
    >
      {columns.map(({ id, align }) => (
        <div
          key={id}
          role="gridcell"
          className={styles.cell}
          data-column={id}
          data-align={align}
        >
          {cluster ? (
            <ClusterCell
              column={id}
              cluster={cluster}
              entityPath={props.entityPath}
              now={props.now}
              tabbable={active}
            />
          ) : (
            <Skeleton height={14} width="70%" />
          )}
        </div>
      ))}
      <div role="gridcell" className={styles.menu}>
        {cluster && <ClusterRowMenu cluster={cluster} tabbable={active} />}
      </div>
    </div>
  );
}
