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

import type { Cluster } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import type { ClusterColumnId } from '../../lib/clusterColumns';
import { entityTitle } from '../../lib/entityRefs';
import { formatUsd } from '../../lib/money';
import { supportBadge, supportSentence } from '../../lib/supportText';
import { formatDay, formatExact } from '../../lib/time';
import { statusLook, supportStates } from '../../states';
import { EntityName } from '../EntityName';
import { StateBadge } from '../StateBadge';
import { SeenCell } from './SeenCell';
import styles from './ClusterCell.module.css';

/** What a row shows in a column. */
export function ClusterCell(props: {
  column: ClusterColumnId;
  cluster: Cluster;
  entityPath: (entityRef: string, defaultKind?: string) => string | undefined;
  now: Date;
  tabbable: boolean;
}) {
  const { column, cluster, entityPath, now, tabbable } = props;
  const t = useTranslation();
  switch (column) {
    case 'name':
      return (
        <span className={styles.name}>
          <EntityName
            name={cluster.name}
            href={entityPath(cluster.entityRef)}
            tabbable={tabbable}
          />
          {cluster.origin === 'foreign' && (
            <span className={styles.tag} title={t('clusters.foreignHint')}>
              {t('clusters.foreign')}
            </span>
          )}
        </span>
      );
    case 'status':
      return (
        <StateBadge look={statusLook(cluster.status)}>
          {cluster.status ?? '–'}
        </StateBadge>
      );
    case 'version':
      return (
        <span className={styles.version}>
          <span>{cluster.version ?? '–'}</span>
          <StateBadge
            look={supportStates[cluster.support.state]}
            title={supportSentence(cluster.support, t)}
          >
            {supportBadge(cluster.support, now, t)}
          </StateBadge>
        </span>
      );
    case 'account':
      return (
        <span title={cluster.accountId}>
          {cluster.accountName ?? cluster.accountId ?? '–'}
        </span>
      );
    case 'owner':
    case 'system': {
      const ref = cluster[column];
      return ref ? (
        <EntityName
          name={entityTitle(ref)}
          href={entityPath(ref, column === 'owner' ? 'group' : 'system')}
          tabbable={tabbable}
          small
        />
      ) : (
        <>–</>
      );
    }
    case 'cost':
      return cluster.origin === 'foreign' ? (
        <>–</>
      ) : (
        <span data-more={cluster.cost.extendedSupportUsdPerMonth > 0}>
          {formatUsd(cluster.cost.controlPlaneUsdPerMonth)}
        </span>
      );
    case 'created':
      return (
        <span title={formatExact(cluster.createdAt)}>
          {formatDay(cluster.createdAt) ?? '–'}
        </span>
      );
    case 'seen':
      return <SeenCell observation={cluster.observation} now={now} />;
    default:
      return <span title={cluster[column]}>{cluster[column] ?? '–'}</span>;
  }
}
