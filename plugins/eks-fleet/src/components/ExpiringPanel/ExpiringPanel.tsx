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
import { Skeleton, Text } from '@backstage/ui';
import type { ProvisionedThing } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetRequestsApiRef } from '../../api';
import { useEntityPath } from '../../hooks/useEntityPath';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useRequestSignal } from '../../hooks/useRequestSignal';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import { EndBadge } from '../EndBadge';
import { EntityName } from '../EntityName';
import { Panel } from '../Panel';
import { QueryView } from '../QueryView';
import { NamespaceActions } from './NamespaceActions';
import styles from './ExpiringPanel.module.css';

const POLL_SECONDS = 60;
const SHOWN = 10;

/** What ends soon, to be extended in time. */
export function ExpiringPanel() {
  const t = useTranslation();
  const api = useApi(eksFleetRequestsApiRef);
  const query = useFleetQuery(
    useCallback(
      () =>
        api.listThings({
          filter: { expires: ['soon', 'past'] },
          orderField: 'expires,asc',
          limit: SHOWN,
        }),
      [api],
    ),
    { pollSeconds: POLL_SECONDS },
  );
  useRequestSignal(query.retry);
  return (
    <Panel title={t('expiring.title')} hint={t('expiring.hint')}>
      <QueryView
        query={query}
        what={t('expiring.what')}
        permission="eks-fleet.request.read"
        skeleton={<Skeleton height={120} />}
      >
        {({ items, totalItems }) =>
          items.length === 0 ? (
            <Text as="p" color="secondary">
              {t('expiring.none')}. {t('expiring.noEnds')}
            </Text>
          ) : (
            <>
              <ul className={styles.list}>
                {items.map(thing => (
                  <Line
                    key={thing.thing.key}
                    thing={thing}
                    onChanged={query.retry}
                  />
                ))}
              </ul>
              {totalItems > items.length && (
                <Text as="p" color="secondary" variant="body-small">
                  {t('askException.more', { count: totalItems - items.length })}
                </Text>
              )}
            </>
          )
        }
      </QueryView>
    </Panel>
  );
}

function Line(props: { thing: ProvisionedThing; onChanged: () => void }) {
  const { onChanged, thing } = props;
  const { cluster, entityRef, expiresOn, name, owner } = thing;
  const isCluster = thing.thing.kind === 'cluster';
  const entityPath = useEntityPath();
  return (
    <li className={styles.line}>
      <span className={styles.name}>
        <EntityName name={name} href={entityRef && entityPath(entityRef)} />
        <small>
          {entityTitle(owner)} · {isCluster ? cluster.region : cluster.name}
        </small>
      </span>
      <EndBadge day={expiresOn} />
      <NamespaceActions namespace={thing} onChanged={onChanged} />
    </li>
  );
}
