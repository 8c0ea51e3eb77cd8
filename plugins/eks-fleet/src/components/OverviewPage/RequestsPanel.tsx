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
import { ButtonLink, Link, Text } from '@backstage/ui';
import type { FleetRequestSummary } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetRequestsApiRef } from '../../api';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useRequestSignal } from '../../hooks/useRequestSignal';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import { requestNow } from '../../lib/requestText';
import { requestStates } from '../../states';
import { Panel } from '../Panel';
import { StateBadge } from '../StateBadge';
import styles from './RequestsPanel.module.css';

const SHOWN = 3;

/** Requests that are under way; not there where they cannot be read. */
export function RequestsPanel() {
  const t = useTranslation();
  const api = useApi(eksFleetRequestsApiRef);
  const links = useFleetLinks();
  const { value, error, retry } = useFleetQuery(
    useCallback(
      () => api.listRequests({ filter: { active: ['true'] }, limit: SHOWN }),
      [api],
    ),
    { pollSeconds: 30 },
  );
  useRequestSignal(retry);
  // An answer of before would pass for one of now.
  if (!value || error) {
    return null;
  }
  const { active, mine, waitingForMe } = value.counts;
  return (
    <div className={styles.requests}>
      <Panel
        title={t('overviewRequests.title')}
        actions={
          <span className={styles.counts}>
            {waitingForMe > 0 && (
              <Link href={links.requests({ show: 'waiting' })} weight="bold">
                {t('overviewRequests.waiting', { count: waitingForMe })}
              </Link>
            )}
            {mine > 0 && (
              <Link href={links.requests({ show: 'mine' })}>
                {t('overviewRequests.mine', { count: mine })}
              </Link>
            )}
            <ButtonLink size="small" variant="tertiary" href={links.requests()}>
              {t('overviewRequests.all', { total: `${active}` })}
            </ButtonLink>
          </span>
        }
      >
        {value.items.length === 0 ? (
          <Text as="p" color="secondary">
            {t('overviewRequests.none')}
          </Text>
        ) : (
          <ul className={styles.list}>
            {value.items.map(request => (
              <Line key={request.id} request={request} />
            ))}
          </ul>
        )}
      </Panel>
    </div>
  );
}

function Line(props: { request: FleetRequestSummary }) {
  const { request } = props;
  const t = useTranslation();
  const links = useFleetLinks();
  const look = requestStates[request.state];
  return (
    <li className={styles.line}>
      <span className={styles.name}>
        <Link href={links.request(request.id)} weight="bold">
          {request.title}
        </Link>{' '}
        {entityTitle(request.owner)}
      </span>
      <StateBadge look={look}>{t(look.word)}</StateBadge>
      <span className={styles.now}>{requestNow(t, request)}</span>
    </li>
  );
}
