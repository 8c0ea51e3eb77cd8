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
import { useApi } from '@backstage/core-plugin-api';
import { Link, Skeleton, Text } from '@backstage/ui';
import type { PolicyMatrixColumn } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetPoliciesApiRef } from '../../api';
import { useClusterPath } from '../../hooks/useClusterPath';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import type { FindingView } from '../../lib/findingView';
import { chartPolicy } from '../../lib/policyEdit';
import { brokenCount } from '../../lib/policyCell';
import {
  rowPolicy,
  type MatrixRow,
  type ShownMatrix,
} from '../../lib/policyMatrix';
import { policyTitle } from '../../lib/policyText';
import type { CellName, PolicyView } from '../../lib/policyView';
import { CellFacts } from '../CellFacts';
import { FindingList } from '../FindingList';
import { PolicyLinks } from '../PolicyLinks';
import { EmptyState, QueryView } from '../QueryView';
import { SidePanel } from '../SidePanel';
import styles from './CellPanel.module.css';

const SHOWN = 10;

/** One cell at the side: how the policy stands there, and what breaks it. */
export function CellPanel(props: {
  matrix: ShownMatrix;
  name: CellName;
  view: PolicyView;
  onClose: () => void;
}) {
  const { matrix, name, view, onClose } = props;
  const t = useTranslation();
  const row = matrix.rows.find(({ policies }) =>
    policies.some(({ id }) => id === name.policy),
  );
  const index = matrix.columns.findIndex(({ key }) => key === name.column);
  const column = matrix.columns[index];
  return (
    <SidePanel
      title={
        row && column
          ? t('policyPanel.title', {
              policy: policyTitle(row.policy),
              column: column.title || t('clusters.none'),
            })
          : t('policies.policy')
      }
      onClose={onClose}
    >
      {row && column ? (
        <Cell
          row={row}
          index={index}
          column={column}
          by={matrix.by}
          view={view}
        />
      ) : (
        <EmptyState
          title={t('policyPanel.gone')}
          detail={t('policyPanel.goneDetail')}
        />
      )}
    </SidePanel>
  );
}

function Cell(props: {
  row: MatrixRow;
  index: number;
  column: PolicyMatrixColumn;
  by: ShownMatrix['by'];
  view: PolicyView;
}) {
  const { row, index, column, by, view } = props;
  const { policy, policies } = row;
  const cell = row.cells[index];
  const t = useTranslation();
  const links = useFleetLinks();
  const clusterPath = useClusterPath();
  // Owners of findings are others than those of clusters.
  const filter: FindingView['filter'] | undefined =
    by === 'owner'
      ? undefined
      : { policy: policies.map(({ id }) => id), [by]: [column.key] };
  const clusterPage =
    column.entityRef && clusterPath(column.entityRef, 'policy');
  // A policy of the chart is switched in the layer of its cluster.
  const changed =
    by === 'cluster'
      ? policies.find(each => chartPolicy(each) !== undefined)
      : undefined;
  return (
    <>
      <CellFacts cell={cell} />
      {policy.description && (
        <Text as="p" color="secondary">
          {policy.description}
        </Text>
      )}
      {filter && (
        <section className={styles.part}>
          <Text as="h4" variant="body-medium" weight="bold">
            {t('policyPanel.findings')}
          </Text>
          {brokenCount(cell) === 0 ? (
            <Text as="p" color="secondary">
              {t('policyPanel.none')}
            </Text>
          ) : (
            <Findings filter={filter} />
          )}
        </section>
      )}
      <ul className={styles.links}>
        <li>
          <Link href={links.policy(rowPolicy(row))}>
            {t('policyPanel.policyPage')}
          </Link>
        </li>
        {changed && (
          <li>
            <Link href={links.policy(changed, column.key)}>
              {t('policyPanel.change', { cluster: column.title })}
            </Link>
          </li>
        )}
        {clusterPage && (
          <li>
            <Link href={clusterPage}>{t('policyPanel.clusterPage')}</Link>
          </li>
        )}
        {by !== 'cluster' && (
          <li>
            <Link
              href={links.policies({
                filter: { ...view.filter, [by]: [column.key] },
              })}
            >
              {t('policyPanel.itsClusters')}
            </Link>
          </li>
        )}
        <PolicyLinks policy={policy} />
      </ul>
    </>
  );
}

function Findings(props: { filter: FindingView['filter'] }) {
  const t = useTranslation();
  const api = useApi(eksFleetPoliciesApiRef);
  const links = useFleetLinks();
  const key = JSON.stringify(props.filter);
  const query = useFleetQuery(
    useCallback(
      () =>
        api.listFindings({
          filter: JSON.parse(key),
          orderField: 'severity,desc',
          limit: SHOWN,
        }),
      [api, key],
    ),
  );
  return (
    <QueryView
      query={query}
      what={t('findings.what')}
      permission="eks-fleet.cluster.read"
      skeleton={<Skeleton height={160} />}
    >
      {({ items, totalItems }) => (
        <>
          <FindingList findings={items} about="resource" />
          <Link href={links.findings({ filter: props.filter })}>
            {t('policyPanel.allFindings', { count: totalItems })}
          </Link>
        </>
      )}
    </QueryView>
  );
}
