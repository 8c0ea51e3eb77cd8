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

import { TextField } from '@backstage/ui';
import type { RequestProblem } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import {
  sizeOf,
  withSize,
  type NamespaceSize,
  type QuotaDraft,
} from '../../lib/quotaDraft';
import { problemAt } from '../../lib/requestProblems';
import { Choice } from '../Choice';
import { checked } from './checked';
import styles from './RequestFields.module.css';

/** What a field of the draft is called in the spec. */
const SPEC_FIELDS: Record<keyof QuotaDraft, string> = {
  cpu: 'cpuRequests',
  memory: 'memoryRequests',
  memoryLimit: 'memoryLimits',
  pods: 'pods',
  storage: 'storage',
  volumes: 'persistentVolumeClaims',
  loadBalancers: 'loadBalancers',
};

const MAIN = ['cpu', 'memory', 'storage'] as const;
const MORE = ['memoryLimit', 'pods', 'volumes', 'loadBalancers'] as const;
const HINTED = {
  cpu: 'field.cpuHint',
  memory: 'field.memoryHint',
  storage: 'field.storageHint',
  memoryLimit: 'field.memoryLimitHint',
  pods: undefined,
  volumes: undefined,
  loadBalancers: undefined,
} as const;

/** How much a namespace may take: one of the operator's sizes, or own amounts. */
export function QuotaField(props: {
  value: QuotaDraft;
  onChange: (value: QuotaDraft) => void;
  sizes: readonly NamespaceSize[];
  /** Of the whole spec. */
  problems: readonly RequestProblem[];
}) {
  const { onChange, problems, sizes, value } = props;
  const t = useTranslation();
  const size = sizeOf(value, sizes);
  const amount = (key: keyof QuotaDraft) => {
    const label = t(`field.${key}`);
    const hint = HINTED[key];
    return (
      <TextField
        key={key}
        {...checked(
          problemAt(problems, `spec.quota.${SPEC_FIELDS[key]}`, label),
        )}
        label={label}
        description={hint && t(hint)}
        value={value[key]}
        onChange={text => onChange({ ...value, [key]: text })}
        maxLength={30}
        autoComplete="off"
        isRequired={key === 'cpu' || key === 'memory'}
      />
    );
  };
  return (
    <>
      {sizes.length > 0 && (
        <div
          role="group"
          aria-label={t('field.size')}
          className={styles.choices}
        >
          {sizes.map(each => (
            <Choice
              key={each.name}
              chosen={each === size}
              onChoose={() => onChange(withSize(value, each))}
            >
              {[
                `${each.name}:`,
                [
                  t('spec.cores', { amount: each.cpu }),
                  each.memory,
                  each.storage,
                ]
                  .filter(Boolean)
                  .join(' · '),
              ].join(' ')}
            </Choice>
          ))}
        </div>
      )}
      <div className={styles.triple}>{MAIN.map(amount)}</div>
      <details className={styles.more}>
        <summary>{t('field.moreAmounts')}</summary>
        <div className={styles.pair}>{MORE.map(amount)}</div>
      </details>
    </>
  );
}
