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

import { useState } from 'react';
import { Button } from '@backstage/ui';
import type { CostReport } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import type { CostView } from '../../lib/costView';
import { supportStates } from '../../states';
import { Panel } from '../Panel';
import { StateBadge } from '../StateBadge';
import { CostMonthsChart } from './CostMonthsChart';
import { CostMonthsTable } from './CostMonthsTable';
import { costGroupText } from './costGroupText';
import styles from './CostMonthsPanel.module.css';

/** What control planes will cost, of all clusters or of one group. */
export function CostMonthsPanel(props: {
  report: CostReport;
  view: CostView;
  onChange: (change: Partial<CostView>) => void;
}) {
  const { report, view, onChange } = props;
  const t = useTranslation();
  const [asTable, setAsTable] = useState(false);
  const group = report.groups.find(({ value }) => value === view.group);
  const months = group?.months ?? report.months;
  return (
    <Panel
      title={t('costs.months')}
      hint={t('costs.monthsHint')}
      actions={
        <Button
          size="small"
          variant="tertiary"
          onPress={() => setAsTable(!asTable)}
        >
          {asTable ? t('overview.asChart') : t('overview.asTable')}
        </Button>
      }
    >
      <div className={styles.legend}>
        <strong>
          {group
            ? costGroupText(t, report.groupBy, group)
            : t('costs.everything')}
        </strong>
        {group && (
          <Button
            size="small"
            variant="tertiary"
            onPress={() => onChange({ group: undefined })}
          >
            {t('costs.everything')}
          </Button>
        )}
        <StateBadge look={supportStates.standard}>
          {t('costs.standardPart')}
        </StateBadge>
        <StateBadge look={supportStates.extended}>
          {t('costs.extendedPart')}
        </StateBadge>
      </div>
      {asTable ? (
        <CostMonthsTable months={months} />
      ) : (
        <CostMonthsChart months={months} />
      )}
    </Panel>
  );
}
