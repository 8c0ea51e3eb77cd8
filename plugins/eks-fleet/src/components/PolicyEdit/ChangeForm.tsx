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

import {
  Alert,
  Radio,
  RadioGroup,
  Select,
  Text,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import type {
  PolicyEditProblem,
  PolicyLayer,
  PolicyLayers,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import {
  EDITED_MODES,
  problemAt,
  problemsElsewhere,
  saidBelow,
  type EditDraft,
  type EditTarget,
} from '../../lib/policyEdit';
import { policyModes } from '../../states';
import type { Translate } from '../../translation';
import { ParameterField } from './ParameterField';
import styles from './PolicyEdit.module.css';

/** What is to be, where, and why. */
export function ChangeForm(props: {
  layers: PolicyLayers;
  target: EditTarget;
  draft: EditDraft;
  /** Shown at the fields that they are of. */
  problems: PolicyEditProblem[];
  onTarget: (target: EditTarget) => void;
  onChange: (change: Partial<EditDraft>, field: string) => void;
}) {
  const { draft, layers, problems, target, onChange, onTarget } = props;
  const t = useTranslation();
  const path = target.kind === 'layer' ? target.path : undefined;
  const below = saidBelow(layers, path);
  const layer = layers.layers.find(each => each.path === path);
  const elsewhere = problemsElsewhere(problems, [
    'change.mode',
    'change.exclude.namespaces',
    ...layers.parameters.map(({ name }) => `change.parameters.${name}`),
    'reason',
    'ticket',
  ]);
  /** Says what is wrong at the field itself. */
  const checked = (field: string, label: string) => {
    const problem = problemAt(problems, field, label);
    return {
      label,
      validationBehavior: 'aria' as const,
      validate: () => problem,
    };
  };
  return (
    <>
      {elsewhere.length > 0 && (
        <Alert
          status="warning"
          icon
          role="alert"
          title={t('policyEdit.cannot')}
          description={elsewhere.join('; ')}
        />
      )}
      {target.kind === 'layer' ? (
        <Select
          label={t('policyEdit.where')}
          description={layer && saysText(t, layer)}
          options={layers.layers.map(each => ({
            value: each.path,
            label: each.mayEdit
              ? layerText(t, each)
              : `${layerText(t, each)} – ${t('policyEdit.layerNotAllowed')}`,
            disabled: !each.mayEdit,
          }))}
          value={target.path}
          onChange={value => onTarget({ kind: 'layer', path: String(value) })}
        />
      ) : (
        <Text as="p">
          {t('policyEdit.onClusters', {
            clusters: target.clusters.map(({ name }) => name).join(', '),
          })}
        </Text>
      )}
      <RadioGroup
        {...checked('change.mode', t('policyEdit.mode'))}
        value={draft.mode}
        onChange={mode =>
          onChange({ mode: mode as EditDraft['mode'] }, 'change')
        }
      >
        {EDITED_MODES.map(mode => (
          <Radio key={mode} value={mode}>
            {t(`policyEdit.mode_${mode}`)}
          </Radio>
        ))}
      </RadioGroup>
      <details className={styles.more}>
        <summary>{t('policyEdit.more')}</summary>
        <div className={styles.fields}>
          {layers.parameters.map(parameter => (
            <ParameterField
              key={parameter.name}
              parameter={parameter}
              checked={checked(
                `change.parameters.${parameter.name}`,
                parameter.name,
              )}
              text={
                draft.parameters[parameter.name] ??
                below.parameters[parameter.name] ??
                ''
              }
              onChange={text =>
                onChange(
                  {
                    parameters: { ...draft.parameters, [parameter.name]: text },
                  },
                  'change',
                )
              }
            />
          ))}
          <TextField
            {...checked(
              'change.exclude.namespaces',
              t('policyEdit.namespaces'),
            )}
            description={t('policyEdit.namespacesHint')}
            value={draft.namespaces ?? below.namespaces}
            onChange={namespaces => onChange({ namespaces }, 'change')}
            maxLength={4000}
            autoComplete="off"
          />
        </div>
      </details>
      <TextAreaField
        {...checked('reason', t('policyEdit.reason'))}
        description={t('policyEdit.reasonHint')}
        value={draft.reason}
        onChange={reason => onChange({ reason }, 'reason')}
        maxLength={1000}
        isRequired
      />
      <TextField
        {...checked('ticket', t('policyEdit.ticket'))}
        description={t('policyEdit.ticketHint')}
        value={draft.ticket}
        onChange={ticket => onChange({ ticket }, 'ticket')}
        maxLength={200}
        autoComplete="off"
      />
    </>
  );
}

/** Such as `environment prod (12 clusters)`. */
export function layerText(
  t: Translate,
  { clusters, kind, label = '', value = '' }: PolicyLayer,
): string {
  const layer = t(`policyEdit.layer_${kind}`, { label, value });
  return kind === 'cluster' || clusters === undefined
    ? layer
    : t('policyEdit.layerClusters', { layer, count: clusters });
}

function saysText(t: Translate, { says }: PolicyLayer): string {
  return says.mode
    ? t('policyEdit.says', { mode: t(policyModes[says.mode].word) })
    : t('policyEdit.saysNothing');
}
