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
import type { RollbackClock } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { rollbackStates } from '../../states';
import { Age } from '../Age';
import { StateBadge } from '../StateBadge';
import styles from './CellDetails.module.css';

const WAYS = {
  git: 'cell.wayGit',
  direct: 'cell.wayDirect',
  guided: 'cell.wayGuided',
} as const;

/** Whether the cluster can go back, until when, and why not. */
export function RollbackLine(props: { clock: RollbackClock }) {
  const { clock } = props;
  const t = useTranslation();
  if (clock.state === 'notNeeded') {
    return null;
  }
  const look = rollbackStates[clock.state];
  return (
    <div>
      <div className={styles.line}>
        <StateBadge look={look}>{t(look.word)}</StateBadge>
        {clock.until && (
          <span className={styles.about}>
            {t('cell.rollbackUntil', { time: <Age time={clock.until} /> })}
          </span>
        )}
        {clock.way && clock.way !== 'none' && (
          <span className={styles.about}>{t(WAYS[clock.way])}</span>
        )}
      </div>
      <Text as="p" variant="body-small" color="secondary">
        {clock.message}
      </Text>
      {clock.readiness && (
        <Text as="p" variant="body-small" color="secondary">
          {clock.readiness.message}
          {clock.readiness.observedAt && (
            <>
              {' '}
              (<Age time={clock.readiness.observedAt} />)
            </>
          )}
        </Text>
      )}
    </div>
  );
}
