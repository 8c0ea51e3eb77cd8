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

import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useApi } from '@backstage/core-plugin-api';
import { Skeleton, Text } from '@backstage/ui';
import type {
  PolicyCluster,
  PolicyClusterList,
  PolicyDetail,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetPoliciesApiRef } from '../../api';
import { useClusterPath } from '../../hooks/useClusterPath';
import { usePages } from '../../hooks/usePages';
import { useTranslation } from '../../hooks/useTranslation';
import type { GridColumn } from '../../lib/gridColumns';
import {
  policyClusterColumns,
  type PolicyClusterColumnId,
} from '../../lib/policyClusterColumns';
import { AskExceptionDialog, AskOnCluster } from '../AskException';
import { LoadMoreError } from '../LoadMoreError';
import { Panel } from '../Panel';
import { ChangeOnCluster } from '../PolicyEdit';
import { PagesView } from '../QueryView';
import { SearchBox } from '../SearchBox';
import { VirtualGrid } from '../VirtualGrid';
import { PolicyClusterCell } from './PolicyClusterCell';
import styles from './PolicyPage.module.css';

const ROW_HEIGHT = 52;

/** Where a policy is, how it is enforced there, and what enforcing it would refuse. */
export function PolicyClusters(props: { policy: PolicyDetail }) {
  const { policy } = props;
  const t = useTranslation();
  const api = useApi(eksFleetPoliciesApiRef);
  const navigate = useNavigate();
  const clusterPath = useClusterPath();
  const [text, setText] = useState('');
  const [asking, setAsking] = useState<PolicyCluster>();
  const { id } = policy;
  const list = usePages<PolicyClusterList>(
    useCallback(
      page =>
        // A cursor carries the text.
        api.listPolicyClusters(
          id,
          page.cursor
            ? page
            : { fullTextFilterTerm: text.trim() || undefined, ...page },
        ),
      [api, id, text],
    ),
    { pollSeconds: 120 },
  );
  const renderCell = useCallback(
    (
      column: GridColumn<PolicyClusterColumnId>,
      row: PolicyCluster,
      tabbable: boolean,
    ) => (
      <PolicyClusterCell
        column={column.id}
        policy={id}
        row={row}
        tabbable={tabbable}
      />
    ),
    [id],
  );
  const renderMenu = useCallback(
    (row: PolicyCluster, tabbable: boolean) => (
      <>
        <ChangeOnCluster policy={policy} row={row} tabbable={tabbable} />
        <AskOnCluster row={row} tabbable={tabbable} onAsk={setAsking} />
      </>
    ),
    [policy],
  );
  return (
    <Panel
      title={t('policy.clusters')}
      actions={
        <div className={styles.search}>
          <SearchBox
            label={t('policy.clusterSearch')}
            text={text}
            onChange={setText}
          />
        </div>
      }
    >
      <PagesView
        list={list}
        what={t('policy.whatClusters')}
        permission="eks-fleet.cluster.read"
        skeleton={<Skeleton height={220} />}
      >
        {pages =>
          pages.items.length === 0 ? (
            <Text as="p" color="secondary">
              {text ? t('policy.noClusterFits') : t('policy.noClusters')}
            </Text>
          ) : (
            <>
              <VirtualGrid
                label={t('policy.clusters')}
                rows={pages.items}
                totalRows={pages.totalItems}
                busy={list.loading}
                columns={policyClusterColumns}
                titleOf={column => t(`policyClusterColumn.${column.id}`)}
                onWant={list.want}
                onOpen={({ cluster }) => {
                  const path = clusterPath(cluster.entityRef, 'policy');
                  if (path) {
                    navigate(path);
                  }
                }}
                renderCell={renderCell}
                renderMenu={renderMenu}
                menuLabel={t('askException.actions')}
                menuButtons={2}
                rowHeight={ROW_HEIGHT}
              />
              {list.error && pages.cursor && (
                <LoadMoreError error={list.error} onRetry={list.retry} />
              )}
            </>
          )
        }
      </PagesView>
      {asking && (
        <AskExceptionDialog
          subject={{ policy, cluster: asking.cluster }}
          onClose={() => setAsking(undefined)}
          onAsked={() => setAsking(undefined)}
        />
      )}
    </Panel>
  );
}
