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
import { Navigate, useSearchParams } from 'react-router-dom';
import { useApi } from '@backstage/core-plugin-api';
import { ButtonLink, Link, Skeleton, Text } from '@backstage/ui';
import type { DeepLinkMatches } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetApiRef } from '../../api';
import { useEntityPath } from '../../hooks/useEntityPath';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import {
  describeGo,
  fleetPage,
  leadOn,
  namesCluster,
  parseGo,
  type GoRequest,
} from '../../lib/goLink';
import { EmptyState, QueryView } from '../QueryView';
import styles from './GoPage.module.css';

/** Where deep links arrive: it leads on to what they mean. */
export function GoPage() {
  const t = useTranslation();
  const links = useFleetLinks();
  const [params] = useSearchParams();
  const { request, kept, elsewhere } = useMemo(() => parseGo(params), [params]);
  const page = elsewhere ? links.overview() : fleetPage(params, links);
  if (page) {
    return <Navigate to={page} replace />;
  }
  return (
    <div className={styles.page}>
      {namesCluster(request) ? (
        <Resolve request={request} kept={kept} />
      ) : (
        <EmptyState
          title={t('go.none')}
          detail={t('go.nothingAsked')}
          action={<AllClusters />}
        />
      )}
    </div>
  );
}

function Resolve(props: { request: GoRequest; kept: string }) {
  const { request, kept } = props;
  const t = useTranslation();
  const api = useApi(eksFleetApiRef);
  const query = useFleetQuery(
    useCallback(() => api.resolveDeepLink(request), [api, request]),
  );
  return (
    <QueryView
      query={query}
      what={t('go.what')}
      permission="eks-fleet.view"
      skeleton={<Skeleton height={160} />}
    >
      {({ matches }) => (
        <Matches matches={matches} request={request} kept={kept} />
      )}
    </QueryView>
  );
}

function Matches(props: {
  matches: DeepLinkMatches['matches'];
  request: GoRequest;
  kept: string;
}) {
  const { matches, request, kept } = props;
  const t = useTranslation();
  const entityPath = useEntityPath();
  if (matches.length === 0) {
    return (
      <EmptyState
        title={t('go.none')}
        detail={
          <>
            {t('go.lookedFor', { what: describeGo(request) })}{' '}
            {t('go.noneDetail')}
          </>
        }
        action={<AllClusters />}
      />
    );
  }
  const only = matches.length === 1 && entityPath(matches[0].entityRef);
  if (only) {
    return <Navigate to={leadOn(only, kept)} replace />;
  }
  return (
    <>
      <Text as="h2" variant="title-x-small" weight="bold">
        {t('go.chooser')}
      </Text>
      <ul className={styles.matches}>
        {matches.map(match => {
          const path = entityPath(match.entityRef);
          return (
            <li key={match.entityRef} className={styles.match}>
              {path ? (
                <Link href={leadOn(path, kept)}>{match.name}</Link>
              ) : (
                match.name
              )}
              <span className={styles.where}>
                {[
                  match.accountName,
                  match.accountId,
                  match.region,
                  match.environment,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function AllClusters() {
  const t = useTranslation();
  const links = useFleetLinks();
  return <ButtonLink href={links.clusters()}>{t('go.all')}</ButtonLink>;
}
