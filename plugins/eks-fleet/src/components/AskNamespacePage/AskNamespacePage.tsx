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
import { useSearchParams } from 'react-router-dom';
import { useApi } from '@backstage/core-plugin-api';
import { Alert, Link, Skeleton } from '@backstage/ui';
import type { RequestOptions } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetRequestsApiRef } from '../../api';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { usePlacement } from '../../hooks/usePlacement';
import { usePreflight } from '../../hooks/usePreflight';
import { useTranslation } from '../../hooks/useTranslation';
import {
  missingForPreflight,
  namespaceAskOf,
  namespaceSpecOf,
  parseNamespaceDraft,
  withOnlyChoices,
  type NamespaceDraft,
} from '../../lib/namespaceDraft';
import { fieldProblems } from '../../lib/requestProblems';
import { CopyLinkButton } from '../CopyLinkButton';
import { PageHeading } from '../PageHeading';
import { EmptyState, QueryView } from '../QueryView';
import { LivePanel } from './LivePanel';
import { NamespaceForm } from './NamespaceForm';
import { NamespaceReview } from './NamespaceReview';
import styles from './AskNamespacePage.module.css';

/** Which namespace do you need, and may you have it? */
export function AskNamespacePage() {
  const t = useTranslation();
  const links = useFleetLinks();
  const api = useApi(eksFleetRequestsApiRef);
  const query = useFleetQuery(
    useCallback(() => api.getRequestOptions(), [api]),
  );
  return (
    <>
      <div>
        <Link href={links.requests()} variant="body-small">
          {t('request.all')}
        </Link>
      </div>
      <PageHeading title={t('askNamespace.question')}>
        <CopyLinkButton />
      </PageHeading>
      <QueryView
        query={query}
        what={t('askNamespace.what')}
        permission="eks-fleet.request.create"
        skeleton={<Skeleton height={480} />}
      >
        {options => <Offered options={options} />}
      </QueryView>
    </>
  );
}

function Offered(props: { options: RequestOptions }) {
  const { options } = props;
  const t = useTranslation();
  if (!options.kinds.includes('namespace')) {
    return (
      <EmptyState
        title={t('askNamespace.notOffered')}
        detail={t('askNamespace.notOfferedDetail')}
      />
    );
  }
  if (options.owners.length === 0) {
    return (
      <EmptyState
        title={t('askNamespace.noOwners')}
        detail={t('askNamespace.noOwnersDetail')}
      />
    );
  }
  return <AskNamespace options={options} />;
}

function AskNamespace(props: { options: RequestOptions }) {
  const { options } = props;
  const t = useTranslation();
  const [params] = useSearchParams();
  const [draft, setDraft] = useState(() =>
    withOnlyChoices(parseNamespaceDraft(params), options),
  );
  const [reviewing, setReviewing] = useState(false);
  const change = useCallback(
    (part: Partial<NamespaceDraft>) =>
      setDraft(before => ({ ...before, ...part })),
    [],
  );
  const placement = usePlacement(
    draft.owner && draft.environment
      ? {
          owner: draft.owner,
          // Neither the name nor the cluster make a difference to the ranking.
          spec: namespaceSpecOf({ ...draft, name: '' }, ''),
        }
      : undefined,
  );
  const best = placement.value?.find(({ rank }) => rank === 1)?.clusterKey;
  const clusterKey = draft.clusterKey || best || '';
  const missing = missingForPreflight(draft, clusterKey);
  const preflight = usePreflight(
    missing.length === 0 ? namespaceAskOf(draft, clusterKey) : undefined,
  );
  return (
    <>
      {options.halted && (
        <Alert
          status="warning"
          icon
          role="status"
          title={t('askNamespace.halted')}
          description={t('askNamespace.haltedDetail', {
            message: options.halted,
          })}
          mb="3"
        />
      )}
      {reviewing ? (
        <NamespaceReview
          draft={draft}
          clusterKey={clusterKey}
          onBack={() => setReviewing(false)}
        />
      ) : (
        <div className={styles.columns}>
          <NamespaceForm
            options={options}
            draft={draft}
            clusterKey={clusterKey}
            placement={placement}
            problems={fieldProblems(preflight.query.value)}
            onChange={change}
          />
          <LivePanel
            options={options}
            draft={draft}
            missing={missing}
            preflight={preflight}
            onReview={() => setReviewing(true)}
          />
        </div>
      )}
    </>
  );
}
