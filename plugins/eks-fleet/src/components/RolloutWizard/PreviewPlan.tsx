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

import { useMemo } from 'react';
import { Text } from '@backstage/ui';
import { RiCheckLine } from '@remixicon/react';
import type {
  PlannedCell,
  RolloutPreview,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { trackName } from '../../lib/rolloutCells';
import { formatDuration } from '../../lib/rolloutTimes';
import type { Translate } from '../../translation';
import { DataTable } from '../DataTable';
import { ForecastLine } from '../ForecastLine';
import { ForecastTables } from '../ForecastTables';
import { Panel } from '../Panel';
import { PlanProblems } from '../PlanProblems';
import styles from './RolloutWizard.module.css';

/** A plan before it is one. */
export function PreviewPlan(props: { preview: RolloutPreview }) {
  const { preview } = props;
  const { cells, forecast, problems, skipped, unassigned, waves } = preview;
  const t = useTranslation();
  const byWave = useMemo(() => {
    const map = new Map<number, PlannedCell[]>();
    for (const cell of cells) {
      map.set(cell.wave, [...(map.get(cell.wave) ?? []), cell]);
    }
    return map;
  }, [cells]);
  return (
    <>
      <Text as="h3" variant="body-large" weight="bold">
        {t('wizard.sum', {
          cells: t('rollouts.cells', { count: cells.length }),
          waves: t('wizard.waves', { count: waves.length }),
        })}
      </Text>
      <ForecastLine forecast={forecast} />
      <Panel title={t('plan.problems')}>
        {problems.length > 0 ? (
          <PlanProblems problems={problems} />
        ) : (
          <p className={styles.line}>
            <RiCheckLine size={16} aria-hidden /> {t('wizard.noProblems')}
          </p>
        )}
      </Panel>
      <Panel title={t('rollout.wavesTitle')}>
        <DataTable label={t('rollout.wavesTitle')}>
          <thead>
            <tr>
              <th scope="col">{t('forecast.wave')}</th>
              <th scope="col" data-align="end">
                {t('plan.cells')}
              </th>
              <th scope="col">{t('wizard.atOnce')}</th>
              <th scope="col" data-wide>
                {t('wizard.mayFail')}
              </th>
              <th scope="col">{t('rollout.spanBake')}</th>
              <th scope="col" data-wide>
                {t('rollout.tabGates')}
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
                  {wave.production && ` · ${t('rollout.production')}`}
                </th>
                <td data-align="end">{wave.cells}</td>
                <td>
                  {wave.concurrency.resolved} ({wave.concurrency.asked})
                </td>
                <td data-wide>
                  {wave.failureBudget.resolved} ({wave.failureBudget.asked})
                </td>
                <td>{formatDuration(wave.bakeSeconds)}</td>
                <td data-wide>
                  {(wave.gates ?? []).map(({ title }) => title).join(', ')}
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
        {waves.map(wave => (
          <details key={wave.index}>
            <summary className={styles.summary}>
              {t('wizard.traceOf', {
                wave: `${wave.index} ${wave.name}`,
                cells: t('rollouts.cells', { count: wave.cells }),
              })}
            </summary>
            <CellTrace cells={byWave.get(wave.index) ?? []} />
          </details>
        ))}
      </Panel>
      <LeftOut
        title={t('wizard.unassigned')}
        items={unassigned.map(({ name, reason }) => ({ name, reason }))}
      />
      <LeftOut
        title={t('wizard.skipped')}
        items={skipped.map(({ name, reason }) => ({ name, reason }))}
      />
      <Panel title={t('rollout.tabForecast')}>
        <ForecastTables forecast={forecast} waves={waves} />
      </Panel>
    </>
  );
}

function CellTrace(props: { cells: PlannedCell[] }) {
  const t = useTranslation();
  return (
    <ul className={styles.trace}>
      {props.cells.flatMap(cell =>
        cell.clusters.map(cluster => (
          <li key={cluster.arn}>
            <strong>{cluster.name}</strong>: {cluster.trace}
            <div className={styles.about}>
              {cluster.tracks.map(track => tracePath(track, t)).join('; ')}
            </div>
          </li>
        )),
      )}
    </ul>
  );
}

function tracePath(
  track: PlannedCell['clusters'][number]['tracks'][number],
  t: Translate,
): string {
  const hops = track.hops.length ? track.hops : [track.to ?? '?'];
  return `${trackName(track, t)} ${[track.from ?? '?', ...hops].join(' → ')}`;
}

function LeftOut(props: {
  title: string;
  items: { name: string; reason: string }[];
}) {
  const { title, items } = props;
  return items.length === 0 ? null : (
    <details>
      <summary className={styles.summary}>
        {title} ({items.length})
      </summary>
      <ul className={styles.trace}>
        {items.map(({ name, reason }) => (
          <li key={name}>
            <strong>{name}</strong>: {reason}
          </li>
        ))}
      </ul>
    </details>
  );
}
