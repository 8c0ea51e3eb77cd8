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

import { useSearchParams } from 'react-router-dom';
import { Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import type { Rollout } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { RolloutCells } from '../../hooks/useRolloutCells';
import { useTranslation } from '../../hooks/useTranslation';
import { withParams } from '../../lib/withParams';
import { ForecastTab } from './ForecastTab';
import { GatesTab } from './GatesTab';
import { LogTab } from './LogTab';
import { PlanTab } from './PlanTab';
import { PullRequestsTab } from './PullRequestsTab';
import styles from './RolloutTabs.module.css';

const TABS = {
  gates: 'rollout.tabGates',
  log: 'rollout.tabLog',
  forecast: 'rollout.tabForecast',
  plan: 'rollout.tabPlan',
  'pull-requests': 'rollout.tabPullRequests',
} as const;

type TabName = keyof typeof TABS;

/** More about a rollout, in tabs that the URL names. */
export function RolloutTabs(props: {
  rollout: Rollout;
  cells: RolloutCells;
  onChanged: () => void;
}) {
  const { rollout, cells, onChanged } = props;
  const t = useTranslation();
  const [params, setParams] = useSearchParams();
  const asked = params.get('tab') ?? '';
  const tab: TabName = Object.hasOwn(TABS, asked)
    ? (asked as TabName)
    : 'gates';
  return (
    <div className={styles.tabs}>
      <Tabs
        selectedKey={tab}
        onSelectionChange={key =>
          setParams(
            before =>
              withParams(before, {
                tab: key === 'gates' ? undefined : String(key),
              }),
            { replace: true },
          )
        }
      >
        <TabList aria-label={t('rollout.tabs')}>
          {(Object.keys(TABS) as TabName[]).map(name => (
            <Tab key={name} id={name}>
              {t(TABS[name])}
            </Tab>
          ))}
        </TabList>
        <TabPanel id="gates">
          <GatesTab rollout={rollout} onChanged={onChanged} />
        </TabPanel>
        <TabPanel id="log">
          <LogTab rollout={rollout} cells={cells} />
        </TabPanel>
        <TabPanel id="forecast">
          <ForecastTab rollout={rollout} />
        </TabPanel>
        <TabPanel id="plan">
          <PlanTab rollout={rollout} />
        </TabPanel>
        <TabPanel id="pull-requests">
          <PullRequestsTab cells={cells} />
        </TabPanel>
      </Tabs>
    </div>
  );
}
