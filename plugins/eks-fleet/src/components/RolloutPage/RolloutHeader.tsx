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

import { Link, Text } from '@backstage/ui';
import type { Rollout } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import type { RolloutCells } from '../../hooks/useRolloutCells';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import { changeText } from '../../lib/rolloutChange';
import { hasEnded, rolloutState } from '../../lib/rolloutOutcome';
import { rolloutStates } from '../../states';
import { CopyLinkButton } from '../CopyLinkButton';
import { ForecastLine } from '../ForecastLine';
import { Moment } from '../Moment';
import { StateBadge } from '../StateBadge';
import { StateCounts } from '../StateCounts';
import { Waits } from '../Waits';
import { RolloutActions } from './RolloutActions';
import styles from './RolloutHeader.module.css';

/** The rollout in a sentence, why it waits, and what can be done. */
export function RolloutHeader(props: {
  rollout: Rollout;
  cells: RolloutCells;
  onChanged: () => void;
}) {
  const { rollout, cells, onChanged } = props;
  const t = useTranslation();
  const links = useFleetLinks();
  const state = rolloutState(rollout);
  const over = hasEnded(rollout);
  return (
    <header className={styles.header}>
      <div className={styles.line}>
        <Link href={links.rollouts()} variant="body-small">
          {t('rollout.all')}
        </Link>
      </div>
      <div className={styles.line}>
        <Text as="h2" variant="title-x-small" weight="bold">
          {rollout.title}
        </Text>
        <span className={styles.change}>
          {changeText(rollout.change, rollout.from, t)}
        </span>
        <StateBadge look={rolloutStates[state]}>
          {t(rolloutStates[state].word)}
        </StateBadge>
        <StateCounts outcome={rollout.outcome} running={rollout.running} />
        <div className={styles.actions}>
          <CopyLinkButton />
          <RolloutActions
            rollout={rollout}
            cells={cells}
            onChanged={onChanged}
          />
        </div>
      </div>
      {!over && (
        <div className={styles.why}>
          {rollout.waiting && <Waits waiting={rollout.waiting} titled />}
        </div>
      )}
      <div className={styles.line}>
        {over ? (
          <span className={styles.about}>
            {t('rollouts.ended_on', {
              time: <Moment time={rollout.endedAt} />,
            })}
          </span>
        ) : (
          rollout.forecast && <ForecastLine forecast={rollout.forecast} />
        )}
        <span className={styles.about}>
          {[
            rollout.startedBy
              ? t('rollouts.startedBy', { who: entityTitle(rollout.startedBy) })
              : t('rollouts.plannedBy', {
                  who: entityTitle(rollout.createdBy),
                }),
            t('rollout.executorBy', { executor: rollout.executor }),
            t('rollout.strategyOf', {
              name: rollout.strategy.title ?? rollout.strategy.name,
            }),
          ].join(' · ')}
        </span>
      </div>
    </header>
  );
}
