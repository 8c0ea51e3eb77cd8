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
import { Button, Link, Skeleton } from '@backstage/ui';
import type { RequestQuota } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetRequestsApiRef } from '../../api';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useSelf } from '../../hooks/useSelf';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import { isOverQuota, QUOTA_RESOURCES, quotaLines } from '../../lib/quotaText';
import { DataTable } from '../DataTable';
import { Panel } from '../Panel';
import { EmptyState, QueryView } from '../QueryView';
import { QuotaCell } from './QuotaCell';
import styles from './QuotaPanel.module.css';

const POLL_SECONDS = 60;
const SHOWN = 5;

/** What teams may have, have, and are about to get. */
export function QuotaPanel() {
  const t = useTranslation();
  const api = useApi(eksFleetRequestsApiRef);
  const self = useSelf()?.refs;
  const query = useFleetQuery(
    useCallback(() => api.listQuotas(), [api]),
    { pollSeconds: POLL_SECONDS },
  );
  return (
    <Panel title={t('quota.title')} hint={t('quota.hint')}>
      <QueryView
        query={query}
        what={t('quota.what')}
        permission="eks-fleet.request.read"
        skeleton={<Skeleton height={120} />}
      >
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              title={t('quota.none')}
              detail={t('quota.noneDetail')}
            />
          ) : (
            <QuotaTable quotas={ordered(items, self ?? [])} />
          )
        }
      </QueryView>
    </Panel>
  );
}

function QuotaTable(props: { quotas: RequestQuota[] }) {
  const { quotas } = props;
  const t = useTranslation();
  const links = useFleetLinks();
  const [all, setAll] = useState(false);
  const used = QUOTA_RESOURCES.filter(resource =>
    quotas.some(({ resources }) =>
      resources.some(line => line.resource === resource),
    ),
  );
  const hidden = quotas.length - SHOWN;
  return (
    <>
      <DataTable label={t('quota.title')}>
        <thead>
          <tr>
            <th scope="col">{t('quota.team')}</th>
            {used.map(resource => (
              <th
                key={resource}
                scope="col"
                data-wide={resource === 'storageGib' || undefined}
              >
                {t(`quota.${resource}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(all ? quotas : quotas.slice(0, SHOWN)).map(quota => {
            const lines = quotaLines(quota);
            return (
              <tr key={quota.owner}>
                <th scope="row" className={styles.team}>
                  <Link
                    href={links.requests({ filter: { owner: [quota.owner] } })}
                    title={quota.owner}
                  >
                    {entityTitle(quota.owner)}
                  </Link>
                </th>
                {used.map(resource => {
                  const line = lines.find(each => each.resource === resource);
                  return (
                    <td
                      key={resource}
                      data-wide={resource === 'storageGib' || undefined}
                    >
                      {line ? <QuotaCell line={line} /> : '–'}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </DataTable>
      {hidden > 0 && (
        <Button
          size="small"
          variant="tertiary"
          onPress={() => setAll(before => !before)}
        >
          {all ? t('quota.fewerTeams') : t('quota.allTeams', { count: hidden })}
        </Button>
      )}
    </>
  );
}

/** Those over a quota first, then the reader's own, then by name. */
function ordered(quotas: RequestQuota[], self: string[]): RequestQuota[] {
  const rank = (quota: RequestQuota) => {
    if (isOverQuota(quota)) {
      return 0;
    }
    return self.includes(quota.owner) ? 1 : 2;
  };
  return [...quotas].sort(
    (a, b) => rank(a) - rank(b) || a.owner.localeCompare(b.owner),
  );
}
