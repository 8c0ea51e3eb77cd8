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
  Area,
  AreaChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { PolicyTrend } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { CHART_FILL } from '../../lib/chartColors';
import { formatDay } from '../../lib/time';
import {
  trendLandmarks,
  trendParts,
  type TrendPart,
} from '../../lib/trendView';
import { policyResults } from '../../states';
import type { Translate } from '../../translation';
import styles from './PolicyPage.module.css';

type Point = PolicyTrend['points'][number];

/** Two parts of one tone are told apart by how strongly they are filled. */
const OPACITY: Record<TrendPart, number> = {
  fail: 0.75,
  error: 0.75,
  warn: 0.35,
  exempt: 0.25,
};

/** The findings at the end of each day, the parts above one another. */
export function TrendChart(props: { points: Point[] }) {
  const { points } = props;
  const t = useTranslation();
  const parts = trendParts(points);
  const data = points.map(point => ({
    ...point,
    label: formatDay(point.day) ?? point.day,
    words: dayWords(t, point),
  }));
  return (
    <div
      role="img"
      aria-label={t('policy.trendChart', {
        summary: trendLandmarks(points)
          .map(point => dayWords(t, point))
          .join('; '),
      })}
    >
      <ResponsiveContainer width="100%" height={220}>
        <AreaChart
          data={data}
          margin={{ top: 8, right: 8, left: 8, bottom: 0 }}
        >
          <XAxis
            dataKey="label"
            tickLine={false}
            minTickGap={48}
            stroke="var(--bui-border-2)"
            tick={{ fill: 'var(--bui-fg-primary)', fontSize: 12 }}
          />
          <YAxis
            width={48}
            allowDecimals={false}
            axisLine={false}
            tickLine={false}
            tick={{ fill: 'var(--bui-fg-secondary)', fontSize: 12 }}
          />
          <Tooltip
            cursor={{ stroke: 'var(--bui-border-2)' }}
            content={<DayTooltip />}
          />
          {parts.map(part => (
            <Area
              key={part}
              dataKey={part}
              stackId="findings"
              isAnimationActive={false}
              stroke={CHART_FILL[policyResults[part].tone]}
              fill={CHART_FILL[policyResults[part].tone]}
              fillOpacity={OPACITY[part]}
            />
          ))}
        </AreaChart>
      </ResponsiveContainer>
    </div>
  );
}

function dayWords(t: Translate, point: Point): string {
  const words = trendParts([point]).map(
    part => `${point[part]} ${t(policyResults[part].word)}`,
  );
  return t('policy.trendDay', {
    day: formatDay(point.day) ?? point.day,
    words: words.join(', ') || '0',
  });
}

function DayTooltip(props: {
  active?: boolean;
  payload?: readonly { payload?: { words: string } }[];
}) {
  const words = props.active ? props.payload?.[0]?.payload?.words : undefined;
  return words ? <div className={styles.tooltip}>{words}</div> : null;
}
