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

import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Skeleton, Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { useEntityCluster } from '../../hooks/useEntityCluster';
import { useTranslation } from '../../hooks/useTranslation';
import {
  CLUSTER_TABS,
  parseClusterTab,
  type ClusterTab,
} from '../../lib/clusterTab';
import { AlertsTab } from '../AlertsTab';
import { BillOfMaterialsTab } from '../BillOfMaterialsTab';
import { ClusterNamespacesTab } from '../ClusterNamespacesTab';
import { ClusterReadinessTab } from '../ClusterReadinessTab';
import { PolicyTab } from '../PolicyTab';
import { TemplateActLinks } from '../TemplateActs';
import { TimelineTab } from '../TimelineTab';
import { ClusterNotices } from './ClusterNotices';
import { ClusterOverview } from './ClusterOverview';
import { ClusterQueryView } from './ClusterQueryView';
import { RefreshClusterButton } from './RefreshClusterButton';
import styles from './EntityCluster.module.css';

const TAB_WORDS = {
  overview: 'cluster.tabOverview',
  bom: 'cluster.tabBom',
  readiness: 'cluster.tabReadiness',
  policy: 'cluster.tabPolicy',
  namespaces: 'namespaces.title',
  alerts: 'cluster.tabAlerts',
  timeline: 'cluster.tabTimeline',
} as const;

/** All that is known of the cluster of an entity page, in tabs that the URL names. */
export function EntityClusterContent() {
  const t = useTranslation();
  const query = useEntityCluster();
  const [params, setParams] = useSearchParams();
  const tab = useMemo(() => parseClusterTab(params), [params]);
  // What the tabs show is read again when this grows.
  const [revision, setRevision] = useState(0);
  const { retry } = query;
  const onRefreshed = useCallback(() => {
    setRevision(before => before + 1);
    retry();
  }, [retry]);
  const changeTab = (next: ClusterTab) =>
    setParams(next === 'overview' ? {} : { view: next }, { replace: true });
  return (
    <ClusterQueryView
      query={query}
      skeleton={
        <div className={styles.content}>
          <Skeleton height={340} />
          <Skeleton height={200} />
        </div>
      }
    >
      {cluster => (
        <>
          <ClusterNotices cluster={cluster} />
          {cluster.origin === 'foreign' ? (
            // Nothing is observed of what another source says.
            <ClusterOverview cluster={cluster} revision={revision} />
          ) : (
            <>
              <TemplateActLinks thing="cluster" />
              <Tabs
                selectedKey={tab}
                onSelectionChange={key => changeTab(key as ClusterTab)}
              >
                <div className={styles.bar}>
                  <TabList aria-label={t('cluster.tabs')}>
                    {CLUSTER_TABS.map(id => (
                      <Tab key={id} id={id}>
                        {t(TAB_WORDS[id])}
                      </Tab>
                    ))}
                  </TabList>
                  <RefreshClusterButton
                    cluster={cluster}
                    onDone={onRefreshed}
                  />
                </div>
                <TabPanel id="overview">
                  <ClusterOverview cluster={cluster} revision={revision} />
                </TabPanel>
                <TabPanel id="bom">
                  <BillOfMaterialsTab revision={revision} />
                </TabPanel>
                <TabPanel id="readiness">
                  <ClusterReadinessTab cluster={cluster} revision={revision} />
                </TabPanel>
                <TabPanel id="policy">
                  <PolicyTab cluster={cluster} revision={revision} />
                </TabPanel>
                <TabPanel id="namespaces">
                  <ClusterNamespacesTab cluster={cluster} revision={revision} />
                </TabPanel>
                <TabPanel id="alerts">
                  <AlertsTab cluster={cluster} revision={revision} />
                </TabPanel>
                <TabPanel id="timeline">
                  <TimelineTab revision={revision} />
                </TabPanel>
              </Tabs>
            </>
          )}
        </>
      )}
    </ClusterQueryView>
  );
}
