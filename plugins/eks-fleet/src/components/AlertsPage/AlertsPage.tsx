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
import { Button } from '@backstage/ui';
import type {
  Alert,
  AlertList,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useAlertPages } from '../../hooks/useAlertPages';
import { useAlertView } from '../../hooks/useAlertView';
import type { Pages } from '../../hooks/usePages';
import { useTranslation } from '../../hooks/useTranslation';
import {
  isAlertFiltered,
  toAlertQuery,
  type AlertView,
} from '../../lib/alertView';
import { CopyLinkButton } from '../CopyLinkButton';
import { GridSkeleton } from '../GridSkeleton';
import { LoadMoreError } from '../LoadMoreError';
import { PageHeading } from '../PageHeading';
import { EmptyState, PagesView } from '../QueryView';
import { AlertFilters } from './AlertFilters';
import { AlertGrid } from './AlertGrid';
import { AlertPanel } from './AlertPanel';
import { AlertSources } from './AlertSources';

/** What fires on the fleet, whom does it concern, and what changed before? */
export function AlertsPage() {
  const t = useTranslation();
  const [view, changeView] = useAlertView();
  const list = useAlertPages(useMemo(() => toAlertQuery(view), [view]));
  const close = useCallback(
    () => changeView({ open: undefined }),
    [changeView],
  );
  return (
    <>
      <PageHeading title={t('alerts.question')}>
        <CopyLinkButton />
      </PageHeading>
      <PagesView
        list={list}
        what={t('alerts.what')}
        permission="eks-fleet.cluster.read"
        skeleton={<GridSkeleton />}
      >
        {pages => (
          <>
            <AlertSources sources={pages.first.sources} />
            <AlertFilters
              list={pages.first}
              view={view}
              onChange={changeView}
            />
            {pages.items.length === 0 ? (
              <NoAlerts pages={pages} view={view} onChange={changeView} />
            ) : (
              <Alerts list={list} pages={pages} onChange={changeView} />
            )}
          </>
        )}
      </PagesView>
      {view.open && (
        <AlertPanel
          key={`${view.open.source}/${view.open.fingerprint}`}
          name={view.open}
          onClose={close}
        />
      )}
    </>
  );
}

function Alerts(props: {
  list: ReturnType<typeof useAlertPages>;
  pages: Pages<AlertList>;
  onChange: (change: Partial<AlertView>) => void;
}) {
  const { list, pages, onChange } = props;
  const open = useCallback(
    (alert: Alert) =>
      onChange({
        open: { source: alert.source.id, fingerprint: alert.fingerprint },
      }),
    [onChange],
  );
  return (
    <>
      <AlertGrid
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

function NoAlerts(props: {
  pages: Pages<AlertList>;
  view: AlertView;
  onChange: (change: Partial<AlertView>) => void;
}) {
  const { pages, view, onChange } = props;
  const t = useTranslation();
  if (isAlertFiltered(view)) {
    return (
      <EmptyState
        title={t('alerts.noneFits')}
        action={
          <Button
            variant="secondary"
            onPress={() => onChange({ text: '', filter: {} })}
          >
            {t('rollouts.clear')}
          </Button>
        }
      />
    );
  }
  return pages.first.sources.length === 0 ? (
    <EmptyState
      title={t('alerts.noSource')}
      detail={t('alerts.noSourceDetail')}
    />
  ) : (
    <EmptyState title={t('alerts.quiet')} detail={t('alerts.quietDetail')} />
  );
}
