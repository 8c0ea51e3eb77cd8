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

import { ButtonIcon, TextField } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import type { RequestOptions } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import {
  instanceChoices,
  instanceText,
} from '../../formFields/instanceChoices';
import type { NodeGroupValue } from '../../formFields/types';
import { ChoiceField } from '../RequestFields';
import { checked } from '../RequestFields/checked';
import styles from './FormFields.module.css';

/** What nodes may be, of what can be had for their image; typed where nobody knows that. */
export function InstanceTypes(props: {
  group: NodeGroupValue;
  options: RequestOptions;
  problem?: string;
  onChange: (instanceTypes: string[]) => void;
}) {
  const { group, onChange, options, problem } = props;
  const t = useTranslation();
  const chosen = group.instanceTypes;
  const known = instanceChoices(options, group.amiType);
  if (known.length === 0) {
    return (
      <TextField
        {...checked(problem)}
        label={t('formField.instanceTypes')}
        description={t('formField.instanceTypesHint')}
        value={chosen.join(', ')}
        onChange={text => onChange(text.split(/[\s,]+/))}
        onBlur={() => onChange(chosen.filter(Boolean))}
        maxLength={400}
        autoComplete="off"
        isRequired
      />
    );
  }
  const textOfType = (name: string) => {
    const type = options.instanceTypes.find(each => each.name === name);
    return type ? instanceText(type) : name;
  };
  return (
    <>
      <ul className={styles.list} aria-label={t('formField.instanceTypes')}>
        {chosen.map(name => (
          <li key={name} className={styles.head}>
            <span>{textOfType(name)}</span>
            <ButtonIcon
              size="small"
              variant="tertiary"
              icon={<RiCloseLine aria-hidden />}
              aria-label={t('formField.removeType', { name })}
              onPress={() => onChange(chosen.filter(each => each !== name))}
            />
          </li>
        ))}
      </ul>
      <ChoiceField
        label={t('formField.addType')}
        choices={known
          .map(({ name }) => name)
          .filter(name => !chosen.includes(name))}
        text={textOfType}
        value=""
        onChange={name => name && onChange([...chosen, name])}
        problem={problem}
        isRequired={chosen.length === 0}
      />
    </>
  );
}
