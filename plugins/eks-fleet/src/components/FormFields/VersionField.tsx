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

import { useCallback, useId } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { compareVersions } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetApiRef } from '../../api';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useNow } from '../../hooks/useNow';
import { useTemplateForm } from '../../hooks/useTemplateForm';
import { useTranslation } from '../../hooks/useTranslation';
import { entityRouteParams } from '../../lib/entityRefs';
import { supportBadge, supportSentence } from '../../lib/supportText';
import { supportStates } from '../../states';
import { textOf } from '../../formFields/templateValues';
import type { FormFieldProps } from '../../formFields/types';
import { StateBadge } from '../StateBadge';
import { FieldShell, fieldTitle } from './FieldShell';
import { OptionsView } from './OptionsView';
import { RadioChoice } from './RadioChoice';
import styles from './FormFields.module.css';

/** A Kubernetes version with how long it is supported; of a cluster that is there, only newer ones. */
export function VersionField(props: FormFieldProps<string>) {
  const { formData, onChange } = props;
  const t = useTranslation();
  const now = useNow(3600);
  const name = useId();
  const { owner, purpose, values } = useTemplateForm(props);
  const from = useVersionOf(
    purpose.operation === 'change' ? textOf(values.cluster) : undefined,
  );
  return (
    <FieldShell field={props}>
      {from && (
        <p className={styles.hint}>{t('formField.versionNow', { from })}</p>
      )}
      <OptionsView owner={owner}>
        {({ versions }) => {
          const offered = versions.filter(
            ({ version }) => !from || compareVersions(version, from) > 0,
          );
          return offered.length === 0 ? (
            <p role="status" className={styles.hint}>
              {t('formField.noVersions')}
            </p>
          ) : (
            <div
              role="radiogroup"
              aria-label={fieldTitle(props)}
              className={styles.choices}
            >
              {offered.map(each => (
                <RadioChoice
                  key={each.version}
                  name={name}
                  chosen={each.version === formData}
                  onChoose={() => onChange(each.version)}
                >
                  <strong>{each.version}</strong>{' '}
                  <StateBadge
                    look={supportStates[each.state]}
                    title={supportSentence(each, t)}
                  >
                    {supportBadge(each, now, t)}
                  </StateBadge>{' '}
                  {each.isDefault && !from && (
                    <small>{t('formField.recommended')}</small>
                  )}
                </RadioChoice>
              ))}
            </div>
          );
        }}
      </OptionsView>
    </FieldShell>
  );
}

/** What a cluster runs now, by its entity. */
function useVersionOf(entityRef: string | undefined): string | undefined {
  const api = useApi(eksFleetApiRef);
  return useFleetQuery(
    useCallback(async () => {
      const ref = entityRef ? entityRouteParams(entityRef) : undefined;
      return (
        ref && (await api.getClusterByName(ref.namespace, ref.name)).version
      );
    }, [api, entityRef]),
  ).value;
}
