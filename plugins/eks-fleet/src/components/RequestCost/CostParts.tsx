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

import type { CostEstimate } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { costRangeText } from '../../lib/costText';
import { DataTable } from '../DataTable';
import styles from './RequestCost.module.css';

/** What the sums are made of. */
export function CostParts(props: { cost: CostEstimate }) {
  const { parts } = props.cost;
  const t = useTranslation();
  if (parts.length === 0) {
    return <p className={styles.about}>{t('cost.noParts')}</p>;
  }
  return (
    <DataTable label={t('cost.title')}>
      <thead>
        <tr>
          <th scope="col">{t('cost.part')}</th>
          <th scope="col" data-align="end">
            {t('cost.before')}
          </th>
          <th scope="col" data-align="end">
            {t('cost.after')}
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ after, before, detail, kind, name }) => (
          <tr key={`${kind} ${name}`}>
            <th scope="row">
              {[t(`cost.part_${kind}`), name].filter(Boolean).join(' ')}
              <small className={styles.detail}>{detail}</small>
            </th>
            <td data-align="end">{costRangeText(before)}</td>
            <td data-align="end">{costRangeText(after)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
