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

import type { PolicyTrend } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { formatDay } from '../../lib/time';
import { TREND_PARTS } from '../../lib/trendView';
import { policyResults } from '../../states';
import { DataTable } from '../DataTable';

/** The days as a table, the newest first. */
export function TrendTable(props: { points: PolicyTrend['points'] }) {
  const t = useTranslation();
  return (
    <DataTable label={t('policy.trend')}>
      <thead>
        <tr>
          <th scope="col">{t('policy.day')}</th>
          {TREND_PARTS.map(part => (
            <th key={part} scope="col" data-align="end">
              {t(policyResults[part].word)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...props.points].reverse().map(point => (
          <tr key={point.day}>
            <th scope="row">{formatDay(point.day)}</th>
            {TREND_PARTS.map(part => (
              <td key={part} data-align="end">
                {point[part]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
