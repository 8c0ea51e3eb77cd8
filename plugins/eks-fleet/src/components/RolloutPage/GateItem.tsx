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
import type {
  Gate,
  Rollout,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { gateRight } from '../../lib/rolloutGates';
import { gateStates } from '../../states';
import { Age } from '../Age';
import { StateBadge } from '../StateBadge';
import { Waits } from '../Waits';
import { Evidence } from './Evidence';
import { GateDecisionLine } from './GateDecisionLine';
import { GateDecide } from './GateDecide';
import styles from './GateItem.module.css';

/** One gate. */
export function GateItem(props: {
  gate: Gate;
  rollout: Rollout;
  self: string | undefined;
  onChanged: () => void;
}) {
  const { gate, rollout, self, onChanged } = props;
  const { decisions = [] } = gate;
  const t = useTranslation();
  const right = gateRight(gate, rollout, self);
  const look = gateStates[gate.state];
  return (
    <li className={styles.gate} data-gate={gate.id}>
      <div className={styles.line}>
        <strong>{gate.title}</strong>
        <StateBadge look={look}>{t(look.word)}</StateBadge>
        <span className={styles.about}>
          {gate.phase === 'before' ? t('gates.before') : t('gates.after')}
        </span>
        {gate.needed !== undefined && gate.needed > 1 && (
          <span className={styles.about}>
            {t('gates.needed', { needed: `${gate.needed}` })}
          </span>
        )}
        {gate.checkedAt && (
          <span className={styles.about}>
            {t('gates.checked', { age: <Age time={gate.checkedAt} past /> })}
          </span>
        )}
        {gate.openedAt && (
          <span className={styles.about}>
            {t('gates.opened', { age: <Age time={gate.openedAt} past /> })}
          </span>
        )}
        {gate.expiresAt && gate.state !== 'open' && (
          <span className={styles.about}>
            {t('gates.expires', { age: <Age time={gate.expiresAt} /> })}
          </span>
        )}
      </div>
      {gate.waiting && gate.state !== 'open' && (
        <Waits waiting={gate.waiting} />
      )}
      {decisions.map(decision => (
        <GateDecisionLine
          key={`${decision.by}/${decision.at}`}
          decision={decision}
        />
      ))}
      {gate.evidence && (
        <Evidence title={t('gates.evidence')} evidence={gate.evidence} />
      )}
      {right.kind === 'may' && (
        <GateDecide
          gate={gate}
          rollout={rollout}
          decisions={right.decisions}
          onChanged={onChanged}
        />
      )}
      {right.kind === 'not' && right.why !== 'over' && (
        <Text as="p" variant="body-small" color="secondary">
          {t(`gates.${right.why}`)}
        </Text>
      )}
    </li>
  );
}
