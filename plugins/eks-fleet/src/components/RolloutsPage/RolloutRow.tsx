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

import { Link } from '@backstage/ui';
import type { Rollout } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import { changeText } from '../../lib/rolloutChange';
import { hasEnded, rolloutState } from '../../lib/rolloutOutcome';
import { rolloutStates } from '../../states';
import { ForecastLine } from '../ForecastLine';
import { Moment } from '../Moment';
import { StateBadge } from '../StateBadge';
import { StateCounts } from '../StateCounts';
import { Waits } from '../Waits';
import { WaveBar } from '../WaveBar';
import styles from './RolloutRow.module.css';

/** A rollout in short: what it changes, how far it is, why it waits, when it ends. */
export function RolloutRow(props: { rollout: Rollout }) {
  const { rollout } = props;
  const t = useTranslation();
  const links = useFleetLinks();
  const state = rolloutState(rollout);
  const over = hasEnded(rollout);
  return (
    <li className={styles.row} data-state={state}>
      <div className={styles.head}>
        <Link
          href={links.rollout(rollout.id)}
          weight="bold"
          standalone
          className={styles.title}
        >
          {rollout.title}
        </Link>
        <span className={styles.change}>
          {changeText(rollout.change, rollout.from, t)}
        </span>
        <StateBadge look={rolloutStates[state]}>
          {t(rolloutStates[state].word)}
        </StateBadge>
        <span className={styles.counts}>
          <StateCounts outcome={rollout.outcome} running={rollout.running} />
        </span>
      </div>
      {rollout.waves.length > 0 && (
        <WaveBar title={rollout.title} waves={rollout.waves} />
      )}
      {rollout.waiting && !over && <Waits waiting={rollout.waiting} titled />}
      <div className={styles.foot}>
        {over && (
          <span>
            {t('rollouts.ended_on', {
              time: <Moment time={rollout.endedAt} />,
            })}
          </span>
        )}
        {!over && rollout.forecast && (
          <ForecastLine forecast={rollout.forecast} />
        )}
        <span className={styles.who}>
          {rollout.startedBy
            ? t('rollouts.startedBy', { who: entityTitle(rollout.startedBy) })
            : t('rollouts.plannedBy', { who: entityTitle(rollout.createdBy) })}
        </span>
      </div>
    </li>
  );
}
