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
import {
  useRequestOptions,
  useTemplateForm,
  useTemplatePreflight,
} from '../../hooks/useTemplateForm';
import { useTranslation } from '../../hooks/useTranslation';
import { errorMessage } from '../../lib/errors';
import { fieldProblems, problemAt } from '../../lib/requestProblems';
import { withStandInQuota } from '../../formFields/withStandInQuota';
import type { FormFieldProps } from '../../formFields/types';
import { NamespaceNameField } from '../RequestFields';
import { FieldShell } from './FieldShell';
import styles from './FormFields.module.css';

/** The name of a new namespace, checked while it is typed against what is reserved and what is taken. */
export function NamespaceNameFormField(props: FormFieldProps<string>) {
  const { formData = '', onChange } = props;
  const t = useTranslation();
  const { owner, purpose, values } = useTemplateForm(props);
  const options = useRequestOptions(owner).value;
  const asked = useMemo(
    () =>
      formData ? withStandInQuota({ ...values, name: formData }) : undefined,
    [formData, values],
  );
  const { isCurrent, query } = useTemplatePreflight(purpose, asked);
  const problem = problemAt(
    fieldProblems(query.value),
    'spec.name',
    t('field.name'),
  );
  const isFree = isCurrent && query.value?.verdict && !problem;
  return (
    <FieldShell field={props} untitled>
      <NamespaceNameField
        value={formData}
        onChange={name => onChange(name || undefined)}
        owner={owner}
        reservedNames={options?.namespaces.reservedNames}
        problem={problem}
      />
      <p role="status" className={styles.hint}>
        {query.error &&
          t('askNamespace.checkFailed', { message: errorMessage(query.error) })}
        {!query.error && isFree && t('formField.nameFree', { name: formData })}
      </p>
    </FieldShell>
  );
}
