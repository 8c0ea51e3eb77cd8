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
import { Link, Skeleton } from '@backstage/ui';
import type {
  Cluster,
  ClusterPolicies,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetPoliciesApiRef } from '../../api';
import { useEntityName } from '../../hooks/useEntityName';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { usePortalLinks } from '../../hooks/usePortalLinks';
import { useTranslation } from '../../hooks/useTranslation';
import { FactList } from '../FactList';
import { IngestTokensButton } from '../IngestTokens';
import { Panel } from '../Panel';
import { PolicyCounts } from '../PolicyCounts';
import { PolicyLinks } from '../PolicyLinks';
import { EmptyState, QueryView } from '../QueryView';
import { ClusterPolicyTable } from './ClusterPolicyTable';
import { FeedTable } from './FeedTable';
import { NamespaceList } from './NamespaceList';
import styles from './PolicyTab.module.css';

/** The policies of a cluster, what breaks them, and how far that may be trusted. */
export function PolicyTab(props: {
  cluster: Cluster;
  /** Read again when it grows. */
  revision: number;
}) {
  const { cluster, revision } = props;
  const t = useTranslation();
  const api = useApi(eksFleetPoliciesApiRef);
  const { namespace, name } = useEntityName();
  const query = useFleetQuery(
    useCallback(
      () => api.getClusterPolicies(namespace, name),
      [api, namespace, name],
    ),
    { pollSeconds: 60 },
  );
  const { retry } = query;
  useEffect(() => {
    if (revision > 0) {
      retry();
    }
  }, [revision, retry]);
  return (
    <QueryView
      query={query}
      what={t('policyTab.what')}
      permission="eks-fleet.cluster.read"
      skeleton={
        <div className={styles.tab}>
          <Skeleton height={160} />
          <Skeleton height={280} />
        </div>
      }
    >
      {policies => <Policies cluster={cluster} policies={policies} />}
    </QueryView>
  );
}

function Policies(props: { cluster: Cluster; policies: ClusterPolicies }) {
  const { cluster, policies } = props;
  const { arn = '' } = cluster;
  const { counts, engines, feeds, items, namespaces = [] } = policies;
  const { links: out = [] } = policies;
  const t = useTranslation();
  const links = usePortalLinks();
  return (
    <div className={styles.tab}>
      <Panel
        title={t('policyTab.feeds')}
        actions={
          <div className={styles.actions}>
            <IngestTokensButton cluster={{ ...cluster, arn }} />
            <Link href={links.findings({ filter: { cluster: [arn] } })}>
              {t('policyTab.allFindings')}
            </Link>
          </div>
        }
      >
        <FactList
          facts={[
            [
              t('policyTab.engines'),
              engines.length > 0
                ? engines.map(engine => t(`policyEngine.${engine}`)).join(', ')
                : t('policyTab.noEngines'),
            ],
            [t('policyPanel.counts'), <PolicyCounts counts={counts} />],
            [
              t('policy.links'),
              out.length > 0 && (
                <ul className={styles.links}>
                  <PolicyLinks policy={{}} links={out} />
                </ul>
              ),
            ],
          ]}
        />
        {feeds.length > 0 ? (
          <FeedTable feeds={feeds} />
        ) : (
          <EmptyState
            title={t('policyTab.noFeeds')}
            detail={t('policyTab.noFeedsDetail')}
          />
        )}
      </Panel>
      <Panel title={t('policyTab.policies')}>
        {items.length > 0 ? (
          <ClusterPolicyTable arn={arn} items={items} />
        ) : (
          <EmptyState
            title={t('policyTab.none')}
            detail={t('policyTab.noneDetail')}
          />
        )}
      </Panel>
      {namespaces.length > 0 && (
        <Panel title={t('policyTab.namespaces')}>
          <NamespaceList arn={arn} namespaces={namespaces} />
        </Panel>
      )}
    </div>
  );
}
