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

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { Alert, Button, Select, Skeleton, Text } from '@backstage/ui';
import type { SavedStrategy } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetRolloutsApiRef } from '../../api';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import { parseStrategyText } from '../../lib/rolloutYaml';
import { yamlProblemText } from '../../lib/rolloutYamlText';
import { QueryView } from '../QueryView';
import { SaveStrategyDialog } from './SaveStrategyDialog';
import type { StepProps } from './WizardSteps';
import styles from './RolloutWizard.module.css';

/** How it is carried over the fleet: one of the strategies, as it is or edited. */
export function StrategyStep(props: StepProps) {
  const { draft, change } = props.state;
  const t = useTranslation();
  const api = useApi(eksFleetRolloutsApiRef);
  const query = useFleetQuery(useCallback(() => api.listStrategies(), [api]));
  const [saving, setSaving] = useState(false);
  const parsed = useMemo(() => parseStrategyText(draft.yaml), [draft.yaml]);
  const problem = 'problem' in parsed ? parsed.problem : undefined;
  const first = query.value?.items[0];
  const began = useRef(draft.yaml !== '');
  useEffect(() => {
    // Once, so that who empties the text finds it empty.
    if (first && !began.current) {
      began.current = true;
      change({ yaml: first.yaml });
    }
  }, [first, change]);
  const setYaml = useCallback((yaml: string) => change({ yaml }), [change]);
  return (
    <QueryView
      query={query}
      what={t('wizard.strategies')}
      permission="eks-fleet.view"
      skeleton={<Skeleton height={320} />}
    >
      {({ items }) => (
        <div className={styles.wide}>
          <div className={styles.form}>
            <Select
              label={t('wizard.strategyField')}
              placeholder={t('wizard.strategyNone')}
              options={items.map(item => ({
                value: item.strategy.name,
                label: strategyLabel(item, t(`wizard.origin_${item.origin}`)),
              }))}
              value={chosenOf(items, draft.yaml)?.strategy.name ?? null}
              onChange={name => {
                const chosen = items.find(
                  ({ strategy }) => strategy.name === name,
                );
                if (chosen) {
                  change({ yaml: chosen.yaml });
                }
              }}
            />
            <Text as="p" color="secondary">
              {chosenOf(items, draft.yaml)?.strategy.description ??
                t('wizard.strategyHint')}
            </Text>
          </div>
          <label htmlFor="strategy-yaml">
            <Text variant="body-medium" weight="bold">
              {t('wizard.yaml')}
            </Text>
          </label>
          <textarea
            id="strategy-yaml"
            className={styles.yaml}
            value={draft.yaml}
            spellCheck={false}
            maxLength={100_000}
            aria-invalid={Boolean(draft.yaml && problem)}
            onChange={event => setYaml(event.target.value)}
          />
          {draft.yaml.trim() && problem && (
            <Alert
              status="warning"
              icon
              role="alert"
              title={yamlProblemText(problem, t)}
            />
          )}
          <div>
            <Button
              size="small"
              variant="secondary"
              isDisabled={Boolean(problem)}
              onPress={() => setSaving(true)}
            >
              {t('wizard.saveAs')}
            </Button>
          </div>
          {saving && !problem && (
            <SaveStrategyDialog
              yaml={draft.yaml}
              onClose={() => setSaving(false)}
              onSaved={yaml => {
                setSaving(false);
                setYaml(yaml);
                query.retry();
              }}
            />
          )}
        </div>
      )}
    </QueryView>
  );
}

/** The strategy whose text stands there unchanged. */
function chosenOf(
  items: SavedStrategy[],
  yaml: string,
): SavedStrategy | undefined {
  return items.find(item => item.yaml.trim() === yaml.trim());
}

function strategyLabel({ strategy }: SavedStrategy, origin: string): string {
  return `${strategy.title ?? strategy.name} (${origin})`;
}
