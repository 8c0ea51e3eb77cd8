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

import { useSearchParams } from 'react-router-dom';
import { Button, ButtonLink } from '@backstage/ui';
import type { Rollout } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import type { RolloutDraftState } from '../../hooks/useRolloutDraft';
import { useTranslation } from '../../hooks/useTranslation';
import {
  parseStep,
  toRolloutDraft,
  WIZARD_STEPS,
  type WizardStep,
} from '../../lib/rolloutDraft';
import { withParams } from '../../lib/withParams';
import { PageHeading } from '../PageHeading';
import { ChangeStep } from './ChangeStep';
import { PreviewStep } from './PreviewStep';
import { SelectionStep } from './SelectionStep';
import { StrategyStep } from './StrategyStep';
import styles from './RolloutWizard.module.css';

const STEPS = {
  change: ChangeStep,
  selection: SelectionStep,
  strategy: StrategyStep,
  preview: PreviewStep,
};

/** What a step gets. */
export interface StepProps {
  state: RolloutDraftState;
  /** What is edited; left out for a new one. */
  rollout?: Rollout;
  onStep: (step: WizardStep) => void;
}

/** Change, selection, strategy, preview; each has an address, and what is filled in stays. */
export function WizardSteps(props: {
  state: RolloutDraftState;
  rollout?: Rollout;
}) {
  const { state, rollout } = props;
  const t = useTranslation();
  const links = useFleetLinks();
  const [params, setParams] = useSearchParams();
  const step = parseStep(params.get('step'));
  const at = WIZARD_STEPS.indexOf(step);
  const goTo = (next: WizardStep) =>
    setParams(before =>
      withParams(before, { step: next === 'change' ? undefined : next }),
    );
  const made = toRolloutDraft(state.draft);
  const missing = 'missing' in made ? made.missing.step : undefined;
  const Step = STEPS[step];
  return (
    <>
      <PageHeading
        title={
          rollout ? t('wizard.edit', { title: rollout.title }) : t('wizard.new')
        }
      >
        {state.begun && (
          <Button size="small" variant="tertiary" onPress={state.clear}>
            {rollout ? t('wizard.revert') : t('wizard.startOver')}
          </Button>
        )}
        <ButtonLink
          size="small"
          variant="tertiary"
          href={rollout ? links.rollout(rollout.id) : links.rollouts()}
        >
          {t('wizard.leave')}
        </ButtonLink>
      </PageHeading>
      <ol className={styles.steps} aria-label={t('wizard.steps')}>
        {WIZARD_STEPS.map((name, index) => (
          <li key={name}>
            <button
              type="button"
              className={styles.step}
              aria-current={name === step ? 'step' : undefined}
              data-missing={name === missing || undefined}
              onClick={() => goTo(name)}
            >
              {t('wizard.step', {
                index: `${index + 1}`,
                name: t(`wizard.${name}`),
              })}
            </button>
          </li>
        ))}
      </ol>
      <Step state={state} rollout={rollout} onStep={goTo} />
      <div className={styles.foot}>
        {at > 0 && (
          <Button
            variant="secondary"
            onPress={() => goTo(WIZARD_STEPS[at - 1])}
          >
            {t('wizard.back')}
          </Button>
        )}
        {at < WIZARD_STEPS.length - 1 && (
          <Button onPress={() => goTo(WIZARD_STEPS[at + 1])}>
            {t('wizard.next')}
          </Button>
        )}
      </div>
    </>
  );
}
