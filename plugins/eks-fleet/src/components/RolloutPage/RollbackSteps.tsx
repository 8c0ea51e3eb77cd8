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
import { Button, Link, Text } from '@backstage/ui';
import type {
  RollbackStep,
  RolloutCellAct,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetRolloutsApiRef } from '../../api';
import { useRolloutAction } from '../../hooks/useRolloutAction';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import { safeUrl } from '../../lib/safeUrl';
import { rollbackStepStates } from '../../states';
import { Age } from '../Age';
import { ConfirmDialog } from '../ConfirmDialog';
import { Snippet } from '../Snippet';
import { StateBadge } from '../StateBadge';
import styles from './CellDetails.module.css';

/** What people and the portal do one after the other to take a cluster back, and how far each is. */
export function RollbackSteps(props: {
  steps: RollbackStep[];
  rolloutId: string;
  cellId: string;
  /** Of the cluster. */
  name: string;
  mayConfirm: boolean;
  onChanged: () => void;
}) {
  const { steps, rolloutId, cellId, name, mayConfirm, onChanged } = props;
  const t = useTranslation();
  const api = useApi(eksFleetRolloutsApiRef);
  const action = useRolloutAction();
  const [asked, setAsked] = useState<RollbackStep>();
  const close = () => {
    setAsked(undefined);
    action.forget();
  };
  const confirm = async ({ id, title }: RollbackStep, reason: string) => {
    const done = await action.run(
      () =>
        api.actOnRolloutCell(rolloutId, cellId, {
          act: 'confirmStep',
          step: id as RolloutCellAct['step'],
          reason: reason || undefined,
        }),
      t('cell.acted', { act: title, name }),
    );
    if (done) {
      close();
      onChanged();
    }
  };
  return (
    <>
      <ol className={styles.tracks} aria-label={t('cell.backSteps', { name })}>
        {steps.map(step => (
          <li key={step.id} className={styles.track}>
            <StepLine step={step} />
            {step.confirmable && mayConfirm && (
              <div className={styles.actions}>
                <Button
                  size="small"
                  variant="secondary"
                  aria-label={`${step.title}: ${t('cell.confirmStep')}`}
                  onPress={() => setAsked(step)}
                >
                  {t('cell.confirmStep')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
      {asked && (
        <ConfirmDialog
          title={t('cell.confirmStepTitle', { step: asked.title, name })}
          detail={`${asked.message}. ${t('cell.willConfirm')}`}
          confirm={t('cell.confirmStep')}
          reason="optional"
          action={action}
          onConfirm={reason => confirm(asked, reason)}
          onClose={close}
        />
      )}
    </>
  );
}

function StepLine(props: { step: RollbackStep }) {
  const { at, by, command, message, state, title, url } = props.step;
  const t = useTranslation();
  const look = rollbackStepStates[state];
  const href = url && safeUrl(url);
  return (
    <>
      <div className={styles.line}>
        <Text as="span" weight="bold">
          {title}
        </Text>
        <StateBadge look={look}>{t(look.word)}</StateBadge>
        {at && (
          <span className={styles.about}>
            {by
              ? t('cell.stepSaid', {
                  who: entityTitle(by),
                  age: <Age time={at} past />,
                })
              : t('cell.stepSeen', { age: <Age time={at} past /> })}
          </span>
        )}
        {href && (
          <Link href={href} target="_blank" title={href}>
            {t('cell.stepLink')}
          </Link>
        )}
      </div>
      {state !== 'done' && (
        <Text as="p" variant="body-small" color="secondary">
          {message}
        </Text>
      )}
      {command && <Snippet title={t('cell.stepCommand')} text={command} />}
    </>
  );
}
