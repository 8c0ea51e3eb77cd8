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

import { useCurrentThing } from '../../hooks/useCurrentThing';
import { useNow } from '../../hooks/useNow';
import {
  useRequestOptions,
  useTemplateForm,
} from '../../hooks/useTemplateForm';
import { useTranslation } from '../../hooks/useTranslation';
import { formatDate } from '../../lib/expiry';
import { maxTtlDays } from '../../lib/requestOptions';
import { textOf } from '../../formFields/templateValues';
import type { FormFieldProps } from '../../formFields/types';
import { TimeToLiveField } from '../RequestFields';
import { FieldShell } from './FieldShell';
import styles from './FormFields.module.css';

/** Until when something is needed; of what is there, also until when it is now. */
export function TimeToLiveFormField(props: FormFieldProps<string>) {
  const { formData = '', onChange, required } = props;
  const t = useTranslation();
  const now = useNow(3600);
  const { owner, purpose, values } = useTemplateForm(props);
  const current = useCurrentThing(purpose, values).value;
  const options = useRequestOptions(current?.owner ?? owner).value;
  const environment = current?.environment ?? textOf(values.environment);
  const end = current?.spec.expiresOn;
  return (
    <FieldShell field={props} untitled>
      {current && (
        <p className={styles.hint}>
          {typeof end === 'string'
            ? t('formField.endsNow', { day: formatDate(end) ?? end })
            : t('formField.endsNever')}
        </p>
      )}
      <TimeToLiveField
        value={formData}
        onChange={day => onChange(day || undefined)}
        now={now}
        maxDays={
          options && purpose.kind === 'namespace'
            ? maxTtlDays(options, environment)
            : undefined
        }
        mayBeEndless={!required}
      />
    </FieldShell>
  );
}
