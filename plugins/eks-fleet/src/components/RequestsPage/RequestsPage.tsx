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
import { useNavigate } from 'react-router-dom';
import { useApi } from '@backstage/core-plugin-api';
import type {
  EksFleetRequestsApi,
  FleetRequestList,
  FleetRequestSummary,
  RequestQuery,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetRequestsApiRef } from '../../api';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import type { Pages } from '../../hooks/usePages';
import { useRequestPages } from '../../hooks/useRequestPages';
import { useTranslation } from '../../hooks/useTranslation';
import { useUrlView } from '../../hooks/useUrlView';
import { isNotFound } from '../../lib/errors';
import { requestsCsv } from '../../lib/requestColumns';
import {
  formatRequestView,
  parseRequestView,
  toRequestQuery,
  type RequestView,
} from '../../lib/requestView';
import { AskNamespaceButton } from '../AskNamespacePage';
import { CopyLinkButton } from '../CopyLinkButton';
import { CsvButton } from '../CsvButton';
import { ExpiringPanel } from '../ExpiringPanel';
import { GridSkeleton } from '../GridSkeleton';
import { LoadMoreError } from '../LoadMoreError';
import { PageHeading } from '../PageHeading';
import { EmptyState, PagesView } from '../QueryView';
import { QuotaPanel } from '../QuotaPanel';
import { NoRequests } from './NoRequests';
import { RequestFilters } from './RequestFilters';
import { RequestGrid } from './RequestGrid';
import styles from './RequestsPage.module.css';

const CSV_PAGE = 500;

/** What was asked for, where does it stand, and what waits for me? */
export function RequestsPage() {
  const t = useTranslation();
  const api = useApi(eksFleetRequestsApiRef);
  const [view, changeView] = useUrlView(parseRequestView, formatRequestView);
  const query = useMemo(() => toRequestQuery(view), [view]);
  const list = useRequestPages(query);
  // Where requests are switched off there is nobody to answer.
  if (list.error && isNotFound(list.error)) {
    return (
      <EmptyState title={t('requests.off')} detail={t('requests.offDetail')} />
    );
  }
  return (
    <div className={styles.page}>
      <PageHeading title={t('requests.question')}>
        <CsvButton
          name="eks-requests"
          make={async () => requestsCsv(await readAll(api, query))}
        />
        <CopyLinkButton />
        <AskNamespaceButton />
      </PageHeading>
      <PagesView
        list={list}
        what={t('requests.what')}
        permission="eks-fleet.request.read"
        skeleton={<GridSkeleton />}
      >
        {pages => (
          <>
            <RequestFilters
              list={pages.first}
              view={view}
              onChange={changeView}
            />
            {pages.items.length === 0 ? (
              <NoRequests
                view={view}
                active={pages.first.counts.active}
                onChange={changeView}
              />
            ) : (
              <Requests
                list={list}
                pages={pages}
                view={view}
                onChange={changeView}
              />
            )}
            <div className={styles.panels}>
              <QuotaPanel />
              <ExpiringPanel />
            </div>
          </>
        )}
      </PagesView>
    </div>
  );
}

function Requests(props: {
  list: ReturnType<typeof useRequestPages>;
  pages: Pages<FleetRequestList>;
  view: RequestView;
  onChange: (change: Partial<RequestView>) => void;
}) {
  const { list, pages, view, onChange } = props;
  const links = useFleetLinks();
  const navigate = useNavigate();
  const open = useCallback(
    ({ id }: FleetRequestSummary) => navigate(links.request(id)),
    [navigate, links],
  );
  return (
    <>
      <RequestGrid
        items={pages.items}
        totalItems={pages.totalItems}
        busy={list.loading}
        sort={view.sort}
        onSort={sort => onChange({ sort })}
        onWant={list.want}
        onOpen={open}
      />
      {list.error && pages.cursor && (
        <LoadMoreError error={list.error} onRetry={list.retry} />
      )}
    </>
  );
}

/** All that fit, however many pages they take. */
async function readAll(
  api: EksFleetRequestsApi,
  query: RequestQuery,
): Promise<FleetRequestSummary[]> {
  const items: FleetRequestSummary[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.listRequests(
      cursor ? { cursor, limit: CSV_PAGE } : { ...query, limit: CSV_PAGE },
    );
    items.push(...page.items);
    cursor = page.items.length ? page.pageInfo.nextCursor : undefined;
  } while (cursor);
  return items;
}
