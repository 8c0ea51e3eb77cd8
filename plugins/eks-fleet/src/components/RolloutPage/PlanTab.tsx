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
import type { Rollout } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { selectionText } from '../../lib/rolloutSelection';
import { strategyText } from '../../lib/rolloutYaml';
import { DataTable } from '../DataTable';
import { Moment } from '../Moment';
import { PlanProblems } from '../PlanProblems';
import { Snippet } from '../Snippet';
import styles from './RolloutTabs.module.css';

/** What was planned: of what, by which rules, and what was said against it. */
export function PlanTab(props: { rollout: Rollout }) {
  const { plan, selection, strategy, waves } = props.rollout;
  const t = useTranslation();
  return (
    <div className={styles.panel}>
      <Text as="p">
        {t('plan.selection', { selection: selectionText(selection, t) })}
      </Text>
      {plan && (
        <Text as="p" color="secondary">
          {t('plan.made', {
            time: <Moment time={plan.madeAt} />,
            hash: plan.hash.slice(0, 12),
          })}
        </Text>
      )}
      {plan && plan.problems.length > 0 && (
        <PlanProblems problems={plan.problems} />
      )}
      {waves.length > 0 && (
        <DataTable label={t('plan.waves')}>
          <thead>
            <tr>
              <th scope="col">{t('forecast.wave')}</th>
              <th scope="col">{t('plan.rule')}</th>
              <th scope="col" data-align="end">
                {t('plan.cells')}
              </th>
            </tr>
          </thead>
          <tbody>
            {waves.map(wave => (
              <tr key={wave.index}>
                <th scope="row">
                  {t('rollout.waveTitle', {
                    index: `${wave.index}`,
                    name: wave.name,
                  })}
                </th>
                <td>{wave.rule ?? wave.name}</td>
                <td data-align="end">{wave.cells}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      <Snippet
        title={t('plan.strategy', { name: strategy.title ?? strategy.name })}
        text={strategyText(strategy)}
      />
    </div>
  );
}
