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

import type { PolicyExceptionState } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { usePolicyChoices } from '../../hooks/usePolicyChoices';
import { useTranslation } from '../../hooks/useTranslation';
import { toggleFilter } from '../../lib/clusterView';
import {
  EXCEPTION_FILTERS,
  type ExceptionFilter,
  type ExceptionView,
} from '../../lib/exceptionView';
import { filterText } from '../../lib/filterText';
import { exceptionFlags, exceptionStates } from '../../states';
import { Choice } from '../Choice';
import { FilterBar, FilterGap } from '../FilterBar';
import { FilterChips } from '../FilterChips';
import { ValueMenu } from '../ValueMenu';

const STATES = Object.keys(exceptionStates) as PolicyExceptionState[];
const FLAGS = Object.keys(exceptionFlags) as (keyof typeof exceptionFlags)[];
const AS_CHIPS = EXCEPTION_FILTERS.filter(
  key => key !== 'state' && key !== 'flag',
);

/** Which exceptions are listed, with how many are in each state. */
export function ExceptionFilters(props: {
  counts: Record<string, number>;
  view: ExceptionView;
  onChange: (change: Partial<ExceptionView>) => void;
}) {
  const { counts, view, onChange } = props;
  const { filter } = view;
  const t = useTranslation();
  const choices = usePolicyChoices();
  const toggle = (key: ExceptionFilter, value: string) =>
    onChange({
      filter: toggleFilter(filter as Record<string, string[]>, key, value),
    });
  const textOf = (key: ExceptionFilter, value: string) =>
    key === 'policy'
      ? choices.policyName(value) ?? value
      : filterText(t, key, value);
  return (
    <FilterBar
      search={{
        label: t('exceptions.search'),
        text: view.text,
        onChange: text => onChange({ text }),
      }}
    >
      {STATES.map(state => (
        <Choice
          key={state}
          chosen={filter.state?.includes(state) ?? false}
          onChoose={() => toggle('state', state)}
        >
          {t(exceptionStates[state].word)} {counts[state] ?? 0}
        </Choice>
      ))}
      <FilterGap />
      {FLAGS.map(flag => (
        <Choice
          key={flag}
          chosen={filter.flag?.includes(flag) ?? false}
          title={t(exceptionFlags[flag].reason)}
          onChoose={() => toggle('flag', flag)}
        >
          {t(exceptionFlags[flag].word)}
        </Choice>
      ))}
      <ValueMenu
        label={t('policies.engine')}
        values={choices.engines}
        text={value => textOf('engine', value)}
        onChoose={value => toggle('engine', value)}
      />
      {(['environment', 'account', 'owner'] as const).map(key => (
        <ValueMenu
          key={key}
          label={t(`facet.${key}`)}
          values={choices.facet(key).flatMap(({ value }) => value || [])}
          text={value => textOf(key, value)}
          onChoose={value => toggle(key, value)}
        />
      ))}
      <FilterChips
        keys={AS_CHIPS}
        filter={filter}
        textOf={textOf}
        onDrop={toggle}
      />
    </FilterBar>
  );
}
