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

import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { ButtonLink, Skeleton } from '@backstage/ui';
import type { Summary } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetApiRef } from '../../api';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import { PageHeading } from '../PageHeading';
import { EmptyState, QueryView } from '../QueryView';
import { AttentionList } from './AttentionList';
import { FleetGridPanel } from './FleetGridPanel';
import { FleetNumbers } from './FleetNumbers';
import { PolicyNewsPanel } from './PolicyNewsPanel';
import { ReadinessPanel } from './ReadinessPanel';
import { RequestsPanel } from './RequestsPanel';
import { RolloutsPanel } from './RolloutsPanel';
import { VersionsPanel } from './VersionsPanel';
import styles from './OverviewPage.module.css';

/** Is the fleet all right, and what should be done first? */
export function OverviewPage() {
  const t = useTranslation();
  const api = useApi(eksFleetApiRef);
  const query = useFleetQuery(
    useCallback(() => api.getSummary(), [api]),
    { pollSeconds: 60 },
  );
  return (
    <div className={styles.page}>
      <PageHeading title={t('overview.question')} />
      <QueryView
        query={query}
        what={t('overview.what')}
        permission="eks-fleet.cluster.read"
        skeleton={<OverviewSkeleton />}
      >
        {summary => <OverviewContent summary={summary} />}
      </QueryView>
    </div>
  );
}

function OverviewContent(props: { summary: Summary }) {
  const { summary } = props;
  const t = useTranslation();
  const links = useFleetLinks();
  if (!summary.clusters && !summary.foreignClusters && !summary.grid.length) {
    return (
      <>
        {summary.attention.length > 0 && (
          <AttentionList items={summary.attention} />
        )}
        <EmptyState
          title={t('overview.empty')}
          detail={t('overview.emptyDetail')}
          action={
            <ButtonLink href={links.sources()}>
              {t('overview.emptyAction')}
            </ButtonLink>
          }
        />
      </>
    );
  }
  return (
    <>
      <FleetNumbers summary={summary} />
      <AttentionList items={summary.attention} />
      <RolloutsPanel />
      <RequestsPanel />
      <ReadinessPanel />
      <PolicyNewsPanel />
      <div className={styles.panels}>
        <VersionsPanel versions={summary.versions} />
        <FleetGridPanel cells={summary.grid} />
      </div>
    </>
  );
}

function OverviewSkeleton() {
  return (
    <>
      <Skeleton height={44} width="70%" />
      <Skeleton height={148} style={{ marginBlock: 16 }} />
      <div className={styles.panels}>
        <Skeleton height={300} />
        <Skeleton height={300} />
      </div>
    </>
  );
}
