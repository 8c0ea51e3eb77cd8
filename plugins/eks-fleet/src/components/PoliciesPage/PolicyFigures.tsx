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
import { Skeleton } from '@backstage/ui';
import { eksFleetPoliciesApiRef } from '../../api';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import { toPolicyQuery, type PolicyView } from '../../lib/policyView';
import { Figure, Figures } from '../Figures';
import { QueryView } from '../QueryView';

const POLL_SECONDS = 60;

/** What of policies wants attention; each number leads to what it counts. */
export function PolicyFigures(props: {
  view: PolicyView;
  /** While what it is about is being read. */
  wait: boolean;
}) {
  const t = useTranslation();
  const api = useApi(eksFleetPoliciesApiRef);
  const links = useFleetLinks();
  const { filter = {} } = toPolicyQuery(props.view);
  const key = JSON.stringify(filter);
  const query = useFleetQuery(
    useCallback(
      () => api.getPolicySummary({ filter: JSON.parse(key) }),
      [api, key],
    ),
    { pollSeconds: POLL_SECONDS, wait: props.wait },
  );
  const { mode: _mode, ...ofFindings } = filter;
  const { environment, account, owner, region, cluster, engine, policy } =
    filter;
  const ofExceptions = given({
    environment,
    account,
    owner,
    region,
    cluster,
    engine,
    policy,
  });
  return (
    <QueryView
      query={query}
      what={t('policies.whatSummary')}
      permission="eks-fleet.cluster.read"
      skeleton={<Skeleton height={44} width="80%" />}
    >
      {summary => (
        <Figures>
          <Figure
            value={summary.newThisWeek}
            label={t('policyFigure.new')}
            tone={summary.newThisWeek > 0 ? 'warning' : undefined}
            href={links.findings({ filter: { ...ofFindings, new: ['week'] } })}
          />
          <Figure
            value={summary.resolvedThisWeek}
            label={t('policyFigure.resolved')}
            href={links.findings({
              filter: { ...ofFindings, resolved: ['week'] },
            })}
          />
          {summary.overdue !== undefined && summary.overdue > 0 && (
            <Figure
              value={summary.overdue}
              label={t('policyFigure.overdue')}
              tone="warning"
              href={links.findings({
                filter: { ...ofFindings, due: ['overdue'] },
                sort: { field: 'due', direction: 'asc' },
              })}
            />
          )}
          <Figure
            value={summary.exceptionsExpiring}
            label={t('policyFigure.expiring', {
              count: summary.exceptionsExpiring,
            })}
            detail={
              summary.exceptionsExpired > 0
                ? t('policyFigure.expired', {
                    expired: `${summary.exceptionsExpired}`,
                  })
                : undefined
            }
            tone={
              summary.exceptionsExpiring + summary.exceptionsExpired > 0
                ? 'warning'
                : undefined
            }
            href={links.exceptions({
              filter: { ...ofExceptions, state: ['expiring', 'expired'] },
            })}
          />
          <Figure
            value={summary.safeToEnforce}
            label={t('policyFigure.safe')}
            href={links.policies({ filter, only: 'safe' })}
          />
          <Figure
            value={summary.clusters.withoutEngine}
            label={t('policyFigure.noEngine', {
              count: summary.clusters.withoutEngine,
            })}
            tone={summary.clusters.withoutEngine > 0 ? 'warning' : undefined}
            href={links.policies({ filter, clusters: 'noEngine' })}
          />
          <Figure
            value={summary.clusters.stale}
            label={t('policyFigure.stale', { count: summary.clusters.stale })}
            tone={summary.clusters.stale > 0 ? 'warning' : undefined}
            href={links.policies({ filter, clusters: 'stale' })}
          />
          {summary.clusters.unknown > 0 && (
            <Figure
              value={summary.clusters.unknown}
              label={t('policyFigure.unknown', {
                count: summary.clusters.unknown,
              })}
              tone="warning"
              href={links.policies({ filter, clusters: 'unknown' })}
            />
          )}
        </Figures>
      )}
    </QueryView>
  );
}

function given(
  filter: Record<string, string[] | undefined>,
): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(filter).filter(
      (entry): entry is [string, string[]] => entry[1] !== undefined,
    ),
  );
}
