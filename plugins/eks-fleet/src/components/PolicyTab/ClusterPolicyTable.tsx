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

import { Link } from '@backstage/ui';
import type { ClusterPolicies } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { usePortalLinks } from '../../hooks/usePortalLinks';
import { useTranslation } from '../../hooks/useTranslation';
import { brokenCount } from '../../lib/policyCell';
import { policyTitle } from '../../lib/policyText';
import {
  policyCellStates,
  policyDrifts,
  policyModes,
  policySeverities,
} from '../../states';
import { Age } from '../Age';
import { DataTable } from '../DataTable';
import { PolicyCounts } from '../PolicyCounts';
import { PolicyLinks } from '../PolicyLinks';
import { StateBadge } from '../StateBadge';
import styles from './PolicyTab.module.css';

type Item = ClusterPolicies['items'][number];

/** The policies of a cluster, the worst first, as the backend gives them. */
export function ClusterPolicyTable(props: { arn: string; items: Item[] }) {
  const t = useTranslation();
  return (
    <DataTable label={t('policyTab.policies')}>
      <thead>
        <tr>
          <th scope="col">{t('policies.policy')}</th>
          <th scope="col">{t('policies.severity')}</th>
          <th scope="col">{t('policyPanel.mode')}</th>
          <th scope="col">{t('policyPanel.counts')}</th>
          <th scope="col" data-wide>
            {t('policyPanel.version')}
          </th>
          <th scope="col" data-wide>
            {t('policyPanel.seen')}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.items.map(item => (
          <PolicyRow key={item.policy.id} arn={props.arn} item={item} />
        ))}
      </tbody>
    </DataTable>
  );
}

function PolicyRow(props: { arn: string; item: Item }) {
  const { cell, links: out = [], policy } = props.item;
  const t = useTranslation();
  const links = usePortalLinks();
  const severity = policySeverities[policy.severity];
  const broken = brokenCount(cell);
  const there = cell.state === 'deployed' || cell.state === 'reported';
  return (
    <tr>
      <th scope="row">
        <Link href={links.policy(policy)}>{policyTitle(policy)}</Link>
        <div className={styles.about}>
          {t(`policyEngine.${policy.engine}`)}
          {policy.category && ` · ${policy.category}`}
        </div>
        {out.length > 0 && (
          <ul
            className={styles.links}
            aria-label={t('policyTab.linksOf', { policy: policyTitle(policy) })}
          >
            <PolicyLinks policy={{}} links={out} />
          </ul>
        )}
      </th>
      <td data-nowrap>
        <StateBadge look={severity}>{t(severity.word)}</StateBadge>
      </td>
      <td>
        <Standing cell={cell} />
      </td>
      <td>
        {there && <PolicyCounts counts={cell} />}
        {broken > 0 && (
          <div>
            <Link
              href={links.findings({
                filter: { policy: [policy.id], cluster: [props.arn] },
              })}
            >
              {t('policyPanel.allFindings', { count: broken })}
            </Link>
          </div>
        )}
      </td>
      <td data-wide>
        {cell.version ?? '–'}
        {cell.drift && (
          <div className={styles.about}>{t(policyDrifts[cell.drift].word)}</div>
        )}
      </td>
      <td data-wide data-nowrap>
        <Age time={cell.observedAt} past />
        {cell.stale && (
          <div className={styles.about}>{t('policies.cellStale')}</div>
        )}
      </td>
    </tr>
  );
}

/** Its mode where it is deployed, or why it has none; and what keeps it from working. */
function Standing(props: { cell: Item['cell'] }) {
  const { mode, notReadyBecause, ready, state } = props.cell;
  const t = useTranslation();
  const look =
    state === 'deployed' && mode ? policyModes[mode] : policyCellStates[state];
  return (
    <>
      <StateBadge look={look}>{t(look.word)}</StateBadge>
      {ready === false && (
        <div className={styles.about}>
          {notReadyBecause
            ? t('policies.cellNotReadyBecause', { reason: notReadyBecause })
            : t('policies.cellNotReady')}
        </div>
      )}
    </>
  );
}
