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

import { useCallback, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { Button, Skeleton, Text } from '@backstage/ui';
import type { PolicyDetail } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetPoliciesApiRef } from '../../api';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import { formatDay } from '../../lib/time';
import { TREND_DAYS, trendParts, type TrendDays } from '../../lib/trendView';
import { policyResults } from '../../states';
import { Choice } from '../Choice';
import { Panel } from '../Panel';
import { QueryView } from '../QueryView';
import { StateBadge } from '../StateBadge';
import { TrendChart } from './TrendChart';
import { TrendTable } from './TrendTable';
import styles from './PolicyPage.module.css';

/** How many findings of a policy there were day by day. */
export function TrendPanel(props: { policy: PolicyDetail }) {
  const { id } = props.policy;
  const t = useTranslation();
  const api = useApi(eksFleetPoliciesApiRef);
  const [days, setDays] = useState<TrendDays>(90);
  const [asTable, setAsTable] = useState(false);
  const query = useFleetQuery(
    useCallback(
      () => api.getPolicyTrend({ filter: { policy: [id] }, days }),
      [api, id, days],
    ),
  );
  const since = formatDay(query.value?.since);
  return (
    <Panel
      title={t('policy.trend')}
      hint={since && t('policy.trendSince', { day: since })}
      actions={
        <Button
          size="small"
          variant="tertiary"
          onPress={() => setAsTable(!asTable)}
        >
          {asTable ? t('overview.asChart') : t('overview.asTable')}
        </Button>
      }
    >
      <div
        role="group"
        aria-label={t('policy.trendRange')}
        className={styles.bar}
      >
        {TREND_DAYS.map(choice => (
          <Choice
            key={choice}
            chosen={choice === days}
            onChoose={() => setDays(choice)}
          >
            {choice === 730
              ? t('policy.trendYears')
              : t('policy.trendDays', { days: `${choice}` })}
          </Choice>
        ))}
      </div>
      <QueryView
        query={query}
        what={t('policy.whatTrend')}
        permission="eks-fleet.cluster.read"
        skeleton={<Skeleton height={220} />}
      >
        {({ points }) => {
          if (points.length === 0) {
            return (
              <Text as="p" color="secondary">
                {t('policy.trendNone')}
              </Text>
            );
          }
          return asTable ? (
            <TrendTable points={points} />
          ) : (
            <>
              <div className={styles.bar}>
                {trendParts(points).map(part => (
                  <StateBadge key={part} look={policyResults[part]}>
                    {t(policyResults[part].word)}
                  </StateBadge>
                ))}
              </div>
              <TrendChart points={points} />
            </>
          );
        }}
      </QueryView>
    </Panel>
  );
}
