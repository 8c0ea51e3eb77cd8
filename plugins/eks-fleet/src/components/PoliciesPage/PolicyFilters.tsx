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

import { useTranslation } from '../../hooks/useTranslation';
import { usePolicyChoices } from '../../hooks/usePolicyChoices';
import { toggleFilter } from '../../lib/clusterView';
import { filterText } from '../../lib/filterText';
import {
  COLUMN_ONLY,
  MATRIX_BY,
  POLICY_FILTERS,
  POLICY_MODES,
  POLICY_ONLY,
  POLICY_SEVERITIES,
  type PolicyFilter,
  type PolicyView,
} from '../../lib/policyView';
import { Choice } from '../Choice';
import { FilterChips } from '../FilterChips';
import { SearchBox } from '../SearchBox';
import { ValueMenu } from '../ValueMenu';
import styles from './PoliciesPage.module.css';

/** Which policies and clusters are shown, and what a column stands for. */
export function PolicyFilters(props: {
  view: PolicyView;
  /** While what is filtered is being read. */
  wait: boolean;
  onChange: (change: Partial<PolicyView>) => void;
}) {
  const { view, onChange } = props;
  const t = useTranslation();
  const choices = usePolicyChoices({ wait: props.wait });
  const toggle = (key: PolicyFilter, value: string) =>
    onChange({
      filter: toggleFilter(view.filter as Record<string, string[]>, key, value),
    });
  const accountTitle = (value: string) =>
    choices.facet('account').find(known => known.value === value)?.title ??
    value;
  const textOf = (key: PolicyFilter, value: string) => {
    switch (key) {
      case 'account':
        return accountTitle(value);
      case 'policy':
        return choices.policyName(value) ?? value;
      default:
        return filterText(t, key, value);
    }
  };
  const menus: [PolicyFilter, string, string[]][] = [
    ['engine', t('policies.engine'), choices.engines],
    ['category', t('policies.category'), choices.categories],
    ['severity', t('policies.severity'), POLICY_SEVERITIES],
    ['mode', t('policies.mode'), POLICY_MODES],
    ...(['environment', 'account', 'owner'] as const).map(
      (key): [PolicyFilter, string, string[]] => [
        key,
        t(`facet.${key}`),
        choices.facet(key).flatMap(({ value }) => value || []),
      ],
    ),
  ];
  return (
    <div className={styles.filters}>
      <div className={styles.search}>
        <SearchBox
          label={t('policies.search')}
          text={view.text}
          onChange={text => onChange({ text })}
        />
      </div>
      <div role="group" aria-label={t('policies.by')} className={styles.chips}>
        {MATRIX_BY.map(by => (
          <Choice
            key={by}
            chosen={view.by === by}
            onChoose={() =>
              // What is asked of single clusters says nothing of several.
              onChange({ by, clusters: undefined, open: undefined })
            }
          >
            {t(`policies.by_${by}`)}
          </Choice>
        ))}
      </div>
      <div
        role="group"
        aria-label={t('rollouts.filters')}
        className={styles.chips}
      >
        {POLICY_ONLY.map(only => (
          <Choice
            key={only}
            chosen={view.only === only}
            onChoose={() =>
              onChange({ only: view.only === only ? undefined : only })
            }
          >
            {t(`policies.only_${only}`)}
          </Choice>
        ))}
        {COLUMN_ONLY.filter(only => view.clusters === only).map(only => (
          <Choice
            key={only}
            chosen
            onChoose={() => onChange({ clusters: undefined })}
          >
            {t(`policies.clusters_${only}`)}
          </Choice>
        ))}
        {menus.map(([key, label, values]) => (
          <ValueMenu
            key={key}
            label={label}
            values={values}
            text={value => textOf(key, value)}
            onChoose={value => toggle(key, value)}
          />
        ))}
        <FilterChips
          keys={POLICY_FILTERS}
          filter={view.filter}
          textOf={textOf}
          onDrop={toggle}
        />
      </div>
    </div>
  );
}
