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

import { useId } from 'react';
import type { Placement } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { placementWeights } from '../../states';
import { StateBadge } from '../StateBadge';
import styles from './RequestFields.module.css';

/** A cluster that could be chosen, or why it can not. */
export function ClusterChoice(props: {
  placement: Placement;
  chosen?: boolean;
  /** Left out where it does not fit. */
  onChoose?: () => void;
}) {
  const { chosen, onChoose, placement } = props;
  const { cluster, rank, reasons } = placement;
  const t = useTranslation();
  const id = useId();
  return (
    <div className={styles.cluster} data-chosen={chosen || undefined}>
      <label className={styles.pick}>
        {onChoose && (
          <input
            type="radio"
            name="eks-fleet-cluster"
            checked={chosen}
            aria-describedby={id}
            onChange={onChoose}
          />
        )}
        <span className={styles.clusterName}>
          <strong>{cluster.name}</strong>{' '}
          <small>
            {[
              cluster.environment,
              cluster.accountName ?? cluster.accountId,
              cluster.region,
            ]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </span>
        {rank !== undefined && (
          <small>
            {rank === 1
              ? t('field.clusterBest')
              : t('field.clusterRank', { rank: `${rank}` })}
          </small>
        )}
      </label>
      <ul id={id} className={styles.reasons}>
        {reasons.map(({ code, message, weight }) => {
          const look = placementWeights[weight];
          return (
            <li key={`${code} ${message}`}>
              <StateBadge look={look} title={t(look.word)}>
                {message}
              </StateBadge>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
