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

import { Text } from '@backstage/ui';
import type { Target } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { TargetRow } from './TargetRow';
import { targetKey, type RefreshTargets } from './useRefreshTargets';
import styles from './TargetTable.module.css';

/** The sources, those that need somebody first. */
export function TargetTable(props: {
  targets: Target[];
  refresh: RefreshTargets;
}) {
  const { targets, refresh } = props;
  const t = useTranslation();
  if (targets.length === 0) {
    return (
      <Text as="p" color="secondary">
        {t('sources.noneFit')}
      </Text>
    );
  }
  return (
    <div className={styles.scroller}>
      <table className={styles.table} aria-label={t('sources.table')}>
        <thead>
          <tr>
            <th scope="col">{t('sources.account')}</th>
            <th scope="col">{t('sources.region')}</th>
            <th scope="col">{t('sources.state')}</th>
            <th scope="col">{t('sources.reason')}</th>
            <th scope="col" data-align="end">
              {t('sources.clusters')}
            </th>
            <th scope="col" className={styles.wide}>
              {t('sources.lastSuccess')}
            </th>
            <th scope="col" className={styles.wide}>
              {t('sources.nextTry')}
            </th>
            <th scope="col" aria-label={t('clusters.actions')} />
          </tr>
        </thead>
        <tbody>
          {targets.map(target => (
            <TargetRow
              key={targetKey(target)}
              target={target}
              refresh={refresh}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
