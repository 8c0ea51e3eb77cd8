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
import { Button, Text } from '@backstage/ui';
import type {
  Rollout,
  RolloutCellDetail,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetRolloutsApiRef } from '../../api';
import { useRolloutAction } from '../../hooks/useRolloutAction';
import { useSelf } from '../../hooks/useSelf';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import {
  cellActConsequence,
  needsForce,
  needsSecondPerson,
  offeredCellActs,
  requestOf,
  type CellActName,
} from '../../lib/rolloutCellActs';
import { hasEnded } from '../../lib/rolloutOutcome';
import { ConfirmDialog } from '../ConfirmDialog';
import styles from './CellDetails.module.css';

/** What can be done with a cell; each act asks first, dangerous ones for its name. */
export function CellActions(props: {
  rollout: Rollout;
  detail: RolloutCellDetail;
  onChanged: () => void;
}) {
  const { rollout, detail, onChanged } = props;
  const { cell } = detail;
  const t = useTranslation();
  const api = useApi(eksFleetRolloutsApiRef);
  const action = useRolloutAction();
  const self = useSelf()?.userRef;
  const [asked, setAsked] = useState<CellActName>();
  const last = asked && requestOf(asked, detail);
  // Who asked cannot agree, and asks anew.
  const request = last?.by === self ? undefined : last;
  const acts = offeredCellActs(detail, hasEnded(rollout));
  if (acts.length === 0) {
    return null;
  }
  const close = () => {
    setAsked(undefined);
    action.forget();
  };
  const confirm = async (act: CellActName, reason: string) => {
    const force =
      act === 'rollBack' && (request ? request.force : needsForce(cell));
    const done = await action.run(
      () =>
        api.actOnRolloutCell(rollout.id, cell.id, {
          act,
          reason: reason || undefined,
          secondPerson: request?.id,
          ...(force && { force }),
        }),
      t(needsSecondPerson(act) && !request ? 'cell.askedFor' : 'cell.acted', {
        act: t(`cell.${act}`),
        name: cell.name,
      }),
    );
    if (done) {
      close();
      onChanged();
    }
  };
  return (
    <div className={styles.actions}>
      {acts.map(act => (
        <Button
          key={act}
          size="small"
          variant="secondary"
          destructive={needsSecondPerson(act)}
          onPress={() => setAsked(act)}
        >
          {t(`cell.${act}`)}
        </Button>
      ))}
      {asked && (
        <ConfirmDialog
          title={t('rolloutAct.title', {
            act: t(`cell.${asked}`),
            title: cell.name,
          })}
          detail={cellActConsequence(asked, detail, request, t)}
          confirm={t(`cell.${asked}`)}
          destructive={needsSecondPerson(asked)}
          typed={needsSecondPerson(asked) ? cell.name : undefined}
          reason={needsSecondPerson(asked) ? 'needed' : 'optional'}
          action={action}
          onConfirm={reason => confirm(asked, reason)}
          onClose={close}
        >
          {request && (
            <Text as="p">
              {t('cell.requested', {
                who: entityTitle(request.by),
                reason: request.reason ?? '?',
              })}
            </Text>
          )}
        </ConfirmDialog>
      )}
    </div>
  );
}
