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

import { useMemo } from 'react';
import { useParams } from 'react-router-dom';
import { ButtonLink, Skeleton } from '@backstage/ui';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useRollout } from '../../hooks/useRollout';
import { useRolloutDraft } from '../../hooks/useRolloutDraft';
import { useTranslation } from '../../hooks/useTranslation';
import { isNotFound } from '../../lib/errors';
import { fromRollout } from '../../lib/rolloutDraft';
import { isPlan } from '../../lib/rolloutOutcome';
import { EmptyState, QueryView } from '../QueryView';
import { WizardSteps } from './WizardSteps';
import type { Rollout } from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** Plans a rollout, or edits one that has not begun. */
export function RolloutWizard() {
  const { rollout: id } = useParams();
  return id === undefined ? <NewRollout /> : <EditedRollout id={id} />;
}

function NewRollout() {
  return <WizardSteps state={useRolloutDraft('new')} />;
}

function EditedRollout(props: { id: string }) {
  const { id } = props;
  const t = useTranslation();
  const links = useFleetLinks();
  const query = useRollout(id, 0);
  const missing = query.error && isNotFound(query.error);
  if (missing || (query.value && !isPlan(query.value))) {
    return (
      <EmptyState
        title={missing ? t('rollout.notThere') : t('wizard.begun')}
        detail={missing ? t('rollout.notThereDetail') : t('wizard.begunDetail')}
        action={
          <ButtonLink href={missing ? links.rollouts() : links.rollout(id)}>
            {missing ? t('rollout.all') : t('wizard.openRollout')}
          </ButtonLink>
        }
      />
    );
  }
  return (
    <QueryView
      query={query}
      what={t('rollout.what')}
      permission="eks-fleet.rollout.plan"
      skeleton={<Skeleton height={360} />}
    >
      {rollout => <Edit rollout={rollout} />}
    </QueryView>
  );
}

function Edit(props: { rollout: Rollout }) {
  const { rollout } = props;
  const initial = useMemo(() => fromRollout(rollout), [rollout]);
  return (
    <WizardSteps
      rollout={rollout}
      state={useRolloutDraft(rollout.id, initial)}
    />
  );
}
