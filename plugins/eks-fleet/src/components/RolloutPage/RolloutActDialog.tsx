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
import { useNavigate } from 'react-router-dom';
import { useApi } from '@backstage/core-plugin-api';
import { Select, Text } from '@backstage/ui';
import type { Rollout } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetRolloutsApiRef } from '../../api';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useRolloutAction } from '../../hooks/useRolloutAction';
import { useTranslation } from '../../hooks/useTranslation';
import {
  actConsequence,
  skippableWaves,
  type RolloutActName,
} from '../../lib/rolloutActs';
import { ConfirmDialog } from '../ConfirmDialog';
import { PlanProblems } from '../PlanProblems';
import { UnassignedChooser } from './UnassignedChooser';

/** Asks before an act on a rollout, and says what it will do to how many cells. */
export function RolloutActDialog(props: {
  act: Exclude<RolloutActName, 'edit'>;
  rollout: Rollout;
  /** ARNs that are in a wave already. */
  known: ReadonlySet<string>;
  onClose: () => void;
  onDone: () => void;
}) {
  const { act, rollout, known, onClose, onDone } = props;
  const t = useTranslation();
  const links = useFleetLinks();
  const navigate = useNavigate();
  const api = useApi(eksFleetRolloutsApiRef);
  const action = useRolloutAction();
  const waves = skippableWaves(rollout);
  const [index, setIndex] = useState(waves[0]?.index);
  const wave =
    act === 'skipWave' ? waves.find(one => one.index === index) : undefined;
  const [chosen, setChosen] = useState<string[]>([]);
  const errors = (rollout.plan?.problems ?? []).filter(
    ({ severity }) => severity === 'error',
  );
  const word = t(`rolloutAct.${act}`);
  const dangerous = act === 'cancel' || act === 'skipWave';

  const confirm = async (reason: string) => {
    if (act === 'stragglers') {
      const made = await action.run(
        () => api.makeStragglerRollout(rollout.id),
        t('rolloutAct.stragglersDone'),
      );
      if (made) {
        onClose();
        navigate(links.rollout(made.id));
      }
      return;
    }
    const done = await action.run(
      () =>
        api.actOnRollout(rollout.id, {
          act,
          revision: rollout.revision,
          reason: reason || undefined,
          wave: wave?.index,
          clusters: act === 'assign' ? chosen : undefined,
        }),
      t('rolloutAct.doneAct', { act: word }),
    );
    if (done) {
      onClose();
      onDone();
    }
  };
  return (
    <ConfirmDialog
      title={t('rolloutAct.title', { act: word, title: rollout.title })}
      detail={actConsequence(act, rollout, wave, t)}
      confirm={word}
      destructive={dangerous}
      typed={act === 'cancel' ? rollout.name : undefined}
      reason={act === 'stragglers' ? 'none' : 'optional'}
      disabled={
        (act === 'assign' && chosen.length === 0) ||
        (act === 'start' && errors.length > 0)
      }
      action={action}
      onConfirm={confirm}
      onClose={onClose}
    >
      {act === 'start' && errors.length > 0 && (
        <>
          <Text as="p">{t('rolloutAct.errorsFirst')}</Text>
          <PlanProblems problems={errors} />
        </>
      )}
      {act === 'skipWave' && (
        <Select
          label={t('rolloutAct.wave')}
          options={waves.map(one => ({
            value: `${one.index}`,
            label: t('rollout.waveTitle', {
              index: `${one.index}`,
              name: one.name,
            }),
          }))}
          value={`${index}`}
          onChange={value => setIndex(Number(value))}
        />
      )}
      {act === 'assign' && (
        <UnassignedChooser
          rollout={rollout}
          known={known}
          chosen={chosen}
          onChange={setChosen}
        />
      )}
    </ConfirmDialog>
  );
}
