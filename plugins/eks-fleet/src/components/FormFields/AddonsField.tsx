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
import { Checkbox, CheckboxGroup } from '@backstage/ui';
import { useCurrentThing } from '../../hooks/useCurrentThing';
import { useTemplateForm } from '../../hooks/useTemplateForm';
import { useTranslation } from '../../hooks/useTranslation';
import { errorMessage } from '../../lib/errors';
import { addonChoices } from '../../formFields/addonChoices';
import { listOf, mapOf, textOf } from '../../formFields/templateValues';
import type {
  AddonsOptions,
  FormFieldOptions,
  FormFieldProps,
} from '../../formFields/types';
import { FieldShell, fieldTitle } from './FieldShell';
import { OptionsView } from './OptionsView';
import styles from './FormFields.module.css';

/** Add-ons, each with the newest version that fits the cluster's. */
export function AddonsField(
  props: FormFieldProps<string[], FormFieldOptions & AddonsOptions>,
) {
  const { formData = [], onChange, schema } = props;
  const { gitops, of } = props.uiSchema['ui:options'] ?? {};
  const t = useTranslation();
  const { owner, purpose, values } = useTemplateForm(props);
  const current = useCurrentThing(purpose, values);
  const spec = current.value?.spec;
  const present = useMemo(
    () => spec && namesOf(gitops ? spec.gitopsAddons : spec.addons),
    [gitops, spec],
  );
  const kubernetesVersion =
    textOf(spec?.kubernetesVersion) ?? textOf(values.kubernetesVersion);
  const names = listOf(mapOf(schema.items)?.enum).map(String);
  return (
    <FieldShell field={props} untitled>
      {current.error && (
        <p role="status" className={styles.problem}>
          {t('formField.currentFailed', {
            message: errorMessage(current.error),
          })}
        </p>
      )}
      <OptionsView owner={current.value?.owner ?? owner}>
        {options => {
          const choices = addonChoices({
            names: gitops ? [...names, ...(options.gitopsAddons ?? [])] : names,
            known: gitops ? [] : options.addons,
            kubernetesVersion,
            present,
            of,
          });
          return choices.length === 0 ? (
            <p role="status" className={styles.hint}>
              {t('formField.noAddons')}
            </p>
          ) : (
            <CheckboxGroup
              label={fieldTitle(props)}
              value={formData}
              onChange={onChange}
            >
              {choices.map(({ incompatible, name, version }) => (
                <Checkbox
                  key={name}
                  value={name}
                  isDisabled={incompatible && !formData.includes(name)}
                >
                  {[
                    name,
                    version,
                    incompatible &&
                      t('formField.addonIncompatible', {
                        version: kubernetesVersion ?? '',
                      }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </Checkbox>
              ))}
            </CheckboxGroup>
          );
        }}
      </OptionsView>
    </FieldShell>
  );
}

function namesOf(addons: unknown): string[] {
  return listOf(addons).map(each => String(mapOf(each)?.name ?? each));
}
