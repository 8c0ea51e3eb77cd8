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

import { useMemo } from 'react';
import { useTranslation } from '../../hooks/useTranslation';
import { useClusterPages } from '../../hooks/useClusterPages';
import { useClusterView } from '../../hooks/useClusterView';
import { toClusterQuery } from '../../lib/clusterView';
import { CopyLinkButton } from '../CopyLinkButton';
import { FacetedLayout } from '../FacetedLayout';
import { GridSkeleton } from '../GridSkeleton';
import { LoadMoreError } from '../LoadMoreError';
import { PageHeading } from '../PageHeading';
import { PagesView } from '../QueryView';
import { ClusterTable } from './ClusterTable';
import { ClustersEmpty } from './ClustersEmpty';
import { ColumnsMenu } from './ColumnsMenu';
import { ExportButton } from './ExportButton';

/** Which clusters are there? */
export function ClustersPage() {
  const t = useTranslation();
  const [view, changeView] = useClusterView();
  const query = useMemo(() => toClusterQuery(view), [view]);
  const list = useClusterPages(query);
  const total = list.pages?.totalItems;

  return (
    <>
      <PageHeading
        title={
          total === undefined
            ? t('clusters.question')
            : t('clusters.count', { count: total })
        }
      >
        <ColumnsMenu
          columns={view.columns}
          onChange={columns => changeView({ columns })}
        />
        <ExportButton query={query} />
        <CopyLinkButton />
      </PageHeading>
      <FacetedLayout view={view} onChange={changeView}>
        {clear => (
          <PagesView
            list={list}
            what={t('clusters.what')}
            permission="eks-fleet.cluster.read"
            skeleton={<GridSkeleton />}
          >
            {pages =>
              pages.items.length === 0 ? (
                <ClustersEmpty onClear={clear} />
              ) : (
                <>
                  <ClusterTable
                    items={pages.items}
                    totalItems={pages.totalItems}
                    busy={list.loading}
                    columns={view.columns}
                    sort={view.sort}
                    onSort={sort => changeView({ sort })}
                    onWant={list.want}
                  />
                  {list.error && (
                    <LoadMoreError error={list.error} onRetry={list.retry} />
                  )}
                </>
              )
            }
          </PagesView>
        )}
      </FacetedLayout>
    </>
  );
}
