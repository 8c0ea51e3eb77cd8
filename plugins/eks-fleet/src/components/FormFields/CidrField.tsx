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
import { TextField } from '@backstage/ui';
import type { RequestOptions } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTemplateForm } from '../../hooks/useTemplateForm';
import { useTranslation } from '../../hooks/useTranslation';
import { poolsOf } from '../../formFields/cidrPools';
import { placeOf } from '../../formFields/templateValues';
import type { FormFieldProps } from '../../formFields/types';
import { FieldShell, fieldTitle } from './FieldShell';
import { OptionsView } from './OptionsView';
import { RadioChoice } from './RadioChoice';
import styles from './FormFields.module.css';

/** The block of addresses of a new cluster: the next free one, or one that is typed. */
export function CidrField(props: FormFieldProps<string>) {
  const { formData, onChange } = props;
  const t = useTranslation();
  const { owner, values } = useTemplateForm(props);
  return (
    <FieldShell field={props}>
      <OptionsView owner={owner}>
        {options => (
          <Pools
            label={fieldTitle(props)}
            pools={poolsOf(options, placeOf(values))}
            value={formData}
            onChange={onChange}
          />
        )}
      </OptionsView>
      <TextField
        label={t('formField.cidrOwn')}
        description={t('formField.cidrOwnHint')}
        value={formData ?? ''}
        onChange={text => onChange(text.trim() || undefined)}
        maxLength={18}
        autoComplete="off"
      />
    </FieldShell>
  );
}

function Pools(props: {
  label: string;
  pools: RequestOptions['cidrPools'];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  const { label, onChange, pools, value } = props;
  const t = useTranslation();
  const name = useId();
  if (pools.length === 0) {
    return (
      <p role="status" className={styles.hint}>
        {t('formField.noPools')}
      </p>
    );
  }
  return (
    <div role="radiogroup" aria-label={label} className={styles.choices}>
      <RadioChoice
        name={name}
        chosen={!value}
        onChoose={() => onChange(undefined)}
        disabled={!pools.some(({ next }) => next)}
      >
        {t('formField.cidrLater')}
      </RadioChoice>
      {pools.map(({ cidr, next, problem }) => (
        <RadioChoice
          key={cidr}
          name={name}
          chosen={next !== undefined && next === value}
          onChoose={() => onChange(next)}
          disabled={!next}
        >
          <strong>{next ?? cidr}</strong>{' '}
          <small>
            {[
              next
                ? t('formField.cidrNext', { pool: cidr })
                : t('formField.cidrFull'),
              problem,
            ]
              .filter(Boolean)
              .join('; ')}
          </small>
        </RadioChoice>
      ))}
    </div>
  );
}
