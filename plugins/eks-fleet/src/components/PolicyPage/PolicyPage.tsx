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
import { useParams, useSearchParams } from 'react-router-dom';
import { useApi } from '@backstage/core-plugin-api';
import { ButtonLink, Link, Skeleton, Text } from '@backstage/ui';
import type { Policy } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetPoliciesApiRef } from '../../api';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import { isNotFound } from '../../lib/errors';
import { policyTitle } from '../../lib/policyText';
import { policySeverities } from '../../states';
import { UnseenPolicy } from '../PolicyEdit';
import { EmptyState, QueryView } from '../QueryView';
import { StateBadge } from '../StateBadge';
import { PolicyContent } from './PolicyContent';
import styles from './PolicyPage.module.css';

/** One policy over the fleet; a name that several have gets a chooser. */
export function PolicyPage() {
  const { name = '' } = useParams();
  const [params] = useSearchParams();
  const id = params.get('id') ?? '';
  return /^[0-9a-f]{16}$/.test(id) ? (
    <ById key={id} id={id} name={name} />
  ) : (
    <ByName key={name} name={name} />
  );
}

function ById(props: { id: string; name: string }) {
  const { id, name } = props;
  const t = useTranslation();
  const api = useApi(eksFleetPoliciesApiRef);
  const query = useFleetQuery(
    useCallback(() => api.getPolicy(id), [api, id]),
    { pollSeconds: 120 },
  );
  if (query.error && isNotFound(query.error)) {
    return <NoPolicy name={name} />;
  }
  return (
    <QueryView
      query={query}
      what={t('policy.what')}
      permission="eks-fleet.cluster.read"
      skeleton={<PolicySkeleton />}
    >
      {policy => <PolicyContent policy={policy} />}
    </QueryView>
  );
}

function ByName(props: { name: string }) {
  const { name } = props;
  const t = useTranslation();
  const api = useApi(eksFleetPoliciesApiRef);
  const query = useFleetQuery(
    useCallback(
      () => api.listPolicies({ filter: { name: [name] } }),
      [api, name],
    ),
  );
  return (
    <QueryView
      query={query}
      what={t('policy.what')}
      permission="eks-fleet.cluster.read"
      skeleton={<PolicySkeleton />}
    >
      {({ items }) => {
        switch (items.length) {
          case 0:
            return <NoPolicy name={name} />;
          case 1:
            return <ById id={items[0].id} name={name} />;
          default:
            return <Chooser name={name} policies={items} />;
        }
      }}
    </QueryView>
  );
}

function Chooser(props: { name: string; policies: Policy[] }) {
  const { name, policies } = props;
  const t = useTranslation();
  const links = useFleetLinks();
  return (
    <>
      <Text as="h2" variant="title-x-small" weight="bold">
        {t('policy.chooser', { name })}
      </Text>
      <ul className={styles.chooser}>
        {policies.map(policy => {
          const severity = policySeverities[policy.severity];
          return (
            <li key={policy.id} className={styles.choice}>
              <Link href={links.policy(policy)} weight="bold">
                {policyTitle(policy)}
              </Link>
              <span className={styles.about}>
                {[
                  t(`policyEngine.${policy.engine}`),
                  policy.kind,
                  policy.namespace,
                  policy.category,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              <StateBadge look={severity}>{t(severity.word)}</StateBadge>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function NoPolicy(props: { name: string }) {
  const t = useTranslation();
  const links = useFleetLinks();
  return (
    <UnseenPolicy key={props.name} name={props.name}>
      <EmptyState
        title={t('policy.none', { name: props.name })}
        detail={t('policy.noneDetail')}
        action={
          <ButtonLink href={links.policies()}>{t('policy.all')}</ButtonLink>
        }
      />
    </UnseenPolicy>
  );
}

function PolicySkeleton() {
  return (
    <div className={styles.page}>
      <Skeleton height={32} width="60%" />
      <Skeleton height={44} width="80%" />
      <Skeleton height={260} />
      <Skeleton height={260} />
    </div>
  );
}
