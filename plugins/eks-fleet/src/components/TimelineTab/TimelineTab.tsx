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
import { Button, Skeleton, Text } from '@backstage/ui';
import type { TimelineList } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetApiRef } from '../../api';
import { useEntityName } from '../../hooks/useEntityName';
import { usePages } from '../../hooks/usePages';
import { useTranslation } from '../../hooks/useTranslation';
import { timelineDays } from '../../lib/timelineDays';
import { LoadMoreError } from '../LoadMoreError';
import { EmptyState, PagesView } from '../QueryView';
import { TimelineEntry } from './TimelineEntry';
import styles from './TimelineTab.module.css';

/** What happened to the cluster, the newest day first. */
export function TimelineTab(props: {
  /** Read again when it grows. */
  revision: number;
}) {
  const { revision } = props;
  const t = useTranslation();
  const api = useApi(eksFleetApiRef);
  const { namespace, name } = useEntityName();
  const list = usePages<TimelineList>(
    useCallback(
      page => api.listTimeline(namespace, name, page),
      // eslint-disable-next-line react-hooks/exhaustive-deps
      [api, namespace, name, revision],
    ),
  );
  return (
    <PagesView
      list={list}
      what={t('timeline.what')}
      permission="eks-fleet.cluster.read"
      skeleton={<Skeleton height={320} />}
    >
      {pages =>
        pages.items.length === 0 ? (
          <EmptyState
            title={t('timeline.empty')}
            detail={t('timeline.emptyDetail')}
          />
        ) : (
          <div className={styles.timeline}>
            {timelineDays(pages.items).map(({ day, title, events }) => (
              <section key={day} aria-label={title}>
                <Text as="h3" variant="body-medium" weight="bold">
                  {title}
                </Text>
                <ol className={styles.events}>
                  {events.map(event => (
                    <TimelineEntry key={event.id} event={event} />
                  ))}
                </ol>
              </section>
            ))}
            {list.error && pages.cursor && (
              <LoadMoreError error={list.error} onRetry={list.retry} />
            )}
            {pages.cursor && !list.error && (
              <div>
                <Button
                  size="small"
                  variant="secondary"
                  isPending={list.loading}
                  onPress={() => list.want(pages.items.length)}
                >
                  {t('timeline.more')}
                </Button>
              </div>
            )}
          </div>
        )
      }
    </PagesView>
  );
}
