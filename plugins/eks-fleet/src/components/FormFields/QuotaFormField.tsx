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

import { useEffect, useRef, useState } from 'react';
import { Skeleton } from '@backstage/ui';
import { useCurrentThing } from '../../hooks/useCurrentThing';
import {
  useRequestOptions,
  useTemplateForm,
  useTemplatePreflight,
} from '../../hooks/useTemplateForm';
import { useTranslation } from '../../hooks/useTranslation';
import { errorMessage } from '../../lib/errors';
import {
  EMPTY_QUOTA,
  quotaDraftOf,
  quotaOf,
  type QuotaDraft,
} from '../../lib/quotaDraft';
import { fieldProblems } from '../../lib/requestProblems';
import { filledQuota } from '../../formFields/filledQuota';
import type { FormFieldProps } from '../../formFields/types';
import { QuotaUses } from '../QuotaPanel';
import { QuotaField } from '../RequestFields';
import { PreflightView } from '../RequestVerdict';
import { FieldShell } from './FieldShell';
import styles from './FormFields.module.css';

type QuotaValue = Record<string, unknown>;

/** How much a namespace may take, with what the team has left and what it costs as one types. */
export function QuotaFormField(props: FormFieldProps<QuotaValue>) {
  const { formData, onChange } = props;
  const t = useTranslation();
  const { owner, purpose, values } = useTemplateForm(props);
  const options = useRequestOptions(owner);
  const [draft, setDraft] = useState<QuotaDraft>(() =>
    formData && Object.keys(formData).length > 0
      ? quotaDraftOf(formData)
      : EMPTY_QUOTA,
  );
  const change = (next: QuotaDraft) => {
    setDraft(next);
    onChange(filledQuota(quotaOf(next)));
  };
  const isEmpty = !draft.cpu && !draft.memory;
  // Of what is there, what it may take now is the beginning.
  const before = useCurrentThing(purpose, values);
  const present = before.value?.spec.quota;
  const filled = useRef<QuotaDraft>();
  useEffect(() => {
    if (present && (isEmpty || draft === filled.current)) {
      const now = quotaDraftOf(present);
      filled.current = now;
      setDraft(now);
      onChange(filledQuota(quotaOf(now)));
    }
    // Only once it is known; what is emptied by hand stays so.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [present]);
  const preflight = useTemplatePreflight(
    purpose,
    isEmpty ? undefined : { ...values, quota: filledQuota(quotaOf(draft)) },
  );
  return (
    <FieldShell field={props}>
      {before.error && (
        <p role="status" className={styles.problem}>
          {t('formField.currentFailed', {
            message: errorMessage(before.error),
          })}
        </p>
      )}
      {options.loading && !options.value && <Skeleton height={36} />}
      <QuotaField
        value={draft}
        onChange={change}
        sizes={options.value?.namespaces.sizes ?? []}
        problems={fieldProblems(preflight.query.value)}
      />
      {isEmpty || (!preflight.query.value && !preflight.query.error) ? (
        options.value?.quota && <QuotaUses quota={options.value.quota} />
      ) : (
        <PreflightView preflight={preflight} />
      )}
    </FieldShell>
  );
}
