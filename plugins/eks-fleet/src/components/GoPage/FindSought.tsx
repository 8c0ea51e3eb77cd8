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
import { Navigate } from 'react-router-dom';
import { useApi } from '@backstage/core-plugin-api';
import { Skeleton } from '@backstage/ui';
import type { EksFleetPoliciesApi } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetPoliciesApiRef } from '../../api';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import {
  describeSought,
  soughtFilters,
  type SoughtFinding,
} from '../../lib/soughtFinding';
import { QueryView } from '../QueryView';

/**
 * Leads to the findings that a link looks for, or to those nearest to it, where
 * it is said what was looked for.
 */
export function FindSought(props: { sought: SoughtFinding; arn?: string }) {
  const { arn, sought } = props;
  const t = useTranslation();
  const api = useApi(eksFleetPoliciesApiRef);
  const links = useFleetLinks();
  const query = useFleetQuery(
    useCallback(() => findNearest(api, sought, arn), [api, sought, arn]),
  );
  return (
    <QueryView
      query={query}
      what={t('findings.what')}
      permission="eks-fleet.cluster.read"
      skeleton={<Skeleton height={160} />}
    >
      {({ filter, isExact }) => (
        <Navigate
          replace
          to={links.findings({
            filter,
            sought: isExact ? undefined : describeSought(sought),
          })}
        />
      )}
    </QueryView>
  );
}

async function findNearest(
  api: Pick<EksFleetPoliciesApi, 'listFindings'>,
  sought: SoughtFinding,
  arn: string | undefined,
) {
  const filters = soughtFilters(sought, arn);
  for (const filter of filters) {
    const { totalItems } = await api.listFindings({
      filter: filter as Record<string, string[]>,
      limit: 1,
    });
    if (totalItems > 0) {
      return { filter, isExact: filter === filters[0] };
    }
  }
  return { filter: filters.at(-1)!, isExact: false };
}
