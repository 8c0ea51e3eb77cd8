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
import { Button, Skeleton } from '@backstage/ui';
import type {
  Rollout,
  RolloutLog,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetRolloutsApiRef } from '../../api';
import { usePages } from '../../hooks/usePages';
import type { RolloutCells } from '../../hooks/useRolloutCells';
import { useTranslation } from '../../hooks/useTranslation';
import { LoadMoreError } from '../LoadMoreError';
import { PagesView } from '../QueryView';
import { LogList } from './LogList';
import styles from './RolloutTabs.module.css';

/** All that happened in a rollout, the newest first. */
export function LogTab(props: { rollout: Rollout; cells: RolloutCells }) {
  const { cells } = props.cells;
  const { id, revision } = props.rollout;
  const t = useTranslation();
  const api = useApi(eksFleetRolloutsApiRef);
  const list = usePages<RolloutLog>(
    useCallback(
      page => api.listRolloutLog(id, page),
      // Each act is in the log.
      // eslint-disable-next-line react-hooks/exhaustive-deps
      [api, id, revision],
    ),
    { pollSeconds: 15 },
  );
  return (
    <PagesView
      list={list}
      what={t('log.what')}
      permission="eks-fleet.rollout.read"
      skeleton={<Skeleton height={240} />}
    >
      {pages => (
        <div className={styles.panel}>
          <LogList
            entries={pages.items}
            empty={t('log.none')}
            rolloutId={id}
            cellName={cell => cells.get(cell)?.name}
          />
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
                {t('log.more')}
              </Button>
            </div>
          )}
        </div>
      )}
    </PagesView>
  );
}
