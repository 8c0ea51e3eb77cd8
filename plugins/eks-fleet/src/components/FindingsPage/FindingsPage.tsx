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
import { useApi } from '@backstage/core-plugin-api';
import { Alert, Button, ButtonLink, Text } from '@backstage/ui';
import type {
  PolicyFinding,
  PolicyFindingList,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetPoliciesApiRef } from '../../api';
import { useFindingPages } from '../../hooks/useFindingPages';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import type { Pages } from '../../hooks/usePages';
import { useTranslation } from '../../hooks/useTranslation';
import { useUrlView } from '../../hooks/useUrlView';
import {
  formatFindingView,
  isFindingFiltered,
  parseFindingView,
  toFindingQuery,
  type FindingView,
} from '../../lib/findingView';
import { CopyLinkButton } from '../CopyLinkButton';
import { CsvButton } from '../CsvButton';
import { GridSkeleton } from '../GridSkeleton';
import { LoadMoreError } from '../LoadMoreError';
import { PageHeading } from '../PageHeading';
import { PolicyNav } from '../PolicyNav';
import { EmptyState, PagesView } from '../QueryView';
import { FindingChoices } from './FindingChoices';
import { FindingGrid } from './FindingGrid';
import { FindingPanel } from './FindingPanel';
import { FindingSide } from './FindingSide';

/** What breaks which policy, since when, and who mends it? */
export function FindingsPage() {
  const t = useTranslation();
  const api = useApi(eksFleetPoliciesApiRef);
  const [view, setView] = useUrlView(parseFindingView, formatFindingView);
  const changeView = useCallback(
    (change: Partial<FindingView>) =>
      setView(
        change.filter || change.text !== undefined
          ? { ...change, sought: undefined }
          : change,
      ),
    [setView],
  );
  const query = useMemo(() => toFindingQuery(view), [view]);
  const list = useFindingPages(query);
  const close = useCallback(
    () => changeView({ open: undefined }),
    [changeView],
  );
  return (
    <>
      <PageHeading title={t('findings.question')}>
        <CsvButton name="eks-findings" make={() => api.exportFindings(query)} />
        <CopyLinkButton />
      </PageHeading>
      <PolicyNav page="findings" />
      <FindingSide view={view} onChange={changeView}>
        {view.sought && (
          <Alert
            status="info"
            icon
            title={t('findings.sought', { what: view.sought })}
            description={t('findings.soughtDetail')}
          />
        )}
        <FindingChoices view={view} onChange={changeView} />
        <PagesView
          list={list}
          what={t('findings.what')}
          permission="eks-fleet.cluster.read"
          skeleton={<GridSkeleton />}
        >
          {pages =>
            pages.items.length === 0 ? (
              <NoFindings view={view} onChange={changeView} />
            ) : (
              <Findings
                list={list}
                pages={pages}
                view={view}
                onChange={changeView}
              />
            )
          }
        </PagesView>
      </FindingSide>
      {view.open && (
        <FindingPanel
          key={view.open}
          fingerprint={view.open}
          onChanged={list.reload}
          onClose={close}
        />
      )}
    </>
  );
}

function Findings(props: {
  list: ReturnType<typeof useFindingPages>;
  pages: Pages<PolicyFindingList>;
  view: FindingView;
  onChange: (change: Partial<FindingView>) => void;
}) {
  const { list, pages, view, onChange } = props;
  const t = useTranslation();
  const open = useCallback(
    ({ fingerprint }: PolicyFinding) => onChange({ open: fingerprint }),
    [onChange],
  );
  const { totalItems, totalIsAtLeast } = pages.first;
  return (
    <>
      <Text as="p" variant="body-small" color="secondary" role="status">
        {totalIsAtLeast
          ? t('findings.atLeast', { findings: `${totalItems}` })
          : t('findings.count', { count: totalItems })}
      </Text>
      <FindingGrid
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

function NoFindings(props: {
  view: FindingView;
  onChange: (change: Partial<FindingView>) => void;
}) {
  const { view, onChange } = props;
  const t = useTranslation();
  const links = useFleetLinks();
  return isFindingFiltered(view) ? (
    <EmptyState
      title={t('findings.noneFits')}
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
      title={t('findings.empty')}
      detail={t('findings.emptyDetail')}
      action={
        <ButtonLink href={links.policies()}>
          {t('findings.emptyAction')}
        </ButtonLink>
      }
    />
  );
}
