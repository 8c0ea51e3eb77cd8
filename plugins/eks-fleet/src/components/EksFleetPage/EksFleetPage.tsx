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

import { Navigate, Route, Routes } from 'react-router-dom';
import {
  Content,
  Header,
  Page,
  TabbedLayout,
} from '@backstage/core-components';
import { useTranslation } from '../../hooks/useTranslation';
import { AlertsPage } from '../AlertsPage';
import { ClustersPage } from '../ClustersPage';
import { CostsPage } from '../CostsPage';
import { GoPage } from '../GoPage';
import { OverviewPage } from '../OverviewPage';
import { PoliciesRoutes } from '../PoliciesRoutes';
import { ReadinessPage } from '../ReadinessPage';
import { RequestsRoutes } from '../RequestsRoutes';
import { RolloutsRoutes } from '../RolloutsRoutes';
import { SourcesPage } from '../SourcesPage';

/** All pages as one, for apps of the old frontend system. */
export function EksFleetPage() {
  const t = useTranslation();
  return (
    <Page themeId="tool">
      <Header title={t('page.title')} />
      <Routes>
        <Route index element={<Navigate to="overview" replace />} />
        <Route
          path="go"
          element={
            <Content>
              <GoPage />
            </Content>
          }
        />
        <Route path="*" element={<Tabs />} />
      </Routes>
    </Page>
  );
}

function Tabs() {
  const t = useTranslation();
  return (
    <TabbedLayout>
      <TabbedLayout.Route path="/overview" title={t('page.overview')}>
        <OverviewPage />
      </TabbedLayout.Route>
      <TabbedLayout.Route path="/clusters" title={t('page.clusters')}>
        <ClustersPage />
      </TabbedLayout.Route>
      <TabbedLayout.Route path="/readiness" title={t('page.readiness')}>
        <ReadinessPage />
      </TabbedLayout.Route>
      <TabbedLayout.Route path="/rollouts" title={t('page.rollouts')}>
        <RolloutsRoutes />
      </TabbedLayout.Route>
      <TabbedLayout.Route path="/policies" title={t('page.policies')}>
        <PoliciesRoutes />
      </TabbedLayout.Route>
      <TabbedLayout.Route path="/requests" title={t('page.requests')}>
        <RequestsRoutes />
      </TabbedLayout.Route>
      <TabbedLayout.Route path="/alerts" title={t('page.alerts')}>
        <AlertsPage />
      </TabbedLayout.Route>
      <TabbedLayout.Route path="/costs" title={t('page.costs')}>
        <CostsPage />
      </TabbedLayout.Route>
      <TabbedLayout.Route path="/sources" title={t('page.sources')}>
        <SourcesPage />
      </TabbedLayout.Route>
    </TabbedLayout>
  );
}
