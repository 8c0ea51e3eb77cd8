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

import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { ButtonLink, Link, Text } from '@backstage/ui';
import type { Rollout } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetRolloutsApiRef } from '../../api';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useRolloutSignal } from '../../hooks/useRolloutSignal';
import { useTranslation } from '../../hooks/useTranslation';
import { changeText } from '../../lib/rolloutChange';
import { rolloutState } from '../../lib/rolloutOutcome';
import { ROLLOUT_GROUPS } from '../../lib/rolloutView';
import { rolloutStates } from '../../states';
import { Panel } from '../Panel';
import { StateBadge } from '../StateBadge';
import { Waits } from '../Waits';
import { WaveBar } from '../WaveBar';
import styles from './RolloutsPanel.module.css';

const SHOWN = 3;

/** Rollouts that run or wait; not there where they cannot be read. */
export function RolloutsPanel() {
  const t = useTranslation();
  const api = useApi(eksFleetRolloutsApiRef);
  const links = useFleetLinks();
  const { value, error, retry } = useFleetQuery(
    useCallback(
      () =>
        api.listRollouts({
          filter: { lifecycle: ROLLOUT_GROUPS.moving },
          limit: SHOWN,
        }),
      [api],
    ),
    { pollSeconds: 30 },
  );
  useRolloutSignal(retry);
  // An answer of before would pass for one of now.
  if (!value || error) {
    return null;
  }
  return (
    <div className={styles.rollouts}>
      <Panel
        title={t('overview.rollouts')}
        actions={
          <ButtonLink size="small" variant="tertiary" href={links.rollouts()}>
            {t('overview.rolloutsAll', { total: `${value.totalItems}` })}
          </ButtonLink>
        }
      >
        {value.items.length === 0 ? (
          <Text as="p" color="secondary">
            {t('overview.rolloutsNone')}
          </Text>
        ) : (
          <ul className={styles.list}>
            {value.items.map(rollout => (
              <Line key={rollout.id} rollout={rollout} />
            ))}
          </ul>
        )}
      </Panel>
    </div>
  );
}

function Line(props: { rollout: Rollout }) {
  const { rollout } = props;
  const t = useTranslation();
  const links = useFleetLinks();
  const look = rolloutStates[rolloutState(rollout)];
  return (
    <li className={styles.line}>
      <span className={styles.name}>
        <Link href={links.rollout(rollout.id)} weight="bold">
          {rollout.title}
        </Link>{' '}
        {changeText(rollout.change, rollout.from, t)}
      </span>
      <StateBadge look={look}>{t(look.word)}</StateBadge>
      <WaveBar title={rollout.title} waves={rollout.waves} />
      {rollout.waiting && <Waits waiting={rollout.waiting} />}
    </li>
  );
}
