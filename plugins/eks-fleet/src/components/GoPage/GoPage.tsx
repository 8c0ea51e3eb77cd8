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
import { Navigate, useLocation, useSearchParams } from 'react-router-dom';
import { useApi } from '@backstage/core-plugin-api';
import { ButtonLink, Link, Skeleton, Text } from '@backstage/ui';
import type { DeepLinkMatches } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetApiRef } from '../../api';
import { useEntityPath } from '../../hooks/useEntityPath';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import {
  chosenGo,
  describeGo,
  fleetPage,
  leadOn,
  namesCluster,
  parseGo,
  type GoRequest,
} from '../../lib/goLink';
import { parseSought, type SoughtFinding } from '../../lib/soughtFinding';
import { EmptyState, QueryView } from '../QueryView';
import { FindSought } from './FindSought';
import styles from './GoPage.module.css';

/** Where deep links arrive: it leads on to what they mean. */
export function GoPage() {
  const t = useTranslation();
  const links = useFleetLinks();
  const [params] = useSearchParams();
  const { request, kept } = useMemo(() => parseGo(params), [params]);
  const onCluster = namesCluster(request);
  const sought = useMemo(
    () => parseSought(params, onCluster),
    [params, onCluster],
  );
  const page = fleetPage(params, links);
  if (page) {
    return <Navigate to={page} replace />;
  }
  if (onCluster) {
    return (
      <div className={styles.page}>
        <Resolve request={request} kept={kept} sought={sought} />
      </div>
    );
  }
  return (
    <div className={styles.page}>
      {sought ? (
        <FindSought sought={sought} />
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

function Resolve(props: {
  request: GoRequest;
  kept: string;
  sought?: SoughtFinding;
}) {
  const { request, kept, sought } = props;
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
        <Matches
          matches={matches}
          request={request}
          kept={kept}
          sought={sought}
        />
      )}
    </QueryView>
  );
}

function Matches(props: {
  matches: DeepLinkMatches['matches'];
  request: GoRequest;
  kept: string;
  sought?: SoughtFinding;
}) {
  const { matches, request, kept, sought } = props;
  const t = useTranslation();
  const entityPath = useEntityPath();
  const { pathname } = useLocation();
  const pathOf = ({ arn, entityRef }: DeepLinkMatches['matches'][number]) => {
    const path = entityPath(entityRef);
    return sought && arn
      ? chosenGo(pathname, { arn, ...sought })
      : path && leadOn(path, kept);
  };
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
  if (matches.length === 1) {
    const [match] = matches;
    if (sought && match.arn) {
      return <FindSought sought={sought} arn={match.arn} />;
    }
    const only = pathOf(match);
    if (only) {
      return <Navigate to={only} replace />;
    }
  }
  return (
    <>
      <Text as="h2" variant="title-x-small" weight="bold">
        {t('go.chooser')}
      </Text>
      <ul className={styles.matches}>
        {matches.map(match => {
          const path = pathOf(match);
          return (
            <li key={match.entityRef} className={styles.match}>
              {path ? <Link href={path}>{match.name}</Link> : match.name}
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
