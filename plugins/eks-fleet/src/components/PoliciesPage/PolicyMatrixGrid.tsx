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
import type { PolicyMatrixColumn } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useClusterPath } from '../../hooks/useClusterPath';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useNow } from '../../hooks/useNow';
import { useTranslation } from '../../hooks/useTranslation';
import { cellDescriber } from '../../lib/policyCell';
import {
  columnWords,
  rowPolicy,
  type MatrixRow,
  type ShownMatrix,
} from '../../lib/policyMatrix';
import { policyTitle } from '../../lib/policyText';
import type { PolicyView } from '../../lib/policyView';
import { textPattern } from '../../lib/textPattern';
import { CrossGrid, type CrossColumn, type CrossRow } from '../CrossGrid';
import { MatrixCell } from './MatrixCell';
import { ColumnHeader, RowHeader } from './MatrixHeaders';

const NARROW = { row: 38, heading: 26, column: 62, rowHeader: 232 };
const BY_CLUSTER = { ...NARROW, columnHeader: 168 };
const BY_GROUP = { ...NARROW, column: 112, columnHeader: 84 };

/** Policies by clusters; a click on a cell opens it at the side. */
export function PolicyMatrixGrid(props: {
  matrix: ShownMatrix;
  view: PolicyView;
  busy: boolean;
  onChange: (change: Partial<PolicyView>) => void;
}) {
  const { matrix, view, busy, onChange } = props;
  const { by, columns } = matrix;
  const t = useTranslation();
  const now = useNow(60);
  const links = useFleetLinks();
  const clusterPath = useClusterPath();
  const rows = useMemo(
    () =>
      matrix.rows.map(
        (row): CrossRow<MatrixRow> => ({
          key: row.policy.id,
          group: row.policy.category || t('policies.noCategory'),
          value: row,
        }),
      ),
    [matrix.rows, t],
  );
  const crossColumns = useMemo(
    () =>
      columns.map(
        (column): CrossColumn<PolicyMatrixColumn> => ({
          key: column.key,
          group:
            by === 'cluster'
              ? column.group || t('policies.noGroup')
              : undefined,
          name: columnWords(t, column),
          value: column,
        }),
      ),
    [by, columns, t],
  );
  const renderRowHeader = useCallback(
    (row: MatrixRow) => (
      <RowHeader row={row} href={links.policy(rowPolicy(row))} />
    ),
    [links],
  );
  const { filter } = view;
  const renderColumnHeader = useCallback(
    (column: PolicyMatrixColumn) => (
      <ColumnHeader
        column={column}
        flat={by !== 'cluster'}
        href={
          by === 'cluster'
            ? column.entityRef && clusterPath(column.entityRef, 'policy')
            : links.policies({ filter: { ...filter, [by]: [column.key] } })
        }
      />
    ),
    [by, clusterPath, filter, links],
  );
  const wordsOf = useMemo(() => cellDescriber(t, now), [t, now]);
  const describeCell = useMemo(() => {
    const none = t('clusters.none');
    const describe = textPattern(['policy', 'column', 'words'], values =>
      t('policies.cell', values),
    );
    return ({ cells, policy }: MatrixRow, column: number) =>
      describe({
        policy: policyTitle(policy),
        column: columns[column].title || none,
        words: wordsOf(cells[column]),
      });
  }, [columns, t, wordsOf]);
  const open = useCallback(
    ({ policy }: MatrixRow, { key }: PolicyMatrixColumn) =>
      onChange({ open: { policy: policy.id, column: key } }),
    [onChange],
  );
  return (
    <CrossGrid
      label={t('policies.matrix', { by: t(`policies.by_${by}`) })}
      help={t('policies.matrixHelp')}
      corner={t('policies.policyCount', { count: rows.length })}
      rows={rows}
      columns={crossColumns}
      busy={busy}
      sizes={by === 'cluster' ? BY_CLUSTER : BY_GROUP}
      renderRowHeader={renderRowHeader}
      renderColumnHeader={renderColumnHeader}
      renderCell={renderCell}
      describeCell={describeCell}
      onOpen={open}
    />
  );
}

function renderCell({ cells }: MatrixRow, column: number) {
  return <MatrixCell cell={cells[column]} />;
}
