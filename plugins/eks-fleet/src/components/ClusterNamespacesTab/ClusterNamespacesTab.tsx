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

import { useCallback, useEffect } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { ButtonLink, Skeleton } from '@backstage/ui';
import {
  clusterThingKey,
  type Cluster,
  type ProvisionedNamespaceList,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetRequestsApiRef } from '../../api';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useRequestSignal } from '../../hooks/useRequestSignal';
import { useTranslation } from '../../hooks/useTranslation';
import { isNotFound } from '../../lib/errors';
import { AskNamespaceButton } from '../AskNamespacePage';
import { DataTable } from '../DataTable';
import { Panel } from '../Panel';
import { EmptyState, QueryView } from '../QueryView';
import { NamespaceRow } from './NamespaceRow';

const POLL_SECONDS = 60;
const SHOWN = 200;

/** Namespaces on a cluster that were asked for: whose they are, what they may take, and when they end. */
export function ClusterNamespacesTab(props: {
  cluster: Cluster;
  revision: number;
}) {
  const { cluster, revision } = props;
  const t = useTranslation();
  const links = useFleetLinks();
  const api = useApi(eksFleetRequestsApiRef);
  const arn = cluster.arn ?? '';
  const query = useFleetQuery(
    useCallback(
      () =>
        api.listNamespaces({
          filter: { cluster: [arn] },
          orderField: 'name,asc',
          limit: SHOWN,
        }),
      [api, arn],
    ),
    { pollSeconds: POLL_SECONDS },
  );
  const { retry } = query;
  useRequestSignal(retry);
  useEffect(() => {
    if (revision > 0) {
      retry();
    }
  }, [revision, retry]);
  if (query.error && isNotFound(query.error)) {
    return (
      <EmptyState title={t('requests.off')} detail={t('requests.offDetail')} />
    );
  }
  const { accountId, region } = cluster;
  const key =
    accountId && region
      ? clusterThingKey({ accountId, region, name: cluster.name })
      : undefined;
  const ask = (
    <AskNamespaceButton
      label={t('namespaces.request')}
      query={{
        ...(key && { cluster: key }),
        ...(cluster.environment && { environment: cluster.environment }),
      }}
    />
  );
  return (
    <Panel
      title={t('namespaces.title')}
      hint={t('namespaces.hint')}
      actions={
        <>
          <ButtonLink
            size="small"
            variant="tertiary"
            href={links.requests({ over: true, filter: { cluster: [arn] } })}
          >
            {t('page.requests')}
          </ButtonLink>
          {ask}
        </>
      }
    >
      <QueryView
        query={query}
        what={t('namespaces.what')}
        permission="eks-fleet.cluster.read"
        skeleton={<Skeleton height={200} />}
      >
        {list =>
          list.items.length === 0 ? (
            <EmptyState
              title={t('namespaces.none')}
              detail={t('namespaces.noneDetail')}
            />
          ) : (
            <Table list={list} onChanged={retry} />
          )
        }
      </QueryView>
    </Panel>
  );
}

function Table(props: {
  list: ProvisionedNamespaceList;
  onChanged: () => void;
}) {
  const { items, totalItems } = props.list;
  const t = useTranslation();
  return (
    <>
      <DataTable label={t('namespaces.title')}>
        <thead>
          <tr>
            <th scope="col">{t('namespaces.name')}</th>
            <th scope="col">{t('namespaces.state')}</th>
            <th scope="col">{t('namespaces.owner')}</th>
            <th scope="col" data-wide>
              {t('namespaces.use')}
            </th>
            <th scope="col">{t('namespaces.ends')}</th>
            <th scope="col">{t('namespaces.act')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(namespace => (
            <NamespaceRow
              key={namespace.thing.key}
              namespace={namespace}
              onChanged={props.onChanged}
            />
          ))}
        </tbody>
      </DataTable>
      {totalItems > items.length &&
        t('namespaces.more', { count: totalItems - items.length })}
    </>
  );
}
