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
import { Button, ButtonLink } from '@backstage/ui';
import type {
  ExceptionRequest,
  ExceptionRequestList,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useExceptionRequestPages } from '../../hooks/useExceptionRequestPages';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import type { Pages } from '../../hooks/usePages';
import { useTranslation } from '../../hooks/useTranslation';
import { useUrlView } from '../../hooks/useUrlView';
import {
  formatExceptionRequestView,
  isRequestFiltered,
  parseExceptionRequestView,
  toExceptionRequestQuery,
  type ExceptionRequestView,
} from '../../lib/exceptionRequestView';
import { CopyLinkButton } from '../CopyLinkButton';
import { ExceptionTabs } from '../ExceptionTabs';
import { GridSkeleton } from '../GridSkeleton';
import { LoadMoreError } from '../LoadMoreError';
import { PageHeading } from '../PageHeading';
import { PolicyNav } from '../PolicyNav';
import { EmptyState, PagesView } from '../QueryView';
import { RequestFilters } from './RequestFilters';
import { RequestGrid } from './RequestGrid';
import { RequestPanel } from './RequestPanel';
import styles from './ExceptionRequestsPage.module.css';

/** Who asks to be exempt, and what does it wait for? */
export function ExceptionRequestsPage() {
  const t = useTranslation();
  const [view, changeView] = useUrlView(
    parseExceptionRequestView,
    formatExceptionRequestView,
  );
  const { cluster, mine, states, waitsForMe } = view;
  const query = useMemo(
    () => toExceptionRequestQuery({ cluster, mine, states, waitsForMe }),
    [cluster, mine, states, waitsForMe],
  );
  const list = useExceptionRequestPages(query);
  const close = useCallback(
    () => changeView({ request: undefined }),
    [changeView],
  );
  return (
    <div className={styles.page}>
      <PageHeading title={t('exceptionRequests.question')}>
        <CopyLinkButton />
      </PageHeading>
      <PolicyNav page="exceptions" />
      <ExceptionTabs tab="requests" />
      <RequestFilters view={view} onChange={changeView} />
      <PagesView
        list={list}
        what={t('exceptionRequests.what')}
        permission="eks-fleet.cluster.read"
        skeleton={<GridSkeleton />}
      >
        {pages =>
          pages.items.length === 0 ? (
            <NoRequests view={view} onChange={changeView} />
          ) : (
            <Requests list={list} pages={pages} onChange={changeView} />
          )
        }
      </PagesView>
      {view.request && (
        <RequestPanel
          key={view.request}
          id={view.request}
          onChanged={list.reload}
          onClose={close}
        />
      )}
    </div>
  );
}

function Requests(props: {
  list: ReturnType<typeof useExceptionRequestPages>;
  pages: Pages<ExceptionRequestList>;
  onChange: (change: Partial<ExceptionRequestView>) => void;
}) {
  const { list, pages, onChange } = props;
  const open = useCallback(
    ({ id }: ExceptionRequest) => onChange({ request: id }),
    [onChange],
  );
  return (
    <>
      <RequestGrid
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

function NoRequests(props: {
  view: ExceptionRequestView;
  onChange: (change: Partial<ExceptionRequestView>) => void;
}) {
  const { view, onChange } = props;
  const t = useTranslation();
  const links = useFleetLinks();
  return isRequestFiltered(view) ? (
    <EmptyState
      title={t('exceptionRequests.noneFits')}
      action={
        <Button
          variant="secondary"
          onPress={() =>
            onChange({
              states: [],
              cluster: undefined,
              mine: false,
              waitsForMe: false,
            })
          }
        >
          {t('rollouts.clear')}
        </Button>
      }
    />
  ) : (
    <EmptyState
      title={t('exceptionRequests.empty')}
      detail={t('exceptionRequests.emptyDetail')}
      action={
        <ButtonLink variant="secondary" href={links.findings()}>
          {t('exceptionRequests.emptyAction')}
        </ButtonLink>
      }
    />
  );
}
