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

import type { RolloutWave } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { waveState } from '../../lib/rolloutOutcome';
import { waveStates } from '../../states';
import type { Translate } from '../../translation';
import styles from './WaveBar.module.css';

/** The waves of a rollout side by side, each as wide as it has cells. */
export function WaveBar(props: { title: string; waves: RolloutWave[] }) {
  const { title, waves } = props;
  const t = useTranslation();
  return (
    <ol className={styles.bar} aria-label={t('rollouts.waves', { title })}>
      {waves.map(wave => {
        const state = waveState(wave);
        const Icon = waveStates[state].icon;
        const about = describe(wave, t);
        const done = finished(wave);
        return (
          <li
            key={wave.index}
            className={styles.wave}
            style={{ flexGrow: Math.max(1, Math.sqrt(wave.cells)) }}
            data-tone={waveStates[state].tone}
            data-state={state}
            aria-label={about}
            title={about}
          >
            {wave.cells > 0 && (
              <span
                className={styles.done}
                style={{ width: `${(100 * done) / wave.cells}%` }}
              />
            )}
            <Icon size={12} aria-hidden className={styles.icon} />
          </li>
        );
      })}
    </ol>
  );
}

function finished({ outcome }: RolloutWave): number {
  return outcome.total - outcome.notReached;
}

function describe(wave: RolloutWave, t: Translate): string {
  const { failed } = wave.outcome;
  return [
    t('rollouts.wave', {
      index: `${wave.index}`,
      name: wave.name,
      state: t(waveStates[waveState(wave)].word),
      done: `${finished(wave)}`,
      cells: `${wave.cells}`,
    }),
    failed > 0 && t('rollouts.waveFailed', { failed: `${failed}` }),
  ]
    .filter(Boolean)
    .join(', ');
}
