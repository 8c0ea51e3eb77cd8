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
  Cell,
  LabelList,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useTranslation } from '../../hooks/useTranslation';
import { CHART_FILL } from '../../lib/chartColors';
import { formatDay } from '../../lib/time';
import type { VersionOnDay } from '../../lib/versionForecast';
import { supportStates } from '../../states';
import styles from './VersionsChart.module.css';

/** A bar for each version in the colour of its support; a click opens its clusters. */
export function VersionsChart(props: {
  versions: VersionOnDay[];
  onSelect: (version: string) => void;
}) {
  const { versions, onSelect } = props;
  const t = useTranslation();
  const data = versions.map(version => ({
    ...version,
    word: t(supportStates[version.state].word),
  }));
  const summary = data
    .map(({ version, clusters, word }) => `${version} (${word}): ${clusters}`)
    .join(', ');
  return (
    <div
      className={styles.chart}
      role="img"
      aria-label={`${t('overview.versions')}: ${summary}`}
    >
      <ResponsiveContainer width="100%" height={220}>
        <BarChart
          data={data}
          margin={{ top: 22, right: 8, left: 8, bottom: 0 }}
        >
          <XAxis
            dataKey="version"
            tickLine={false}
            stroke="var(--bui-border-2)"
            tick={{ fill: 'var(--bui-fg-primary)', fontSize: 12 }}
          />
          <YAxis hide allowDecimals={false} />
          <Tooltip
            cursor={{ fill: 'var(--bui-bg-neutral-2)' }}
            content={<VersionTooltip />}
          />
          <Bar
            dataKey="clusters"
            isAnimationActive={false}
            maxBarSize={56}
            radius={[3, 3, 0, 0]}
            cursor="pointer"
            onClick={entry => onSelect(String(entry.payload?.version ?? ''))}
          >
            {data.map(({ version, state }) => (
              <Cell
                key={version}
                fill={CHART_FILL[supportStates[state].tone]}
              />
            ))}
            <LabelList
              dataKey="clusters"
              position="top"
              fill="var(--bui-fg-primary)"
              fontSize={12}
            />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

function VersionTooltip(props: {
  active?: boolean;
  payload?: readonly { payload?: VersionOnDay & { word: string } }[];
}) {
  const entry = props.active ? props.payload?.[0]?.payload : undefined;
  if (!entry) {
    return null;
  }
  return (
    <div className={styles.tooltip}>
      <strong>{entry.version}</strong>: {entry.clusters} · {entry.word}
      {entry.endsAt && ` → ${formatDay(entry.endsAt)}`}
    </div>
  );
}
