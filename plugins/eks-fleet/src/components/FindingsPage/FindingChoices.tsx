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

import { useSelf } from '../../hooks/useSelf';
import { useTranslation } from '../../hooks/useTranslation';
import { toggleFilter } from '../../lib/clusterView';
import { filterText } from '../../lib/filterText';
import {
  chooseOne,
  type FindingFilter,
  type FindingView,
} from '../../lib/findingView';
import { Choice } from '../Choice';
import { FilterChips } from '../FilterChips';
import styles from './FindingsPage.module.css';

/** Those of which no facet tells. */
const AS_CHIPS = [
  'rule',
  'resource',
  'assignee',
  'exception',
] as const satisfies FindingFilter[];

type Chip = (typeof AS_CHIPS)[number];

/** What else findings are filtered by: whether they are over, due, new, somebody's. */
export function FindingChoices(props: {
  view: FindingView;
  onChange: (change: Partial<FindingView>) => void;
}) {
  const { view, onChange } = props;
  const { filter } = view;
  const t = useTranslation();
  const self = useSelf();
  const is = (key: FindingFilter, value: string) =>
    filter[key]?.includes(value) ?? false;
  const choose = (key: FindingFilter, value: string) =>
    onChange({ filter: chooseOne(filter, key, value) });
  const chips: Record<Chip, string[] | undefined> = {
    rule: filter.rule,
    resource: filter.resource,
    // The reader's own is a choice.
    assignee: filter.assignee?.filter(who => who !== self?.userRef),
    exception: filter.exception,
  };
  const isOver = is('state', 'resolved') || filter.resolved !== undefined;
  return (
    <div
      role="group"
      aria-label={t('rollouts.filters')}
      className={styles.choices}
    >
      <Choice
        chosen={!isOver}
        onChoose={() => {
          const { state: _state, resolved: _resolved, ...rest } = filter;
          onChange({ filter: rest });
        }}
      >
        {t('findings.stateOpen')}
      </Choice>
      <Choice
        chosen={is('state', 'resolved')}
        onChoose={() => choose('state', 'resolved')}
      >
        {t('findings.resolved')}
      </Choice>
      <Choice
        chosen={is('resolved', 'week')}
        onChoose={() => choose('resolved', 'week')}
      >
        {t('findings.resolvedWeek')}
      </Choice>
      <span className={styles.gap} />
      <Choice
        chosen={is('due', 'overdue')}
        onChoose={() => choose('due', 'overdue')}
      >
        {t('findings.overdue')}
      </Choice>
      <Choice chosen={is('due', 'week')} onChoose={() => choose('due', 'week')}>
        {t('findings.dueWeek')}
      </Choice>
      <Choice chosen={is('new', 'week')} onChoose={() => choose('new', 'week')}>
        {t('findings.newWeek')}
      </Choice>
      {is('new', 'day') && (
        <Choice chosen onChoose={() => choose('new', 'day')}>
          {t('findings.newDay')}
        </Choice>
      )}
      {is('resolved', 'day') && (
        <Choice chosen onChoose={() => choose('resolved', 'day')}>
          {t('findings.resolvedDay')}
        </Choice>
      )}
      <Choice
        chosen={is('result', 'exempt')}
        onChoose={() => choose('result', 'exempt')}
      >
        {t('findings.exempt')}
      </Choice>
      {self && (
        <Choice
          chosen={is('assignee', self.userRef)}
          onChoose={() => choose('assignee', self.userRef)}
        >
          {t('findings.mine')}
        </Choice>
      )}
      <FilterChips
        keys={AS_CHIPS}
        filter={chips}
        textOf={(key, value) => chipText(key, filterText(t, key, value))}
        onDrop={(key, value) =>
          onChange({
            filter: toggleFilter(
              filter as Record<string, string[]>,
              key,
              value,
            ),
          })
        }
      />
    </div>
  );

  function chipText(key: Chip, value: string): string {
    switch (key) {
      case 'rule':
        return t('findings.byRule', { value });
      case 'resource':
        return t('findings.byResource', { value });
      case 'assignee':
        return t('findings.byAssignee', { value });
      default:
        return t('findings.byException', { value });
    }
  }
}
