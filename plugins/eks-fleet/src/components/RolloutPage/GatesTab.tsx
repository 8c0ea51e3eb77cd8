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
import { useSelf } from '../../hooks/useSelf';
import { useTranslation } from '../../hooks/useTranslation';
import { EmptyState } from '../QueryView';
import { GateItem } from './GateItem';
import styles from './RolloutTabs.module.css';

/** The gates of each wave: what they saw, who decided, and what the reader can decide. */
export function GatesTab(props: { rollout: Rollout; onChanged: () => void }) {
  const { rollout, onChanged } = props;
  const t = useTranslation();
  const self = useSelf()?.userRef;
  const waves = rollout.waves.filter(({ gates }) => gates.length > 0);
  if (waves.length === 0) {
    return (
      <EmptyState title={t('gates.none')} detail={t('gates.noneDetail')} />
    );
  }
  return (
    <div className={styles.panel}>
      {waves.map(wave => {
        const name = t('rollout.waveTitle', {
          index: `${wave.index}`,
          name: wave.name,
        });
        return (
          <section key={wave.index} aria-label={name}>
            <Text as="h4" variant="body-medium" weight="bold">
              {name}
            </Text>
            <ul className={styles.list}>
              {wave.gates.map(gate => (
                <GateItem
                  key={gate.id}
                  gate={gate}
                  rollout={rollout}
                  self={self}
                  onChanged={onChanged}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
