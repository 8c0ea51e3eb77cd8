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
import type {
  EksFleetPoliciesApi,
  Policy,
  PolicySummary,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetPoliciesApiRef } from '../../api';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import { policyTitle } from '../../lib/policyText';
import { policySeverities } from '../../states';
import { Panel } from '../Panel';
import { StateBadge } from '../StateBadge';
import styles from './PolicyNewsPanel.module.css';

const SHOWN = 4;
const ALL = 1000;

/** Which policies are newly broken this week; not there where they cannot be read. */
export function PolicyNewsPanel() {
  const t = useTranslation();
  const api = useApi(eksFleetPoliciesApiRef);
  const links = useFleetLinks();
  const { value, error } = useFleetQuery(
    useCallback(() => readNews(api), [api]),
    { pollSeconds: 120 },
  );
  // An answer of before would pass for one of now.
  if (!value || error) {
    return null;
  }
  const { newest, summary } = value;
  const { unknown, withoutEngine } = summary.clusters;
  const blind = unknown + withoutEngine;
  return (
    <div className={styles.news}>
      <Panel
        title={t('policyNews.title')}
        hint={t('policyNews.resolved', { count: summary.resolvedThisWeek })}
        actions={
          <ButtonLink
            size="small"
            variant="tertiary"
            href={links.findings({ filter: { new: ['week'] } })}
          >
            {t('policyNews.all', { count: summary.newThisWeek })}
          </ButtonLink>
        }
      >
        {newest.length === 0 ? (
          <Text as="p" color="secondary">
            {t('policyNews.none')}
          </Text>
        ) : (
          <ul className={styles.list}>
            {newest.map(policy => (
              <Line key={policy.id} policy={policy} />
            ))}
          </ul>
        )}
        {blind > 0 && (
          <Text as="p" variant="body-small" color="secondary">
            {t('policyNews.blind', { count: blind })}
          </Text>
        )}
      </Panel>
    </div>
  );
}

function Line(props: { policy: Policy }) {
  const { policy } = props;
  const t = useTranslation();
  const links = useFleetLinks();
  const severity = policySeverities[policy.severity];
  return (
    <li className={styles.line}>
      <StateBadge look={severity}>{t(severity.word)}</StateBadge>
      <Link href={links.policy(policy)} weight="bold">
        {policyTitle(policy)}
      </Link>
      <Link
        href={links.findings({
          filter: { policy: [policy.id], new: ['week'] },
        })}
      >
        {t('policyNews.line', { count: policy.newThisWeek })}
      </Link>
      <span className={styles.about}>
        {t('policyNews.clusters', { count: policy.clusters.failing })}
      </span>
    </li>
  );
}

/** The summary, and the policies with the most that is new. */
async function readNews(
  api: EksFleetPoliciesApi,
): Promise<{ summary: PolicySummary; newest: Policy[] }> {
  const [summary, { items }] = await Promise.all([
    api.getPolicySummary(),
    api.listPolicies({ limit: ALL }),
  ]);
  return {
    summary,
    newest: items
      .filter(({ newThisWeek }) => newThisWeek > 0)
      .sort((a, b) => b.newThisWeek - a.newThisWeek)
      .slice(0, SHOWN),
  };
}
