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
import { Skeleton } from '@backstage/ui';
import type { Rollout } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetRolloutsApiRef } from '../../api';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import { isNotFound } from '../../lib/errors';
import { EmptyState, QueryView } from '../QueryView';
import { SidePanel } from '../SidePanel';
import { CellDetails } from './CellDetails';

/** One cell at the side: its clusters, their tracks, and all that was done. */
export function CellPanel(props: {
  rollout: Rollout;
  cellId: string;
  /** Read again when it changes. */
  revision: number | undefined;
  onClose: () => void;
  onChanged: () => void;
}) {
  const { rollout, cellId, revision, onClose, onChanged } = props;
  const t = useTranslation();
  const api = useApi(eksFleetRolloutsApiRef);
  const query = useFleetQuery(
    useCallback(
      () => api.getRolloutCell(rollout.id, cellId),
      // eslint-disable-next-line react-hooks/exhaustive-deps
      [api, rollout.id, cellId, revision],
    ),
    { pollSeconds: 30 },
  );
  const { retry } = query;
  const onActed = useCallback(() => {
    retry();
    onChanged();
  }, [retry, onChanged]);
  const missing = query.error && isNotFound(query.error);
  return (
    <SidePanel
      title={query.value?.cell.name ?? t('cell.what')}
      onClose={onClose}
    >
      {missing ? (
        <EmptyState
          title={t('cell.notThere')}
          detail={t('cell.notThereDetail')}
        />
      ) : (
        <QueryView
          query={query}
          what={t('cell.what')}
          permission="eks-fleet.rollout.read"
          skeleton={<Skeleton height={320} />}
        >
          {detail => (
            <CellDetails
              rollout={rollout}
              detail={detail}
              onChanged={onActed}
            />
          )}
        </QueryView>
      )}
    </SidePanel>
  );
}
