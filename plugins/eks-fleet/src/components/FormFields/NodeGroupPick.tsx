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

import { useId } from 'react';
import { Alert, Button, Skeleton } from '@backstage/ui';
import { useCurrentThing } from '../../hooks/useCurrentThing';
import { useTemplateForm } from '../../hooks/useTemplateForm';
import { useTranslation } from '../../hooks/useTranslation';
import { errorMessage } from '../../lib/errors';
import { listOf, mapOf } from '../../formFields/templateValues';
import type { FormFieldProps } from '../../formFields/types';
import { fieldTitle } from './FieldShell';
import { RadioChoice } from './RadioChoice';
import styles from './FormFields.module.css';

interface Group {
  name?: string;
  instanceTypes?: string[];
  minSize?: number;
  maxSize?: number;
}

/** One of the node groups that a cluster has, as Git says. */
export function NodeGroupPick(props: { field: FormFieldProps<string> }) {
  const { field } = props;
  const { formData, onChange } = field;
  const t = useTranslation();
  const name = useId();
  const { values } = useTemplateForm(field);
  const { error, loading, retry, value } = useCurrentThing(
    { kind: 'cluster', operation: 'change' },
    values,
  );
  if (error) {
    return (
      <Alert
        status="warning"
        icon
        role="status"
        title={t('formField.currentFailed', { message: errorMessage(error) })}
        customActions={
          <Button size="small" variant="secondary" onPress={retry}>
            {t('state.retry')}
          </Button>
        }
      />
    );
  }
  if (!value) {
    return loading ? (
      <Skeleton height={72} />
    ) : (
      <p role="status" className={styles.hint}>
        {t('formField.chooseCluster')}
      </p>
    );
  }
  const groups = listOf(mapOf(value.spec.compute)?.nodeGroups) as Group[];
  if (groups.length === 0) {
    return (
      <p role="status" className={styles.hint}>
        {t('formField.noGroups')}
      </p>
    );
  }
  return (
    <div
      role="radiogroup"
      aria-label={fieldTitle(field)}
      className={styles.choices}
    >
      {groups.map(group => (
        <RadioChoice
          key={group.name}
          name={name}
          chosen={group.name === formData}
          onChoose={() => onChange(group.name)}
        >
          {t('spec.nodeGroup', {
            name: group.name ?? '?',
            types: (group.instanceTypes ?? []).join(', '),
            least: `${group.minSize ?? '?'}`,
            most: `${group.maxSize ?? '?'}`,
          })}
        </RadioChoice>
      ))}
    </div>
  );
}
