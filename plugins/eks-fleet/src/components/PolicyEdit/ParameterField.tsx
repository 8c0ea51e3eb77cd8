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

import { Select, TextField } from '@backstage/ui';
import type { PolicyParameter } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';

/** One parameter of a policy, by the kind that the chart says it is of. */
export function ParameterField(props: {
  parameter: PolicyParameter;
  /** Its name, and what is wrong with it. */
  checked: {
    label: string;
    validationBehavior: 'aria';
    validate: () => string | undefined;
  };
  text: string;
  onChange: (text: string) => void;
}) {
  const { checked, parameter, text, onChange } = props;
  const { choices, type } = parameter;
  const t = useTranslation();
  if (type === 'other') {
    return null;
  }
  if (type === 'boolean' || (type === 'text' && choices)) {
    const options =
      type === 'boolean'
        ? [
            { value: 'true', label: t('policyEdit.yes') },
            { value: 'false', label: t('policyEdit.no') },
          ]
        : choices!.map(value => ({ value, label: value }));
    return (
      <Select
        {...checked}
        options={options}
        value={text}
        onChange={value => onChange(String(value))}
      />
    );
  }
  const known = choices ? `${choices.join(', ')}. ` : '';
  return (
    <TextField
      {...checked}
      description={
        type === 'texts' ? `${known}${t('policyEdit.texts')}` : undefined
      }
      value={text}
      onChange={onChange}
      maxLength={4000}
      autoComplete="off"
    />
  );
}
