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

import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useApi } from '@backstage/core-plugin-api';
import { Skeleton } from '@backstage/ui';
import type { CostReport } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetApiRef } from '../../api';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import type { ClusterFacet } from '../../lib/clusterView';
import {
  formatCostView,
  parseCostView,
  toCostQuery,
  type CostView,
} from '../../lib/costView';
import { CopyLinkButton } from '../CopyLinkButton';
import { FacetedLayout } from '../FacetedLayout';
import { PageHeading } from '../PageHeading';
import { QueryView } from '../QueryView';
import { CostFigures } from './CostFigures';
import { CostGroupsPanel } from './CostGroupsPanel';
import { CostMonthsPanel } from './CostMonthsPanel';
import { CostsEmpty } from './CostsEmpty';
import { EmptiestPanel } from './EmptiestPanel';
import styles from './CostsPage.module.css';

const FACETS: readonly ClusterFacet[] = [
  'owner',
  'environment',
  'account',
  'region',
  'version',
  'support',
  'system',
];

/** What does the fleet cost, and what would moving save? */
export function CostsPage() {
  const t = useTranslation();
  const api = useApi(eksFleetApiRef);
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => parseCostView(params), [params]);
  const changeView = useCallback(
    (change: Partial<CostView>) =>
      setParams(
        previous => formatCostView({ ...parseCostView(previous), ...change }),
        { replace: true },
      ),
    [setParams],
  );
  const key = JSON.stringify(toCostQuery(view));
  const query = useFleetQuery(
    useCallback(() => api.getCosts(JSON.parse(key)), [api, key]),
  );
  return (
    <>
      <PageHeading title={t('costs.question')}>
        <CopyLinkButton />
      </PageHeading>
      <FacetedLayout view={view} facets={FACETS} onChange={changeView}>
        {clear => (
          <div className={styles.main}>
            <QueryView
              query={query}
              what={t('costs.what')}
              permission="eks-fleet.cluster.read"
              skeleton={<CostsSkeleton />}
            >
              {report =>
                report.total.clusters === 0 ? (
                  <CostsEmpty onClear={clear} />
                ) : (
                  <Costs report={report} view={view} onChange={changeView} />
                )
              }
            </QueryView>
          </div>
        )}
      </FacetedLayout>
    </>
  );
}

function Costs(props: {
  report: CostReport;
  view: CostView;
  onChange: (change: Partial<CostView>) => void;
}) {
  const { report, view, onChange } = props;
  return (
    <>
      <CostFigures report={report} view={view} />
      <CostMonthsPanel report={report} view={view} onChange={onChange} />
      <CostGroupsPanel report={report} view={view} onChange={onChange} />
      <EmptiestPanel items={report.emptiest} />
    </>
  );
}

function CostsSkeleton() {
  return (
    <>
      <Skeleton height={48} width="80%" />
      <Skeleton height={280} />
      <Skeleton height={220} />
    </>
  );
}
