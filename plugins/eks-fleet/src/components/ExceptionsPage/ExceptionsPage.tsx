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
import { useSearchParams } from 'react-router-dom';
import { useApi } from '@backstage/core-plugin-api';
import { Button } from '@backstage/ui';
import type {
  EksFleetPoliciesApi,
  PolicyException,
  PolicyExceptionList,
  PolicyPageQuery,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetPoliciesApiRef } from '../../api';
import { useExceptionPages } from '../../hooks/useExceptionPages';
import type { Pages } from '../../hooks/usePages';
import { useTranslation } from '../../hooks/useTranslation';
import { useUrlView } from '../../hooks/useUrlView';
import { exceptionsCsv } from '../../lib/exceptionColumns';
import { namesRequests } from '../../lib/exceptionRequestView';
import {
  formatExceptionView,
  isExceptionFiltered,
  parseExceptionView,
  toExceptionQuery,
  type ExceptionView,
} from '../../lib/exceptionView';
import { CopyLinkButton } from '../CopyLinkButton';
import { CsvButton } from '../CsvButton';
import { ExceptionRequestsPage } from '../ExceptionRequestsPage';
import { ExceptionTabs } from '../ExceptionTabs';
import { GridSkeleton } from '../GridSkeleton';
import { LoadMoreError } from '../LoadMoreError';
import { PageHeading } from '../PageHeading';
import { PolicyNav } from '../PolicyNav';
import { EmptyState, PagesView } from '../QueryView';
import { ExceptionFilters } from './ExceptionFilters';
import { ExceptionGrid } from './ExceptionGrid';
import { ExceptionPanel } from './ExceptionPanel';
import styles from './ExceptionsPage.module.css';

const CSV_PAGE = 500;

/** Exceptions that are in clusters, or those that were asked for here. */
export function ExceptionsPage() {
  const [params] = useSearchParams();
  return namesRequests(params) ? (
    <ExceptionRequestsPage />
  ) : (
    <ExceptionRegister />
  );
}

/** Who is exempt from what, who agreed, and until when? */
function ExceptionRegister() {
  const t = useTranslation();
  const api = useApi(eksFleetPoliciesApiRef);
  const [view, changeView] = useUrlView(
    parseExceptionView,
    formatExceptionView,
  );
  const query = useMemo(() => toExceptionQuery(view), [view]);
  const list = useExceptionPages(query);
  const close = useCallback(
    () => changeView({ open: undefined }),
    [changeView],
  );
  return (
    <div className={styles.page}>
      <PageHeading title={t('exceptions.question')}>
        <CsvButton
          name="eks-exceptions"
          make={async () => exceptionsCsv(await readAll(api, query))}
        />
        <CopyLinkButton />
      </PageHeading>
      <PolicyNav page="exceptions" />
      <ExceptionTabs tab="register" />
      <PagesView
        list={list}
        what={t('exceptions.what')}
        permission="eks-fleet.cluster.read"
        skeleton={<GridSkeleton />}
      >
        {pages => (
          <>
            <ExceptionFilters
              counts={pages.first.counts ?? {}}
              view={view}
              onChange={changeView}
            />
            {pages.items.length === 0 ? (
              <NoExceptions view={view} onChange={changeView} />
            ) : (
              <Exceptions list={list} pages={pages} onChange={changeView} />
            )}
            {view.open && (
              <ExceptionPanel
                key={view.open}
                id={view.open}
                listed={pages.items.find(({ id }) => id === view.open)}
                onClose={close}
              />
            )}
          </>
        )}
      </PagesView>
    </div>
  );
}

function Exceptions(props: {
  list: ReturnType<typeof useExceptionPages>;
  pages: Pages<PolicyExceptionList>;
  onChange: (change: Partial<ExceptionView>) => void;
}) {
  const { list, pages, onChange } = props;
  const open = useCallback(
    ({ id }: PolicyException) => onChange({ open: id }),
    [onChange],
  );
  return (
    <>
      <ExceptionGrid
        items={pages.items}
        totalItems={pages.totalItems}
        busy={list.loading}
        onWant={list.want}
        onOpen={open}
      />
      {list.error && pages.cursor && (
        <LoadMoreError error={list.error} onRetry={list.retry} />
      )}
    </>
  );
}

function NoExceptions(props: {
  view: ExceptionView;
  onChange: (change: Partial<ExceptionView>) => void;
}) {
  const { view, onChange } = props;
  const t = useTranslation();
  return isExceptionFiltered(view) ? (
    <EmptyState
      title={t('exceptions.noneFits')}
      action={
        <Button
          variant="secondary"
          onPress={() => onChange({ text: '', filter: {} })}
        >
          {t('rollouts.clear')}
        </Button>
      }
    />
  ) : (
    <EmptyState
      title={t('exceptions.empty')}
      detail={t('exceptions.emptyDetail')}
    />
  );
}

/** All that fit, however many pages they take. */
async function readAll(
  api: EksFleetPoliciesApi,
  query: PolicyPageQuery,
): Promise<PolicyException[]> {
  const items: PolicyException[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.listExceptions(
      cursor ? { cursor, limit: CSV_PAGE } : { ...query, limit: CSV_PAGE },
    );
    items.push(...page.items);
    cursor = page.items.length ? page.pageInfo.nextCursor : undefined;
  } while (cursor);
  return items;
}
