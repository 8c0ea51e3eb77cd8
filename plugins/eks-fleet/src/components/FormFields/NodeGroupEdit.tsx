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

import { ButtonIcon, Select, TextField } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import type {
  RequestOptions,
  RequestProblem,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { problemAt } from '../../lib/requestProblems';
import { groupCost } from '../../formFields/instanceChoices';
import type { NodeGroupValue } from '../../formFields/types';
import { ChoiceField } from '../RequestFields';
import { checked } from '../RequestFields/checked';
import { InstanceTypes } from './InstanceTypes';
import styles from './FormFields.module.css';

/** One node group with what its nodes are, how many there are, and what they cost. */
export function NodeGroupEdit(props: {
  index: number;
  group: NodeGroupValue;
  options: RequestOptions;
  images: readonly string[];
  /** Of the whole spec. */
  problems: readonly RequestProblem[];
  onChange: (group: NodeGroupValue) => void;
  onRemove: () => void;
}) {
  const { group, images, index, onChange, onRemove, options } = props;
  const t = useTranslation();
  const change = (part: Partial<NodeGroupValue>) =>
    onChange({ ...group, ...part });
  const at = `spec.compute.nodeGroups[${index}]`;
  const problem = (field: string, label: string) =>
    problemAt(props.problems, `${at}.${field}`, label);
  const title = group.name || t('formField.group', { number: `${index + 1}` });
  const cost = groupCost(group, options);
  return (
    <fieldset className={styles.group} aria-label={title}>
      <div className={styles.head}>
        <h5 className={styles.title}>{title}</h5>
        <ButtonIcon
          size="small"
          variant="tertiary"
          icon={<RiCloseLine aria-hidden />}
          aria-label={t('formField.removeGroup', { name: title })}
          onPress={onRemove}
        />
      </div>
      <div className={styles.pair}>
        <TextField
          {...checked(problem('name', t('field.name')))}
          label={t('field.name')}
          value={group.name}
          onChange={name => change({ name })}
          maxLength={40}
          autoComplete="off"
          isRequired
        />
        <ChoiceField
          label={t('formField.image')}
          choices={images}
          value={group.amiType}
          // Of another architecture, no instance type stays.
          onChange={amiType => change({ amiType, instanceTypes: [] })}
          problem={problem('amiType', t('formField.image'))}
          isRequired
        />
      </div>
      <InstanceTypes
        group={group}
        options={options}
        problem={problem('instanceTypes', t('formField.instanceTypes'))}
        onChange={instanceTypes => change({ instanceTypes })}
      />
      <div className={styles.pair}>
        {(['minSize', 'maxSize'] as const).map(size => (
          <TextField
            key={size}
            {...checked(problem(size, t(`formField.${size}`)))}
            label={t(`formField.${size}`)}
            inputMode="numeric"
            value={`${group[size] ?? ''}`}
            onChange={text => {
              const count = countOf(text);
              change(
                size === 'minSize' ? { minSize: count } : { maxSize: count },
              );
            }}
            maxLength={4}
            autoComplete="off"
            isRequired
          />
        ))}
      </div>
      <Select
        label={t('formField.capacity')}
        options={[
          { value: 'ON_DEMAND', label: t('formField.onDemand') },
          { value: 'SPOT', label: t('formField.spot') },
        ]}
        value={group.capacityType ?? 'ON_DEMAND'}
        onChange={value =>
          change({ capacityType: value === 'SPOT' ? 'SPOT' : 'ON_DEMAND' })
        }
      />
      <p role="status" className={styles.hint}>
        {cost && t('formField.groupCost', cost)}
      </p>
    </fieldset>
  );
}

/** A whole number where it is one, else the text, to be refused by name. */
function countOf(text: string): number | string | undefined {
  const trimmed = text.trim();
  if (!trimmed) {
    return undefined;
  }
  return /^\d{1,4}$/.test(trimmed) ? Number(trimmed) : trimmed;
}
