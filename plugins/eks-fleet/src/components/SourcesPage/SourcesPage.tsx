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
import { useSearchParams } from 'react-router-dom';
import { useApi } from '@backstage/core-plugin-api';
import { Skeleton } from '@backstage/ui';
import type { TargetList } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetApiRef } from '../../api';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import {
  formatTargetView,
  heldByProvider,
  parseTargetView,
  selectTargets,
} from '../../lib/targetView';
import { PageHeading } from '../PageHeading';
import { EmptyState, QueryView } from '../QueryView';
import { ClusterSources } from './ClusterSources';
import { ConflictList } from './ConflictList';
import { HeldRemovals } from './HeldRemovals';
import { RefreshButton } from './RefreshButton';
import { SourcesAtAGlance } from './SourcesAtAGlance';
import { Systems } from './Systems';
import { TargetFilters } from './TargetFilters';
import { TargetTable } from './TargetTable';
import { useRefreshTargets } from './useRefreshTargets';

const CLUSTERS = 'cluster-sources';

/** Does every source tell us what it knows? */
export function SourcesPage() {
  const t = useTranslation();
  const api = useApi(eksFleetApiRef);
  const query = useFleetQuery(
    useCallback(() => api.listTargets(), [api]),
    { pollSeconds: 30 },
  );
  const refresh = useRefreshTargets(query.retry);
  return (
    <>
      <PageHeading title={t('sources.question')}>
        {query.value && query.value.items.length > 0 && (
          <RefreshButton refresh={refresh} label={t('sources.refreshAll')} />
        )}
      </PageHeading>
      <SourcesAtAGlance targets={query.value?.items} clustersId={CLUSTERS} />
      <QueryView
        query={query}
        what={t('sources.what')}
        permission="eks-fleet.target.read"
        skeleton={<Skeleton height={360} />}
      >
        {list => (
          <SourcesContent
            list={list}
            refresh={refresh}
            onChanged={query.retry}
          />
        )}
      </QueryView>
      <Systems />
      <ClusterSources id={CLUSTERS} />
    </>
  );
}

function SourcesContent(props: {
  list: TargetList;
  refresh: ReturnType<typeof useRefreshTargets>;
  onChanged: () => void;
}) {
  const { list, refresh, onChanged } = props;
  const t = useTranslation();
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => parseTargetView(params), [params]);
  const targets = useMemo(
    () => selectTargets(list.items, view),
    [list.items, view],
  );
  const held = useMemo(() => heldByProvider(list.items), [list.items]);

  return (
    <>
      {held.map(({ provider, removals }) => (
        <HeldRemovals
          key={provider}
          provider={provider}
          removals={removals}
          onAccepted={onChanged}
        />
      ))}
      {list.items.length === 0 ? (
        <EmptyState
          title={t('sources.empty')}
          detail={t('sources.emptyDetail')}
        />
      ) : (
        <>
          <TargetFilters
            targets={list.items}
            view={view}
            onChange={next =>
              setParams(before => formatTargetView(next, before), {
                replace: true,
              })
            }
          />
          <TargetTable targets={targets} refresh={refresh} />
        </>
      )}
      <ConflictList
        conflicts={list.conflicts}
        foreignClusters={list.foreignClusters}
      />
    </>
  );
}
