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

import { Link, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type {
  CostGroup,
  CostReport,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useTranslation } from '../../hooks/useTranslation';
import {
  COST_GROUPS,
  extendedUsd,
  sortCostGroups,
  type CostView,
} from '../../lib/costView';
import { formatUsd } from '../../lib/money';
import { DataTable } from '../DataTable';
import { Panel } from '../Panel';
import { computeText } from './computeText';
import { costGroupText } from './costGroupText';
import styles from './CostGroupsPanel.module.css';

const GROUP_WORDS = {
  owner: 'costs.byOwner',
  account: 'costs.byAccount',
  environment: 'costs.byEnvironment',
} as const;

/** Who pays how much; a group's name draws its months above. */
export function CostGroupsPanel(props: {
  report: CostReport;
  view: CostView;
  onChange: (change: Partial<CostView>) => void;
}) {
  const { report, view, onChange } = props;
  const t = useTranslation();
  return (
    <Panel
      title={t('costs.groups')}
      hint={t('costs.usdPerMonth')}
      actions={
        <ToggleButtonGroup
          aria-label={t('costs.groupBy')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[view.groupBy]}
          onSelectionChange={keys => {
            const groupBy = COST_GROUPS.find(key => keys.has(key));
            onChange({ groupBy, group: undefined });
          }}
        >
          {COST_GROUPS.map(groupBy => (
            <ToggleButton key={groupBy} id={groupBy} size="small">
              {t(GROUP_WORDS[groupBy])}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      }
    >
      <DataTable label={t('costs.groups')}>
        <thead>
          <tr>
            <th scope="col">{t(GROUP_WORDS[report.groupBy])}</th>
            <th scope="col" data-align="end">
              {t('costs.clusters')}
            </th>
            <th scope="col" data-align="end">
              {t('costs.controlPlaneColumn')}
            </th>
            <th scope="col" data-align="end">
              {t('costs.extendedMonthColumn')}
            </th>
            <th scope="col" data-align="end" data-wide>
              {t('costs.extendedYearColumn')}
            </th>
            <th scope="col" data-align="end">
              {t('costs.computeColumn')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sortCostGroups(report.groups).map(group => (
            <GroupRow
              key={group.value}
              group={group}
              view={view}
              groupBy={report.groupBy}
              onChoose={() =>
                onChange({
                  group: view.group === group.value ? undefined : group.value,
                })
              }
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('costs.total')}</th>
            <Amounts group={report.total} />
          </tr>
        </tfoot>
      </DataTable>
    </Panel>
  );
}

function GroupRow(props: {
  group: CostGroup;
  groupBy: CostReport['groupBy'];
  view: CostView;
  onChoose: () => void;
}) {
  const { group, groupBy, view, onChoose } = props;
  const t = useTranslation();
  const links = useFleetLinks();
  const chosen = view.group === group.value;
  const { filter, text } = view;
  return (
    <tr className={styles.row} data-chosen={chosen}>
      <th scope="row">
        <button
          type="button"
          className={styles.name}
          aria-pressed={chosen}
          title={group.value || undefined}
          onClick={onChoose}
        >
          {costGroupText(t, groupBy, group)}
        </button>
      </th>
      <Amounts
        group={group}
        // Nothing can be filtered by that a cluster does not have.
        href={
          group.value
            ? links.clusters({
                filter: { ...filter, [groupBy]: [group.value] },
                text,
              })
            : undefined
        }
      />
    </tr>
  );
}

function Amounts(props: { group: CostGroup; href?: string }) {
  const { group, href } = props;
  const t = useTranslation();
  const missing = [
    ...(group.unpricedNodes > 0
      ? [t('costs.unpricedGroup', { count: group.unpricedNodes })]
      : []),
    ...(group.unobservedClusters > 0
      ? [t('costs.unobservedGroup', { count: group.unobservedClusters })]
      : []),
  ];
  return (
    <>
      <td data-align="end">
        {href ? <Link href={href}>{group.clusters}</Link> : group.clusters}
      </td>
      <td data-align="end">{formatUsd(group.controlPlaneUsdPerMonth)}</td>
      <td data-align="end">{formatUsd(group.extendedSupportUsdPerMonth)}</td>
      <td data-align="end" data-wide>
        {formatUsd(extendedUsd(group.months))}
      </td>
      <td data-align="end">
        {computeText(t, group)}
        {missing.length > 0 && (
          <span className={styles.missing}>{missing.join(', ')}</span>
        )}
      </td>
    </>
  );
}
