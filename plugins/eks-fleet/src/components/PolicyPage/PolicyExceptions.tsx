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
import { Link, Skeleton, Text } from '@backstage/ui';
import type { PolicyDetail } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetPoliciesApiRef } from '../../api';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import { exceptionName } from '../../lib/exceptionText';
import { DataTable } from '../DataTable';
import { ExceptionEnd, ExceptionFlags } from '../ExceptionMarks';
import { Panel } from '../Panel';
import { QueryView } from '../QueryView';

const SHOWN = 10;

/** Who is exempt from a policy, what ends next first. */
export function PolicyExceptions(props: { policy: PolicyDetail }) {
  const { id } = props.policy;
  const t = useTranslation();
  const api = useApi(eksFleetPoliciesApiRef);
  const links = useFleetLinks();
  const query = useFleetQuery(
    useCallback(
      () => api.listExceptions({ filter: { policy: [id] }, limit: SHOWN }),
      [api, id],
    ),
  );
  const filter = { policy: [id] };
  return (
    <Panel
      title={t('policy.exceptions')}
      actions={
        <Link href={links.exceptions({ filter })}>
          {t('policy.allExceptions')}
        </Link>
      }
    >
      <QueryView
        query={query}
        what={t('exceptions.what')}
        permission="eks-fleet.cluster.read"
        skeleton={<Skeleton height={120} />}
      >
        {({ items }) =>
          items.length === 0 ? (
            <Text as="p" color="secondary">
              {t('policy.exceptionsNone')}
            </Text>
          ) : (
            <DataTable label={t('policy.exceptions')}>
              <thead>
                <tr>
                  <th scope="col">{t('exceptionColumn.name')}</th>
                  <th scope="col">{t('exceptionColumn.end')}</th>
                  <th scope="col" data-wide>
                    {t('exceptionColumn.reason')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {items.map(exception => (
                  <tr key={exception.id}>
                    <th scope="row">
                      <Link
                        href={links.exceptions({ filter, open: exception.id })}
                      >
                        {exceptionName(exception)}
                      </Link>
                    </th>
                    <td>
                      <ExceptionEnd exception={exception} />
                      <ExceptionFlags exception={exception} />
                    </td>
                    <td data-wide>
                      {exception.reason || t('exceptions.noReason')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </DataTable>
          )
        }
      </QueryView>
    </Panel>
  );
}
