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

import { useEffect, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Button, Skeleton } from '@backstage/ui';
import type { Cluster } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useAlertPages } from '../../hooks/useAlertPages';
import { useTranslation } from '../../hooks/useTranslation';
import { alertOfLink } from '../../lib/alertOfLink';
import { alertKey } from '../../lib/alertText';
import { AlertSources } from '../AlertsPage/AlertSources';
import { LoadMoreError } from '../LoadMoreError';
import { EmptyState, PagesView } from '../QueryView';
import { AlertItem } from './AlertItem';
import styles from './AlertsTab.module.css';

/** The alerts of a cluster; the one that a link means stands out. */
export function AlertsTab(props: {
  cluster: Cluster;
  /** Read again when it grows. */
  revision: number;
}) {
  const { cluster, revision } = props;
  const t = useTranslation();
  const [params] = useSearchParams();
  const list = useAlertPages(
    useMemo(
      () => ({
        filter: {
          cluster: [cluster.arn ?? ''],
          state: ['firing', 'silenced', 'unknown', 'resolved'],
        },
      }),
      [cluster.arn],
    ),
  );
  const { pages, reload } = list;
  useEffect(() => {
    if (revision > 0) {
      reload();
    }
  }, [revision, reload]);
  const meant = useMemo(
    () => pages && alertOfLink(pages.items, params),
    [pages, params],
  );
  const asked = params.get('fingerprint') ?? params.get('alertname');
  return (
    <PagesView
      list={list}
      what={t('alerts.what')}
      permission="eks-fleet.cluster.read"
      skeleton={<Skeleton height={240} />}
    >
      {({ cursor, first, items }) => (
        <div className={styles.tab}>
          <AlertSources sources={first.sources} />
          {asked && !meant && (
            <EmptyState
              title={t('alerts.gone')}
              detail={t('alerts.linkGone', { name: asked })}
            />
          )}
          {items.length === 0 && !asked && (
            <EmptyState
              title={t('alerts.quietCluster')}
              detail={
                first.sources.length === 0
                  ? t('alerts.noSourceDetail')
                  : t('alerts.quietDetail')
              }
            />
          )}
          <ul className={styles.list} aria-label={t('alerts.table')}>
            {items.map(alert => (
              <AlertItem
                key={alertKey(alert)}
                alert={alert}
                meant={alert === meant}
              />
            ))}
          </ul>
          {list.error && cursor && (
            <LoadMoreError error={list.error} onRetry={list.retry} />
          )}
          {cursor && !list.error && (
            <div>
              <Button
                size="small"
                variant="secondary"
                isPending={list.loading}
                onPress={() => list.want(items.length)}
              >
                {t('rollouts.more')}
              </Button>
            </div>
          )}
        </div>
      )}
    </PagesView>
  );
}
