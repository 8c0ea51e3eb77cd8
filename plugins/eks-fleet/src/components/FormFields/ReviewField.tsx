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

import { useCallback, useEffect } from 'react';
import { Alert, Button, Skeleton } from '@backstage/ui';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useSettled } from '../../hooks/useSettled';
import {
  askedText,
  useTemplateForm,
  useTemplateGround,
} from '../../hooks/useTemplateForm';
import { useTranslation } from '../../hooks/useTranslation';
import { errorMessage } from '../../lib/errors';
import { currentOf } from '../../formFields/templateAsk';
import { templateReview } from '../../formFields/templatePreflight';
import type { FormFieldProps, ReviewedBase } from '../../formFields/types';
import { ReviewContent } from '../RequestReview';
import { FieldShell } from './FieldShell';
import styles from './FormFields.module.css';

const TYPING_PAUSE_MS = 400;

/**
 * What a template would ask for: whether it may be, what it costs, and what is
 * written to Git. Of what is there it hands over the state that was looked at.
 */
export function ReviewField(props: FormFieldProps<ReviewedBase>) {
  const { formData, onChange } = props;
  const t = useTranslation();
  const { purpose, values } = useTemplateForm(props);
  const ground = useTemplateGround();
  // What it hands over by itself is nothing that is asked for.
  const { [props.name]: _own, ...asked } = values;
  const wanted = askedText(purpose, asked);
  const settled = useSettled(wanted, TYPING_PAUSE_MS);
  const query = useFleetQuery(
    useCallback(
      async (signal: AbortSignal) => {
        const given = JSON.parse(settled);
        const review = await templateReview(
          given.purpose,
          given.values,
          ground,
          { signal },
        );
        const thing = review?.ask.thing;
        const base = thing
          ? await currentOf(thing, ground.requests)
          : undefined;
        return review && { ...review, base };
      },
      [ground, settled],
    ),
  );
  const { error, value } = query;
  const isCurrent = wanted === settled && !query.loading;
  const commit = value?.base?.commit;
  const specHash = value?.base?.specHash;
  useEffect(() => {
    // The check before the next page is made for fields that have a value.
    if (isCurrent && (!formData || formData.specHash !== specHash)) {
      onChange(specHash ? { specHash, commit } : {});
    }
    // `onChange` is another one at each turn.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isCurrent, specHash, commit]);
  return (
    <FieldShell field={props}>
      {error && (
        <Alert
          status="warning"
          icon
          role="alert"
          title={t('askNamespace.checkFailed', {
            message: errorMessage(error),
          })}
          customActions={
            <Button size="small" variant="secondary" onPress={query.retry}>
              {t('state.retry')}
            </Button>
          }
        />
      )}
      <p role="status" className={styles.hint}>
        {!isCurrent && t('askNamespace.checking')}
        {isCurrent && !error && !value && t('formField.reviewMissing')}
      </p>
      {!error && !value && !isCurrent && <Skeleton height={240} />}
      {!error && value && (
        <div aria-busy={!isCurrent}>
          <ReviewContent
            kind={value.ask.kind}
            spec={value.preflight.spec ?? value.ask.spec ?? {}}
            preflight={value.preflight}
            preview={value.preview}
          />
        </div>
      )}
    </FieldShell>
  );
}
