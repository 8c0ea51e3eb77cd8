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

import type { ReactNode } from 'react';
import type { Cluster } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { FleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import { isNotFound } from '../../lib/errors';
import { EmptyState, QueryView } from '../QueryView';

/** A cluster, or why it is not there. */
export function ClusterQueryView(props: {
  query: FleetQuery<Cluster>;
  skeleton: ReactNode;
  children: (cluster: Cluster) => ReactNode;
}) {
  const { query, skeleton, children } = props;
  const t = useTranslation();
  if (query.error && isNotFound(query.error)) {
    return (
      <EmptyState
        title={t('cluster.notThere')}
        detail={t('cluster.notThereDetail')}
      />
    );
  }
  return (
    <QueryView
      query={query}
      what={t('cluster.what')}
      permission="eks-fleet.cluster.read"
      skeleton={skeleton}
    >
      {children}
    </QueryView>
  );
}
