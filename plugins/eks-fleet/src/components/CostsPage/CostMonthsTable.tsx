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

import type { CostMonth } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { formatMonth } from '../../lib/costView';
import { formatUsd } from '../../lib/money';
import { DataTable } from '../DataTable';

/** The months as a table. */
export function CostMonthsTable(props: { months: CostMonth[] }) {
  const t = useTranslation();
  return (
    <DataTable label={t('costs.months')}>
      <thead>
        <tr>
          <th scope="col">{t('costs.month')}</th>
          <th scope="col" data-align="end">
            {t('costs.standardColumn')}
          </th>
          <th scope="col" data-align="end">
            {t('costs.extendedColumn')}
          </th>
          <th scope="col" data-align="end">
            {t('costs.clustersExtended')}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.months.map(month => (
          <tr key={month.month}>
            <th scope="row">{formatMonth(month.month)}</th>
            <td data-align="end">
              {formatUsd(month.controlPlaneUsd - month.extendedSupportUsd)}
            </td>
            <td data-align="end">{formatUsd(month.extendedSupportUsd)}</td>
            <td data-align="end">{month.clustersExtended}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
