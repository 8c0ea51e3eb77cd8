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
import { Skeleton, Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import type {
  ReadinessList,
  VerdictCounts,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetApiRef } from '../../api';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useReadinessPages } from '../../hooks/useReadinessPages';
import { useReadinessView } from '../../hooks/useReadinessView';
import { useTranslation } from '../../hooks/useTranslation';
import type { ClusterFacet } from '../../lib/clusterView';
import { doneVersions } from '../../lib/doneVersions';
import {
  READINESS_TABS,
  toggleVerdict,
  toReadinessQuery,
  type ReadinessTab,
  type ReadinessView,
} from '../../lib/readinessView';
import { CopyLinkButton } from '../CopyLinkButton';
import { FacetedLayout } from '../FacetedLayout';
import { GridSkeleton } from '../GridSkeleton';
import { PageHeading } from '../PageHeading';
import { PagesView } from '../QueryView';
import { TargetPicker } from '../TargetPicker';
import { VerdictBar } from '../VerdictBar';
import { CausePanel } from './CausePanel';
import { CausesView } from './CausesView';
import { ReadinessEmpty } from './ReadinessEmpty';
import { ReadinessGridView } from './ReadinessGridView';
import { ReportButtons } from './ReportButtons';
import styles from './ReadinessPage.module.css';

const FACETS: readonly ClusterFacet[] = [
  'owner',
  'environment',
  'account',
  'region',
  'version',
  'support',
  'system',
];
const TARGETS = ['next', 'supported'];

/** Which clusters can move, what blocks the others, and who can clear it? */
export function ReadinessPage() {
  const t = useTranslation();
  const [view, changeView] = useReadinessView();
  const query = useMemo(() => toReadinessQuery(view), [view]);
  const list = useReadinessPages(query);

  return (
    <>
      <PageHeading title={t('readiness.question')}>
        <ReportButtons view={view} />
        <CopyLinkButton />
      </PageHeading>
      <FacetedLayout
        view={view}
        facets={FACETS}
        onChange={changeView}
        className={styles.layout}
      >
        {clear => (
          <PagesView
            list={list}
            what={t('readiness.what')}
            permission="eks-fleet.cluster.read"
            skeleton={<ReadinessSkeleton />}
          >
            {pages => (
              <>
                <div className={styles.controls}>
                  <TargetPicker
                    target={view.target}
                    versions={pages.first.targets}
                    others={TARGETS}
                    onChange={target =>
                      changeView({ target, cause: undefined })
                    }
                  />
                  <Verdicts
                    list={pages.first}
                    view={view}
                    onChange={changeView}
                  />
                </div>
                {isNobody(pages.first.verdicts) ? (
                  <ReadinessEmpty onClear={clear} />
                ) : (
                  <Tabs
                    selectedKey={view.tab}
                    onSelectionChange={tab =>
                      changeView({ tab: tab as ReadinessTab })
                    }
                  >
                    <TabList aria-label={t('readiness.tabs')}>
                      {READINESS_TABS.map(tab => (
                        <Tab key={tab} id={tab}>
                          {tab === 'causes'
                            ? t('readiness.byCause')
                            : t('readiness.byCluster')}
                        </Tab>
                      ))}
                    </TabList>
                    <TabPanel id="causes">
                      <CausesView view={view} onChange={changeView} />
                    </TabPanel>
                    <TabPanel id="clusters">
                      <ReadinessGridView
                        list={list}
                        pages={pages}
                        view={view}
                        onChange={changeView}
                      />
                    </TabPanel>
                  </Tabs>
                )}
              </>
            )}
          </PagesView>
        )}
      </FacetedLayout>
      {view.cause && (
        <CausePanel
          key={view.cause}
          cause={view.cause}
          view={view}
          onClose={() => changeView({ cause: undefined })}
        />
      )}
    </>
  );
}

/** The verdicts with their counts; the clusters at the target are on the clusters page. */
function Verdicts(props: {
  list: ReadinessList;
  view: ReadinessView;
  onChange: (change: Partial<ReadinessView>) => void;
}) {
  const { list, view, onChange } = props;
  const api = useApi(eksFleetApiRef);
  const links = useFleetLinks();
  const versions = useFleetQuery(
    useCallback(() => api.listVersions(), [api]),
  ).value;
  const done =
    versions && doneVersions(view.target, list.targets, versions.items);
  return (
    <VerdictBar
      counts={list.verdicts}
      chosen={view.verdicts}
      onToggle={verdict => onChange(toggleVerdict(view, verdict))}
      hrefOf={state =>
        state === 'done' && done?.length
          ? links.clusters({
              filter: { ...view.filter, version: done },
              text: view.text,
            })
          : undefined
      }
    />
  );
}

function isNobody(counts: VerdictCounts): boolean {
  return Object.values(counts).every(count => count === 0);
}

function ReadinessSkeleton() {
  return (
    <>
      <div className={styles.controls}>
        <Skeleton height={52} width={208} />
        <Skeleton height={52} width="50%" />
      </div>
      <GridSkeleton />
    </>
  );
}
