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

import { lazy, Suspense, useCallback, useMemo } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { Button, ButtonLink, Skeleton } from '@backstage/ui';
import { RiGridLine, RiTableLine } from '@remixicon/react';
import { eksFleetPoliciesApiRef } from '../../api';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import { useUrlView } from '../../hooks/useUrlView';
import { matrixCsv } from '../../lib/policyColumns';
import { showMatrix } from '../../lib/policyMatrix';
import {
  formatPolicyView,
  isPolicyFiltered,
  parsePolicyView,
  type PolicyView,
} from '../../lib/policyView';
import { CopyLinkButton } from '../CopyLinkButton';
import { CsvButton } from '../CsvButton';
import { GridSkeleton } from '../GridSkeleton';
import { PageHeading } from '../PageHeading';
import { UnseenPolicies } from '../PolicyEdit';
import { PolicyNav } from '../PolicyNav';
import { EmptyState, QueryView } from '../QueryView';
import { PolicyFigures } from './PolicyFigures';
import { PolicyFilters } from './PolicyFilters';
import { PolicyLegend } from './PolicyLegend';
import { PolicyMatrixGrid } from './PolicyMatrixGrid';
import { PolicyTable } from './PolicyTable';
import { matrixQuestion, readMatrix } from './readMatrix';
import styles from './PoliciesPage.module.css';

// Who opens a cell loads what is at the side.
const CellPanel = lazy(async () => ({
  default: (await import('./CellPanel')).CellPanel,
}));

const POLL_SECONDS = 120;

/** Which policies are really there, what do they do, and who breaks them? */
export function PoliciesPage() {
  const t = useTranslation();
  const api = useApi(eksFleetPoliciesApiRef);
  const [view, changeView] = useUrlView(parsePolicyView, formatPolicyView);
  const question = matrixQuestion(view);
  const query = useFleetQuery(
    useCallback(() => readMatrix(api, question), [api, question]),
    { pollSeconds: POLL_SECONDS },
  );
  // Nobody waits for what is above and around the matrix but the matrix.
  const wait = !query.value && !query.error;
  const { only, clusters, asTable } = view;
  const shown = useMemo(
    () => query.value && showMatrix(query.value, { only, clusters }),
    [query.value, only, clusters],
  );
  return (
    <div className={styles.page}>
      <PageHeading title={t('policies.question')}>
        <Button
          size="small"
          variant="secondary"
          iconStart={
            asTable ? <RiGridLine aria-hidden /> : <RiTableLine aria-hidden />
          }
          onPress={() => changeView({ asTable: !asTable, open: undefined })}
        >
          {asTable ? t('policies.asMatrix') : t('policies.asTable')}
        </Button>
        {shown && (
          <CsvButton name="eks-policies" make={() => matrixCsv(shown)} />
        )}
        <CopyLinkButton />
      </PageHeading>
      <PolicyNav page="matrix" />
      <PolicyFigures view={view} wait={wait} />
      <PolicyFilters view={view} wait={wait} onChange={changeView} />
      <QueryView
        query={query}
        what={t('policies.what')}
        permission="eks-fleet.cluster.read"
        skeleton={<MatrixSkeleton />}
      >
        {() => {
          if (!shown?.rows.length || !shown.columns.length) {
            return <NoPolicies view={view} onChange={changeView} />;
          }
          return asTable ? (
            <PolicyTable rows={shown.rows} busy={query.loading} />
          ) : (
            <>
              <PolicyMatrixGrid
                matrix={shown}
                view={view}
                busy={query.loading}
                onChange={changeView}
              />
              <PolicyLegend />
            </>
          );
        }}
      </QueryView>
      {shown && <UnseenPolicies />}
      {view.open && shown && (
        <Suspense>
          <CellPanel
            key={`${view.open.policy}@${view.open.column}`}
            matrix={shown}
            name={view.open}
            view={view}
            onClose={() => changeView({ open: undefined })}
          />
        </Suspense>
      )}
    </div>
  );
}

function NoPolicies(props: {
  view: PolicyView;
  onChange: (change: Partial<PolicyView>) => void;
}) {
  const { view, onChange } = props;
  const t = useTranslation();
  const links = useFleetLinks();
  return isPolicyFiltered(view) ? (
    <EmptyState
      title={t('policies.noneFits')}
      action={
        <Button
          variant="secondary"
          onPress={() =>
            onChange({
              text: '',
              filter: {},
              only: undefined,
              clusters: undefined,
            })
          }
        >
          {t('rollouts.clear')}
        </Button>
      }
    />
  ) : (
    <EmptyState
      title={t('policies.empty')}
      detail={t('policies.emptyDetail')}
      action={
        <ButtonLink href={links.sources()}>
          {t('overview.emptyAction')}
        </ButtonLink>
      }
    />
  );
}

function MatrixSkeleton() {
  return (
    <>
      <Skeleton height={150} style={{ marginBlockEnd: 8 }} />
      <GridSkeleton />
    </>
  );
}
