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
import { Alert, Button } from '@backstage/ui';
import type {
  Rollout,
  RolloutDraft,
  RolloutPreview,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetRolloutsApiRef } from '../../api';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useRolloutAction } from '../../hooks/useRolloutAction';
import { useTranslation } from '../../hooks/useTranslation';
import { errorMessage } from '../../lib/errors';
import { ConfirmDialog } from '../ConfirmDialog';
import styles from './RolloutWizard.module.css';

type Goal = 'draft' | 'plan' | 'start';

/** Saves the draft, makes it a plan, or starts it at once. */
export function CreateButtons(props: {
  draft: RolloutDraft;
  preview: RolloutPreview;
  /** What is edited; left out for a new one. */
  rollout?: Rollout;
  onCreated: () => void;
}) {
  const { draft, preview, onCreated } = props;
  const t = useTranslation();
  const api = useApi(eksFleetRolloutsApiRef);
  const links = useFleetLinks();
  const navigate = useNavigate();
  const action = useRolloutAction();
  const [asked, setAsked] = useState(false);
  // What was saved before a later step failed is gone on with.
  const [saved, setSaved] = useState(props.rollout);
  const hasErrors = preview.problems.some(
    ({ severity }) => severity === 'error',
  );
  const empty = preview.cells.length === 0;

  const create = async (goal: Goal, reason?: string) => {
    const done = await action.run(async () => {
      let made = saved
        ? await api.editRollout(saved.id, {
            ...draft,
            revision: saved.revision,
          })
        : await api.createRollout(draft);
      setSaved(made);
      if (goal !== 'draft' && made.lifecycle === 'draft') {
        made = await api.actOnRollout(made.id, {
          act: 'plan',
          revision: made.revision,
        });
        setSaved(made);
      }
      if (goal === 'start') {
        made = await api.actOnRollout(made.id, {
          act: 'start',
          revision: made.revision,
          reason,
        });
      }
      return made;
    }, t(`wizard.done_${goal}`));
    if (done) {
      navigate(links.rollout(done.id));
      onCreated();
    }
  };
  const cells = t('rollouts.cells', { count: preview.cells.length });
  return (
    <>
      {action.error && !asked && (
        <Alert
          status="danger"
          icon
          role="alert"
          title={t('fleetStop.failed', { message: errorMessage(action.error) })}
        />
      )}
      <div className={styles.line}>
        <Button
          isDisabled={hasErrors || empty}
          isPending={action.pending}
          onPress={() => {
            action.forget();
            setAsked(true);
          }}
        >
          {t('wizard.start')}
        </Button>
        <Button
          variant="secondary"
          isDisabled={hasErrors || empty}
          isPending={action.pending}
          onPress={() => create('plan')}
        >
          {t('wizard.plan')}
        </Button>
        <Button
          variant="secondary"
          isPending={action.pending}
          onPress={() => create('draft')}
        >
          {t('wizard.saveDraft')}
        </Button>
        {hasErrors && <span>{t('wizard.errorsFirst')}</span>}
      </div>
      {asked && (
        <ConfirmDialog
          title={t('rolloutAct.title', {
            act: t('rolloutAct.start'),
            title: draft.title,
          })}
          detail={t('rolloutAct.willStart', {
            cells,
            waves: `${preview.waves.length}`,
            first: preview.waves[0]?.name ?? '?',
          })}
          confirm={t('rolloutAct.start')}
          reason="optional"
          action={action}
          onConfirm={reason => create('start', reason || undefined)}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  );
}
