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

import { useCallback, useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useTranslation } from '../../hooks/useTranslation';
import type { GridColumn, GridSort } from '../../lib/gridColumns';
import {
  policyColumns,
  policyValue,
  sortPolicies,
  type PolicyColumnId,
} from '../../lib/policyColumns';
import { rowEngines, rowPolicy, type MatrixRow } from '../../lib/policyMatrix';
import { policyTitle } from '../../lib/policyText';
import { policySeverities } from '../../states';
import { EntityName } from '../EntityName';
import { StateBadge } from '../StateBadge';
import { VirtualGrid } from '../VirtualGrid';

/** The policies of the matrix, each in a line. */
export function PolicyTable(props: { rows: MatrixRow[]; busy: boolean }) {
  const t = useTranslation();
  const navigate = useNavigate();
  const links = useFleetLinks();
  const [sort, setSort] = useState<GridSort>();
  const rows = useMemo(
    () => sortPolicies(props.rows, sort),
    [props.rows, sort],
  );
  const renderCell = useCallback(
    ({ id }: GridColumn<PolicyColumnId>, row: MatrixRow, tabbable: boolean) => (
      <Cell
        column={id}
        row={row}
        href={links.policy(rowPolicy(row))}
        tabbable={tabbable}
      />
    ),
    [links],
  );
  return (
    <VirtualGrid
      label={t('policies.what')}
      rows={rows}
      totalRows={rows.length}
      busy={props.busy}
      columns={policyColumns}
      titleOf={({ id }) => t(`policyColumn.${id}`)}
      sort={sort}
      onSort={setSort}
      onOpen={row => navigate(links.policy(rowPolicy(row)))}
      renderCell={renderCell}
    />
  );
}

function Cell(props: {
  column: PolicyColumnId;
  row: MatrixRow;
  href: string;
  tabbable: boolean;
}) {
  const { column, row, href, tabbable } = props;
  const { policy } = row;
  const t = useTranslation();
  switch (column) {
    case 'policy':
      return (
        <EntityName
          name={policyTitle(policy)}
          href={href}
          tabbable={tabbable}
        />
      );
    case 'severity': {
      const look = policySeverities[policy.severity];
      return <StateBadge look={look}>{t(look.word)}</StateBadge>;
    }
    case 'engine':
      return (
        <>
          {rowEngines(row)
            .map(engine => t(`policyEngine.${engine}`))
            .join(', ')}
        </>
      );
    case 'category':
      return <span title={policy.category}>{policy.category || '–'}</span>;
    case 'findings':
      return (
        <>
          {policy.counts.atLeast && '≥'}
          {policyValue(policy, column)}
        </>
      );
    default:
      return <>{policyValue(policy, column)}</>;
  }
}
