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

import {
  Bar,
  BarChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { CostMonth } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { CHART_FILL } from '../../lib/chartColors';
import { formatMonth } from '../../lib/costView';
import { formatUsd } from '../../lib/money';
import { supportStates } from '../../states';
import type { Translate } from '../../translation';
import styles from './CostMonthsPanel.module.css';

/** A bar for each month: the standard price, and extended support on top. */
export function CostMonthsChart(props: { months: CostMonth[] }) {
  const t = useTranslation();
  const data = props.months.map(month => ({
    label: formatMonth(month.month),
    words: monthText(t, month),
    standard: month.controlPlaneUsd - month.extendedSupportUsd,
    extended: month.extendedSupportUsd,
  }));
  return (
    <div
      role="img"
      className={styles.chart}
      aria-label={t('costs.chart', {
        summary: data.map(({ words }) => words).join('; '),
      })}
    >
      <ResponsiveContainer width="100%" height={220}>
        <BarChart data={data} margin={{ top: 8, right: 8, left: 8, bottom: 0 }}>
          <XAxis
            dataKey="label"
            tickLine={false}
            stroke="var(--bui-border-2)"
            tick={{ fill: 'var(--bui-fg-primary)', fontSize: 12 }}
          />
          <YAxis
            width={64}
            axisLine={false}
            tickLine={false}
            tickFormatter={formatUsd}
            tick={{ fill: 'var(--bui-fg-secondary)', fontSize: 12 }}
          />
          <Tooltip
            cursor={{ fill: 'var(--bui-bg-neutral-2)' }}
            content={<MonthTooltip />}
          />
          <Bar
            dataKey="standard"
            stackId="cost"
            isAnimationActive={false}
            maxBarSize={48}
            fill={CHART_FILL[supportStates.standard.tone]}
          />
          <Bar
            dataKey="extended"
            stackId="cost"
            isAnimationActive={false}
            maxBarSize={48}
            radius={[3, 3, 0, 0]}
            fill={CHART_FILL[supportStates.extended.tone]}
          />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

function monthText(t: Translate, month: CostMonth): string {
  return t('costs.chartMonth', {
    month: formatMonth(month.month),
    total: formatUsd(month.controlPlaneUsd),
    extended: formatUsd(month.extendedSupportUsd),
  });
}

function MonthTooltip(props: {
  active?: boolean;
  payload?: readonly { payload?: { words: string } }[];
}) {
  const words = props.active ? props.payload?.[0]?.payload?.words : undefined;
  return words ? <div className={styles.tooltip}>{words}</div> : null;
}
