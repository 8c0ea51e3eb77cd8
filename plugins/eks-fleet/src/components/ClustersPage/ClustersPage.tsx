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
import { useClusterFacets } from '../../hooks/useClusterFacets';
import { useClusterPages } from '../../hooks/useClusterPages';
import { useClusterView } from '../../hooks/useClusterView';
import { toClusterQuery, toggleFilter } from '../../lib/clusterView';
import { ClusterFacetList } from '../ClusterFacetList';
import { CopyLinkButton } from '../CopyLinkButton';
import { GridSkeleton } from '../GridSkeleton';
import { LoadMoreError } from '../LoadMoreError';
import { PageHeading } from '../PageHeading';
import { QueryView } from '../QueryView';
import { SearchBox } from '../SearchBox';
import { ClusterTable } from './ClusterTable';
import { ClustersEmpty } from './ClustersEmpty';
import { ColumnsMenu } from './ColumnsMenu';
import { ExportButton } from './ExportButton';
import styles from './ClustersPage.module.css';

/** Which clusters are there? */
export function ClustersPage() {
  const t = useTranslation();
  const [view, changeView] = useClusterView();
  const query = useMemo(() => toClusterQuery(view), [view]);
  const list = useClusterPages(query);
  const facets = useClusterFacets(
    useMemo(
      () => ({
        filter: query.filter,
        fullTextFilterTerm: query.fullTextFilterTerm,
      }),
      [query],
    ),
  );
  const filtered = Boolean(view.text) || Object.keys(view.filter).length > 0;
  const clear = () => changeView({ filter: {}, text: '' });
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
      <div className={styles.layout}>
        <aside className={styles.facets} aria-label={t('clusters.filters')}>
          <SearchBox text={view.text} onChange={text => changeView({ text })} />
          <ClusterFacetList
            query={facets}
            chosen={view.filter}
            onToggle={(facet, value) =>
              changeView({ filter: toggleFilter(view.filter, facet, value) })
            }
            onClear={filtered ? clear : undefined}
          />
        </aside>
        <div className={styles.list}>
          <QueryView
            query={{
              value: list.pages,
              valueAt: list.pages?.loadedAt,
              // A later page that fails is told below the rows that are there.
              error: list.pages?.cursor ? undefined : list.error,
              failingSince: list.failingSince,
              loading: list.loading,
              retry: list.retry,
            }}
            what={t('clusters.what')}
            permission="eks-fleet.cluster.read"
            skeleton={<GridSkeleton />}
          >
            {pages =>
              pages.items.length === 0 ? (
                <ClustersEmpty onClear={filtered ? clear : undefined} />
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
          </QueryView>
        </div>
      </div>
    </>
  );
}
