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

import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { Button } from '@backstage/ui';
import type {
  Gate,
  GateDecision,
  Rollout,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetRolloutsApiRef } from '../../api';
import { useRolloutAction } from '../../hooks/useRolloutAction';
import { useTranslation } from '../../hooks/useTranslation';
import { ConfirmDialog } from '../ConfirmDialog';
import { Evidence } from './Evidence';
import styles from './GateItem.module.css';

/** Approves or rejects with a comment, on the evidence that is shown; holds and releases. */
export function GateDecide(props: {
  gate: Gate;
  rollout: Rollout;
  decisions: GateDecision['decision'][];
  onChanged: () => void;
}) {
  const { gate, rollout, decisions, onChanged } = props;
  const t = useTranslation();
  const api = useApi(eksFleetRolloutsApiRef);
  const action = useRolloutAction();
  const [asked, setAsked] = useState<GateDecision['decision']>();
  const wave = rollout.waves.find(({ index }) => index === gate.wave);
  const close = () => {
    setAsked(undefined);
    action.forget();
  };
  const decide = async (
    decision: GateDecision['decision'],
    comment: string,
  ) => {
    const done = await action.run(
      () =>
        api.decideGate(rollout.id, gate.id, {
          decision,
          comment: comment || undefined,
          planHash: rollout.plan?.hash,
        }),
      t(`gates.${decision}Done`),
    );
    if (done) {
      close();
      onChanged();
    }
  };
  return (
    <div className={styles.actions}>
      {decisions.map((decision, index) => (
        <Button
          key={decision}
          size="small"
          variant={index === 0 ? 'primary' : 'secondary'}
          onPress={() => setAsked(decision)}
        >
          {t(`gates.${decision}`)}
        </Button>
      ))}
      {asked && (
        <ConfirmDialog
          title={t('rolloutAct.title', {
            act: t(`gates.${asked}`),
            title: gate.title,
          })}
          detail={t(`gates.${asked}Will`, {
            wave: wave?.name ?? '?',
            cells: t('rollouts.cells', { count: wave?.cells ?? 0 }),
          })}
          confirm={t(`gates.${asked}`)}
          reason={asked === 'reject' ? 'needed' : 'optional'}
          action={action}
          onConfirm={comment => decide(asked, comment)}
          onClose={close}
        >
          {gate.evidence && (
            <Evidence title={t('gates.willFreeze')} evidence={gate.evidence} />
          )}
        </ConfirmDialog>
      )}
    </div>
  );
}
