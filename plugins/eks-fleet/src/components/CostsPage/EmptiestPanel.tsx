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
import { RiZzzLine } from '@remixicon/react';
import type { CapacityItem } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useClusterPath } from '../../hooks/useClusterPath';
import { useTranslation } from '../../hooks/useTranslation';
import {
  formatCpu,
  formatMemory,
  formatShare,
} from '../../lib/billOfMaterials';
import { entityTitle } from '../../lib/entityRefs';
import { DataTable } from '../DataTable';
import { EntityName } from '../EntityName';
import { Panel } from '../Panel';
import { StateBadge } from '../StateBadge';

/** The clusters with much more room than work. */
export function EmptiestPanel(props: { items: CapacityItem[] }) {
  const { items } = props;
  const t = useTranslation();
  const clusterPath = useClusterPath();
  const share = (part: number | undefined, amount: string) =>
    part === undefined
      ? t('costs.notKnown')
      : t('costs.share', { percent: formatShare(part), amount });
  return (
    <Panel title={t('costs.emptiest')} hint={t('costs.emptiestHint')}>
      {items.length === 0 ? (
        <Text as="p" color="secondary">
          {t('costs.emptiestNone')}
        </Text>
      ) : (
        <DataTable label={t('costs.emptiest')}>
          <thead>
            <tr>
              <th scope="col">{t('costs.cluster')}</th>
              <th scope="col" data-wide>
                {t('costs.owner')}
              </th>
              <th scope="col" data-wide>
                {t('costs.environment')}
              </th>
              <th scope="col" data-align="end">
                {t('costs.nodes')}
              </th>
              <th scope="col" data-align="end">
                {t('costs.cpu')}
              </th>
              <th scope="col" data-align="end">
                {t('costs.memory')}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map(item => {
              const { allocatable, nodes } = item.capacity;
              return (
                <tr key={item.entityRef}>
                  <th scope="row">
                    <EntityName
                      name={item.name}
                      href={clusterPath(item.entityRef, 'bom')}
                    />{' '}
                    {item.runsNothing && (
                      <StateBadge look={{ icon: RiZzzLine, tone: 'warning' }}>
                        {t('costs.runsNothing')}
                      </StateBadge>
                    )}
                  </th>
                  <td data-wide>
                    {item.owner ? entityTitle(item.owner) : '–'}
                  </td>
                  <td data-wide>{item.environment ?? '–'}</td>
                  <td data-align="end">{nodes}</td>
                  <td data-align="end">
                    {share(item.cpuShare, formatCpu(allocatable.cpuMillis))}
                  </td>
                  <td data-align="end">
                    {share(
                      item.memoryShare,
                      formatMemory(allocatable.memoryBytes),
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </DataTable>
      )}
    </Panel>
  );
}
