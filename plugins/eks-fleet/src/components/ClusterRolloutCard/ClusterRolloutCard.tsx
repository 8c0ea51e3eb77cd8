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
import { ButtonLink, Link, Skeleton, Text } from '@backstage/ui';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import type {
  Cluster,
  ClusterRollouts,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetRolloutsApiRef } from '../../api';
import { useEntityName } from '../../hooks/useEntityName';
import { usePortalLinks } from '../../hooks/usePortalLinks';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useRolloutSignal } from '../../hooks/useRolloutSignal';
import { useTranslation } from '../../hooks/useTranslation';
import { hasEnded } from '../../lib/rolloutOutcome';
import { cellStates, rolloutStates } from '../../states';
import { QueryView } from '../QueryView';
import { StateBadge } from '../StateBadge';
import { Waits } from '../Waits';
import styles from './ClusterRolloutCard.module.css';

/** More are on the page of rollouts. */
const SHOWN = 3;

/** Where the cluster stands in which rollout. */
export function ClusterRolloutCard(props: {
  cluster: Cluster;
  /** Read again when it grows. */
  revision: number;
}) {
  const { cluster, revision } = props;
  const t = useTranslation();
  const api = useApi(eksFleetRolloutsApiRef);
  const links = usePortalLinks();
  const { namespace, name } = useEntityName();
  const query = useFleetQuery(
    useCallback(
      () => api.getClusterRollouts(namespace, name),
      // eslint-disable-next-line react-hooks/exhaustive-deps
      [api, namespace, name, revision],
    ),
    { pollSeconds: 30 },
  );
  useRolloutSignal(query.retry);
  return (
    <EntityInfoCard title={t('clusterRollouts.title')}>
      <QueryView
        query={query}
        what={t('clusterRollouts.what')}
        permission="eks-fleet.rollout.read"
        skeleton={<Skeleton height={64} />}
      >
        {({ items }) =>
          items.length === 0 ? (
            <Text as="p" color="secondary">
              {t('clusterRollouts.none')}
            </Text>
          ) : (
            <>
              <ul className={styles.list}>
                {items.slice(0, SHOWN).map(item => (
                  <Standing key={item.rollout.id} item={item} />
                ))}
              </ul>
              {items.length > SHOWN && cluster.arn && (
                <ButtonLink
                  size="small"
                  variant="tertiary"
                  href={links.rollouts({ filter: { cluster: [cluster.arn] } })}
                >
                  {t('clusterRollouts.more')}
                </ButtonLink>
              )}
            </>
          )
        }
      </QueryView>
    </EntityInfoCard>
  );
}

function Standing(props: { item: ClusterRollouts['items'][number] }) {
  const { cell, rollout, wave } = props.item;
  const t = useTranslation();
  const links = usePortalLinks();
  const state = cellStates[cell.state];
  const lifecycle = rolloutStates[rollout.lifecycle];
  const over = hasEnded(rollout);
  return (
    <li className={styles.standing}>
      <div className={styles.line}>
        <Link href={links.rollout(rollout.id, cell.id)} weight="bold">
          {rollout.title}
        </Link>
        <StateBadge look={state}>{t(state.word)}</StateBadge>
        <span className={styles.about}>
          {[
            wave &&
              t('clusterRollouts.where', {
                index: `${wave.index}`,
                name: wave.name,
              }),
            t(lifecycle.word),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      {cell.error && (
        <div>
          {cell.error.code}: {cell.error.message}
        </div>
      )}
      {!over && cell.waiting && <Waits waiting={cell.waiting} />}
    </li>
  );
}
