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

import { memo, useEffect, useRef } from 'react';
import { Skeleton, Text } from '@backstage/ui';
import type {
  RolloutCell,
  RolloutWave,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { waveState } from '../../lib/rolloutOutcome';
import { formatDuration } from '../../lib/rolloutTimes';
import type { TimelineSpan } from '../../lib/rolloutTimeline';
import { gateStates, waveStates } from '../../states';
import type { Translate } from '../../translation';
import { StateBadge } from '../StateBadge';
import { StateCounts } from '../StateCounts';
import { Waits } from '../Waits';
import { CellGrid } from './CellGrid';
import { WaveLine } from './WaveLine';
import styles from './WaveRow.module.css';

/** One wave: its state and limits, its line of time, its gates and cells. */
export const WaveRow = memo(Row);

function Row(props: {
  wave: RolloutWave;
  spans: TimelineSpan[] | undefined;
  now: number | undefined;
  cells: RolloutCell[] | undefined;
  /** What the page says of the whole rollout already. */
  shown: string | undefined;
  /** Whether all cells have been read. */
  complete: boolean;
  /** Whether the page's address names it. */
  linked: boolean;
  openCell: string | undefined;
  onOpen: (cell: string) => void;
}) {
  const { wave, spans, now, cells, shown, complete, openCell, onOpen } = props;
  const { linked } = props;
  const t = useTranslation();
  const row = useRef<HTMLLIElement>(null);
  // Once, so that the page does not jump back while somebody reads on.
  useEffect(() => {
    if (linked) {
      row.current?.scrollIntoView?.({ block: 'center' });
    }
  }, [linked]);
  const state = waveState(wave);
  const name = t('rollout.waveTitle', {
    index: `${wave.index}`,
    name: wave.name,
  });
  return (
    <li
      ref={row}
      className={styles.wave}
      data-wave={wave.index}
      data-state={state}
      aria-current={linked || undefined}
    >
      <div className={styles.head}>
        <Text as="h4" variant="body-medium" weight="bold">
          {name}
        </Text>
        <StateBadge look={waveStates[state]}>
          {t(waveStates[state].word)}
        </StateBadge>
        <StateCounts outcome={wave.outcome} running={wave.running} />
        <small className={styles.limits}>{limits(wave, t)}</small>
      </div>
      <div className={styles.body}>
        {spans && <WaveLine wave={wave} spans={spans} now={now} />}
        <ul className={styles.gates}>
          {wave.gates.map(gate => (
            <li key={gate.id}>
              <StateBadge
                look={gateStates[gate.state]}
                title={gate.waiting?.message}
              >
                {t('rollout.gate', {
                  title: gate.title,
                  state: t(gateStates[gate.state].word),
                })}
              </StateBadge>
            </li>
          ))}
          {wave.bake.seconds > 0 && (
            <li className={styles.bake}>{bakeText(wave, t)}</li>
          )}
        </ul>
        {isUnderWay(wave) && (
          <div className={styles.why}>
            {wave.waiting && wave.waiting.message !== shown && (
              <Waits waiting={wave.waiting} />
            )}
          </div>
        )}
        {cells ? (
          <CellGrid
            label={t('rollout.cellsOfWave', {
              index: `${wave.index}`,
              name: wave.name,
            })}
            cells={cells}
            openCell={openCell}
            onOpen={onOpen}
          />
        ) : (
          !complete && (
            <Skeleton
              height={24 * Math.ceil(wave.cells / 40)}
              width={`${Math.min(100, 2.5 * wave.cells)}%`}
              aria-label={t('rollout.cellsLoading')}
            />
          )
        )}
      </div>
    </li>
  );
}

function isUnderWay({ lifecycle }: RolloutWave): boolean {
  return ['gated', 'running', 'baking'].includes(lifecycle);
}

function limits(wave: RolloutWave, t: Translate): string {
  const { concurrency, failureBudget } = wave;
  return [
    wave.production && t('rollout.production'),
    t('rollout.concurrency', { number: resolved(concurrency) }),
    t('rollout.budget', { number: resolved(failureBudget) }),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** A number, with the share that it comes from where it was a share. */
function resolved(share: RolloutWave['concurrency']): string {
  const number = `${share.resolved}`;
  return share.asked === number ? number : `${number} (${share.asked})`;
}

/** What the bake asks for, and how far it is; time that was not healthy does not count. */
function bakeText(wave: RolloutWave, t: Translate): string {
  const { bake } = wave;
  const asked = formatDuration(bake.seconds);
  if (!bake.startedAt) {
    return t('rollout.bake', { time: asked });
  }
  const healthy = formatDuration(bake.healthySeconds);
  return [
    bake.endedAt
      ? t('rollout.bakeDone', { healthy })
      : t('rollout.bakeNow', { healthy, asked }),
    bake.stoodStillSeconds > 0 &&
      t('rollout.bakeStill', { time: formatDuration(bake.stoodStillSeconds) }),
    bake.minimumSamples &&
      !bake.endedAt &&
      t('rollout.bakeSamples', {
        samples: `${bake.samples}`,
        asked: `${bake.minimumSamples}`,
      }),
  ]
    .filter(Boolean)
    .join(' · ');
}
