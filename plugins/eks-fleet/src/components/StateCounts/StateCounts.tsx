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

import type { RolloutOutcome } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { outcomeParts } from '../../lib/rolloutOutcome';
import { outcomeStates } from '../../states';
import { StateBadge } from '../StateBadge';
import styles from './StateCounts.module.css';

/** How many cells became what. */
export function StateCounts(props: {
  outcome: RolloutOutcome;
  /** Of those that are not reached, how many are under way. */
  running?: number;
}) {
  const { outcome, running = 0 } = props;
  const t = useTranslation();
  return (
    <span className={styles.counts}>
      {outcomeParts(outcome).map(({ part, count }) => (
        <StateBadge key={part} look={outcomeStates[part]}>
          {t('rollouts.count', {
            total: `${count}`,
            part: t(outcomeStates[part].word),
          })}
        </StateBadge>
      ))}
      {running > 0 && (
        <span className={styles.running}>
          {t('rollouts.underWay', { running: `${running}` })}
        </span>
      )}
    </span>
  );
}
