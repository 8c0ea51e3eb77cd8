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
import { FindingList } from '../FindingList';
import { Panel } from '../Panel';
import { QueryView } from '../QueryView';

const SHOWN = 5;

/** What breaks a policy since last week. */
export function PolicyNews(props: { policy: PolicyDetail }) {
  const { id } = props.policy;
  const t = useTranslation();
  const api = useApi(eksFleetPoliciesApiRef);
  const links = useFleetLinks();
  const query = useFleetQuery(
    useCallback(
      () =>
        api.listFindings({
          filter: { policy: [id], new: ['week'] },
          orderField: 'firstSeen,desc',
          limit: SHOWN,
        }),
      [api, id],
    ),
  );
  return (
    <Panel
      title={t('policy.newFindings')}
      actions={
        <Link
          href={links.findings({ filter: { policy: [id], new: ['week'] } })}
        >
          {t('policy.allNew')}
        </Link>
      }
    >
      <QueryView
        query={query}
        what={t('findings.what')}
        permission="eks-fleet.cluster.read"
        skeleton={<Skeleton height={160} />}
      >
        {({ items }) =>
          items.length === 0 ? (
            <Text as="p" color="secondary">
              {t('policy.newNone')}
            </Text>
          ) : (
            <FindingList findings={items} about="resource" showCluster />
          )
        }
      </QueryView>
    </Panel>
  );
}
