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

import { Select } from '@backstage/ui';
import { useTranslation } from '../../hooks/useTranslation';
import { checked } from './checked';

/** One of what is offered, such as a team or an environment. */
export function ChoiceField(props: {
  label: string;
  hint?: string;
  choices: readonly string[];
  text?: (choice: string) => string;
  value: string;
  onChange: (value: string) => void;
  problem?: string;
  isRequired?: boolean;
}) {
  const { choices, hint, label, onChange, problem, text = String } = props;
  const t = useTranslation();
  // What is filled in already stays to be seen, even where it is not offered.
  const offered =
    props.value && !choices.includes(props.value)
      ? [props.value, ...choices]
      : choices;
  return (
    <Select
      {...checked(problem)}
      label={label}
      description={hint}
      placeholder={t('field.choose')}
      options={offered.map(value => ({ value, label: text(value) }))}
      value={props.value || null}
      onChange={value => onChange(value === null ? '' : String(value))}
      isRequired={props.isRequired}
      searchable={offered.length > 10}
    />
  );
}
