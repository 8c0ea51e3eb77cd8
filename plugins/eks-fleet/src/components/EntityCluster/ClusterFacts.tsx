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

import { Fragment, type ReactNode } from 'react';
import { Badge } from '@backstage/ui';
import { EntityInfoCard, EntityRefLink } from '@backstage/plugin-catalog-react';
import type { Cluster } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useNow } from '../../hooks/useNow';
import { useTranslation } from '../../hooks/useTranslation';
import { updateKubeconfigCommand } from '../../lib/awsCommands';
import { formatUsd } from '../../lib/money';
import { supportBadge, supportSentence } from '../../lib/supportText';
import { formatDay, formatExact } from '../../lib/time';
import { statusLook, supportStates } from '../../states';
import { Age } from '../Age';
import { CopyButton } from '../CopyButton';
import { StateBadge } from '../StateBadge';
import styles from './EntityCluster.module.css';

/** A cluster's facts; in short, or all of them. */
export function ClusterFacts(props: { cluster: Cluster; full?: boolean }) {
  const { cluster, full = false } = props;
  const t = useTranslation();
  const now = useNow();
  const command = updateKubeconfigCommand(cluster);
  const account = [cluster.accountName, cluster.accountId].filter(Boolean);
  const labels = Object.entries(cluster.labels);
  const ours = cluster.origin !== 'foreign';

  const facts: [string, ReactNode][] = [
    [
      t('cluster.status'),
      cluster.status && (
        <StateBadge look={statusLook(cluster.status)}>
          {cluster.status}
        </StateBadge>
      ),
    ],
    [
      t('cluster.version'),
      cluster.version && (
        <>
          {cluster.version}{' '}
          <StateBadge
            look={supportStates[cluster.support.state]}
            title={supportSentence(cluster.support, t)}
          >
            {supportBadge(cluster.support, now, t)}
          </StateBadge>
        </>
      ),
    ],
    [t('cluster.account'), account.join(' · ')],
    [t('cluster.region'), cluster.region],
    [t('cluster.environment'), cluster.environment],
    [t('column.cost'), ours && formatUsd(cluster.cost.controlPlaneUsdPerMonth)],
    [t('cluster.seen'), ours && <Age time={cluster.observation.observedAt} />],
  ];
  if (full) {
    facts.push(
      [
        t('cluster.owner'),
        cluster.owner && (
          <EntityRefLink entityRef={cluster.owner} defaultKind="group" />
        ),
      ],
      [
        t('cluster.system'),
        cluster.system && (
          <EntityRefLink entityRef={cluster.system} defaultKind="system" />
        ),
      ],
      [t('cluster.platform'), cluster.platformVersion],
      [t('cluster.policy'), upgradePolicy(cluster, t)],
      [
        t('cluster.created'),
        cluster.createdAt && (
          <time
            dateTime={cluster.createdAt}
            title={formatExact(cluster.createdAt)}
          >
            {formatDay(cluster.createdAt)}
          </time>
        ),
      ],
      [t('cluster.provider'), cluster.provider],
      [
        t('cluster.arn'),
        cluster.arn && <span className={styles.code}>{cluster.arn}</span>,
      ],
      [
        t('cluster.labels'),
        labels.length > 0 && (
          <span className={styles.labels}>
            {labels.map(([key, value]) => (
              <Badge key={key} size="small">
                {`${key}: ${value}`}
              </Badge>
            ))}
          </span>
        ),
      ],
      [
        t('cluster.kubectl'),
        command && (
          <span className={styles.command}>
            <code className={styles.code}>{command}</code>
            <CopyButton text={command} />
          </span>
        ),
      ],
    );
  }
  return (
    <EntityInfoCard title={full ? t('cluster.facts') : t('cluster.title')}>
      <dl className={styles.facts}>
        {facts.map(([name, value]) =>
          value ? (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </Fragment>
          ) : null,
        )}
      </dl>
    </EntityInfoCard>
  );
}

function upgradePolicy(
  cluster: Cluster,
  t: ReturnType<typeof useTranslation>,
): string | undefined {
  switch (cluster.support.policy) {
    case 'STANDARD':
      return t('cluster.policyStandard');
    case 'EXTENDED':
      return t('cluster.policyExtended');
    default:
      return cluster.support.policy;
  }
}
