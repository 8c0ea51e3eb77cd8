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

import { Text } from '@backstage/ui';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { RiMapPinLine } from '@remixicon/react';
import {
  supportAt,
  type Cluster,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useNow } from '../../hooks/useNow';
import { useTranslation } from '../../hooks/useTranslation';
import { formatUsd } from '../../lib/money';
import { supportCalendar } from '../../lib/supportCalendar';
import { supportBadge, supportSentence } from '../../lib/supportText';
import { formatDay } from '../../lib/time';
import { supportStates } from '../../states';
import { StateBadge } from '../StateBadge';
import styles from './SupportCalendarCard.module.css';

/** How long AWS supports the cluster's version, and what that costs. */
export function SupportCalendarCard(props: { cluster: Cluster }) {
  const { cluster } = props;
  const { support, cost } = cluster;
  const t = useTranslation();
  const now = useNow(3600);
  const calendar = supportCalendar(support, now);
  const daysLeft = supportAt(support, now).daysLeft;
  return (
    <EntityInfoCard title={t('cluster.calendar')}>
      <div className={styles.card}>
        <div className={styles.line}>
          <strong>{cluster.version ?? '–'}</strong>
          <StateBadge look={supportStates[support.state]}>
            {supportBadge(support, now, t)}
          </StateBadge>
          {daysLeft !== undefined && daysLeft >= 0 && (
            <span>{t('cluster.daysLeft', { count: daysLeft })}</span>
          )}
        </div>
        {calendar ? (
          <>
            <div
              className={styles.bar}
              role="img"
              aria-label={t('cluster.barLabel', {
                version: cluster.version ?? '',
                state: t(supportStates[support.state].word),
                dates: supportSentence(support, t) ?? '',
              })}
            >
              {calendar.spans.map(({ state, start, end }) => (
                <span
                  key={state}
                  className={styles.span}
                  data-tone={supportStates[state].tone}
                  style={{ left: `${start}%`, width: `${end - start}%` }}
                >
                  {end - start > 18 && t(supportStates[state].word)}
                </span>
              ))}
              <span className={styles.now} style={{ left: `${calendar.now}%` }}>
                <RiMapPinLine size={14} aria-hidden />
                {t('cluster.now')}
              </span>
            </div>
            <ul className={styles.dates}>
              <li>
                {t('cluster.standardUntil', {
                  date: formatDay(support.endOfStandardSupport) ?? '?',
                })}
              </li>
              <li>
                {t('cluster.extendedUntil', {
                  date: formatDay(support.endOfExtendedSupport) ?? '?',
                })}
              </li>
            </ul>
          </>
        ) : (
          <Text as="p" color="secondary">
            {t('cluster.calendarUnknown')}
          </Text>
        )}
        {cluster.origin !== 'foreign' && (
          <p className={styles.cost}>
            {t('cluster.cost', {
              amount: formatUsd(cost.controlPlaneUsdPerMonth),
            })}
            {cost.extendedSupportUsdPerMonth > 0 && (
              <>
                {', '}
                <strong>
                  {t('cluster.costExtended', {
                    amount: formatUsd(cost.extendedSupportUsdPerMonth),
                  })}
                </strong>
              </>
            )}
          </p>
        )}
      </div>
    </EntityInfoCard>
  );
}
