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

import type { PolicyFeed } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { observationKindText } from '../../lib/observationText';
import { sourceReasonKey, sourceStates } from '../../states';
import { Age } from '../Age';
import { DataTable } from '../DataTable';
import { StateBadge } from '../StateBadge';
import styles from './PolicyTab.module.css';

/** Each source of what is known of policies: how it does, and how old that is. */
export function FeedTable(props: { feeds: PolicyFeed[] }) {
  const t = useTranslation();
  return (
    <DataTable label={t('policyTab.feeds')}>
      <thead>
        <tr>
          <th scope="col">{t('policyTab.feed')}</th>
          <th scope="col">{t('policyTab.state')}</th>
          <th scope="col">{t('policyTab.observed')}</th>
          <th scope="col">{t('policyTab.evaluated')}</th>
        </tr>
      </thead>
      <tbody>
        {props.feeds.map(feed => (
          <FeedRow key={feed.kind} feed={feed} />
        ))}
      </tbody>
    </DataTable>
  );
}

function FeedRow(props: { feed: PolicyFeed }) {
  const { feed } = props;
  const { error, notes = [], passes, state } = feed;
  const t = useTranslation();
  const look = sourceStates[state];
  const remarks = [
    feed.truncated && t('policyTab.truncated'),
    passes && passes !== 'exact' && `${t(`policyTab.passes_${passes}`)}.`,
    ...notes,
  ].filter(Boolean);
  return (
    <tr>
      <th scope="row">
        {observationKindText(feed.kind, t)}
        {feed.pushed && (
          <div className={styles.about}>{t('observationWay.pushed')}</div>
        )}
      </th>
      <td>
        <StateBadge look={look}>{t(look.word)}</StateBadge>
        {look.failing && (
          <div className={styles.message}>
            {t(sourceReasonKey('kubernetes', state))}
          </div>
        )}
        {error && (
          <div className={styles.message}>
            {error.message}
            {error.since && (
              <>
                {' '}
                {t('alerts.since', { age: <Age time={error.since} past /> })}
              </>
            )}
          </div>
        )}
        {remarks.length > 0 && (
          <div className={styles.message}>{remarks.join(' ')}</div>
        )}
      </td>
      <td data-nowrap>
        <Age time={feed.observedAt} fallback={t('age.never')} past />
      </td>
      <td data-nowrap>
        <Age time={feed.evaluatedAt} past />
      </td>
    </tr>
  );
}
