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
import { eksFleetApiRef } from '../../api';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import { sourceKindText } from '../../lib/sourceText';
import type { SourceName } from '../../lib/sourceView';
import { EmptyState, QueryView } from '../QueryView';
import { SidePanel } from '../SidePanel';
import { SourceDetails } from './SourceDetails';

/** One source at the side: what it brings, what fails, what would mend it. */
export function SourcePanel(props: { name: SourceName; onClose: () => void }) {
  const { onClose } = props;
  const { arn, kind } = props.name;
  const t = useTranslation();
  const api = useApi(eksFleetApiRef);
  const query = useFleetQuery(
    useCallback(
      () =>
        api.listSources({
          filter: { cluster: [arn], kind: [kind] },
          limit: 1,
        }),
      [api, arn, kind],
    ),
    { pollSeconds: 30 },
  );
  const source = query.value?.items[0];
  return (
    <SidePanel
      title={
        source
          ? t('clusterSources.panel', {
              name: source.name,
              kind: sourceKindText(source.kind, t),
            })
          : t('clusterSources.whatPanel')
      }
      onClose={onClose}
    >
      <QueryView
        query={query}
        what={t('clusterSources.whatPanel')}
        permission="eks-fleet.cluster.read"
        skeleton={<Skeleton height={320} />}
      >
        {() =>
          source ? (
            <SourceDetails source={source} />
          ) : (
            <EmptyState
              title={t('clusterSources.gone')}
              detail={t('clusterSources.goneDetail')}
            />
          )
        }
      </QueryView>
    </SidePanel>
  );
}
