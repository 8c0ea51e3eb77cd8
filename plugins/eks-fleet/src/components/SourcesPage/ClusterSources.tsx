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

import { useCallback, useId, useMemo } from 'react';
import { Skeleton, Text } from '@backstage/ui';
import type { Source } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useScrollToHash } from '../../hooks/useScrollToHash';
import { useSourcePages } from '../../hooks/useSourcePages';
import { useSourceView } from '../../hooks/useSourceView';
import { useTranslation } from '../../hooks/useTranslation';
import { toSourceQuery } from '../../lib/sourceView';
import { LoadMoreError } from '../LoadMoreError';
import { EmptyState, PagesView } from '../QueryView';
import { SourceFilters } from './SourceFilters';
import { SourceGrid } from './SourceGrid';
import { SourceKinds } from './SourceKinds';
import { SourcePanel } from './SourcePanel';
import { SourcesNone } from './SourcesNone';
import styles from './ClusterSources.module.css';

/** By which paths clusters are seen, and which of them fail. */
export function ClusterSources(props: { id: string }) {
  const t = useTranslation();
  const id = useId();
  const section = useScrollToHash(props.id);
  const { view, change, hrefOf } = useSourceView();
  const list = useSourcePages(useMemo(() => toSourceQuery(view), [view]));
  const open = useCallback(
    ({ kind, arn }: Source) => change({ open: { kind, arn } }),
    [change],
  );
  const close = useCallback(() => change({ open: undefined }), [change]);
  return (
    <section
      ref={section}
      id={props.id}
      aria-labelledby={id}
      className={styles.section}
    >
      <div>
        <Text as="h3" variant="body-large" weight="bold" id={id}>
          {t('clusterSources.title')}
        </Text>
        <Text as="p" color="secondary">
          {t('clusterSources.question')}
        </Text>
      </div>
      <PagesView
        list={list}
        what={t('clusterSources.what')}
        permission="eks-fleet.cluster.read"
        skeleton={<SourcesSkeleton />}
      >
        {pages =>
          pages.first.counts.length === 0 && !isFiltered(view) ? (
            <EmptyState
              title={t('clusterSources.empty')}
              detail={t('clusterSources.emptyDetail')}
            />
          ) : (
            <>
              <SourceKinds
                counts={pages.first.counts}
                view={view}
                hrefOf={hrefOf}
              />
              <SourceFilters
                counts={pages.first.counts}
                view={view}
                onChange={change}
              />
              {pages.items.length === 0 ? (
                <SourcesNone view={view} onChange={change} />
              ) : (
                <SourceGrid
                  items={pages.items}
                  totalItems={pages.totalItems}
                  busy={list.loading}
                  onWant={list.want}
                  onOpen={open}
                />
              )}
              {list.error && pages.cursor && (
                <LoadMoreError error={list.error} onRetry={list.retry} />
              )}
            </>
          )
        }
      </PagesView>
      {view.open && (
        <SourcePanel
          key={`${view.open.kind}/${view.open.arn}`}
          name={view.open}
          onClose={close}
        />
      )}
    </section>
  );
}

/** Whether what is left out of the counts may be there all the same. */
function isFiltered(view: ReturnType<typeof useSourceView>['view']): boolean {
  return Boolean(view.text || view.account || view.region);
}

function SourcesSkeleton() {
  return (
    <>
      <div className={styles.kinds}>
        <Skeleton height={96} />
        <Skeleton height={96} />
        <Skeleton height={96} />
      </div>
      <Skeleton height={40} />
      <Skeleton height={240} />
    </>
  );
}
