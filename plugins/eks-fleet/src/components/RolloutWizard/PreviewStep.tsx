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
import { Alert, Button, Skeleton } from '@backstage/ui';
import type { RolloutDraft } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetRolloutsApiRef } from '../../api';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import { errorMessage, isBadRequest } from '../../lib/errors';
import { toRolloutDraft, type DraftProblem } from '../../lib/rolloutDraft';
import { locateProblem } from '../../lib/rolloutYaml';
import { yamlProblemText } from '../../lib/rolloutYamlText';
import type { Translate } from '../../translation';
import { EmptyState, QueryView } from '../QueryView';
import { CreateButtons } from './CreateButtons';
import { PreviewPlan } from './PreviewPlan';
import type { StepProps } from './WizardSteps';
import styles from './RolloutWizard.module.css';

/** What would happen: waves, cells, what speaks against it, and when it ends. */
export function PreviewStep(props: StepProps) {
  const { state, rollout, onStep } = props;
  const t = useTranslation();
  const made = toRolloutDraft(state.draft);
  if ('missing' in made) {
    const { missing } = made;
    return (
      <EmptyState
        title={t('wizard.notYet')}
        detail={missingText(missing, t)}
        action={
          <Button variant="secondary" onPress={() => onStep(missing.step)}>
            {t('wizard.goTo', { name: t(`wizard.${missing.step}`) })}
          </Button>
        }
      />
    );
  }
  return (
    <Preview
      draft={made.draft}
      yaml={state.draft.yaml}
      state={state}
      rollout={rollout}
      onStep={onStep}
    />
  );
}

function Preview(
  props: StepProps & {
    draft: RolloutDraft;
    yaml: string;
  },
) {
  const { draft, yaml, state, rollout, onStep } = props;
  const t = useTranslation();
  const api = useApi(eksFleetRolloutsApiRef);
  const key = JSON.stringify(draft);
  const query = useFleetQuery(
    useCallback(() => api.previewRollout(JSON.parse(key)), [api, key]),
  );
  if (query.error && isBadRequest(query.error)) {
    const problem = locateProblem(errorMessage(query.error), yaml);
    return (
      <Alert
        status="danger"
        icon
        role="alert"
        title={t('wizard.refused')}
        description={yamlProblemText(problem, t)}
        customActions={
          <Button
            size="small"
            variant="secondary"
            onPress={() => onStep(problem.field ? 'strategy' : 'change')}
          >
            {t('wizard.goTo', {
              name: problem.field ? t('wizard.strategy') : t('wizard.change'),
            })}
          </Button>
        }
      />
    );
  }
  return (
    <QueryView
      query={query}
      what={t('wizard.previewWhat')}
      permission="eks-fleet.rollout.plan"
      skeleton={<Skeleton height={360} />}
    >
      {preview => (
        <div className={styles.wide}>
          <PreviewPlan preview={preview} />
          <CreateButtons
            draft={draft}
            preview={preview}
            rollout={rollout}
            onCreated={state.clear}
          />
        </div>
      )}
    </QueryView>
  );
}

function missingText(missing: DraftProblem, t: Translate): string {
  return missing.step === 'strategy' && missing.yaml
    ? yamlProblemText(missing.yaml, t)
    : t(`wizard.missing_${missing.problem}`);
}
