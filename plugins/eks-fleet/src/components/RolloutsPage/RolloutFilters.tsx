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

import type {
  RolloutLifecycle,
  RolloutList,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { toggleFilter } from '../../lib/clusterView';
import { entityTitle } from '../../lib/entityRefs';
import {
  ROLLOUT_FILTERS,
  ROLLOUT_GROUPS,
  type RolloutFilter,
  type RolloutView,
} from '../../lib/rolloutView';
import { rolloutStates } from '../../states';
import type { Translate } from '../../translation';
import { Choice } from '../Choice';
import { FilterBar } from '../FilterBar';
import { FilterChips } from '../FilterChips';
import { ValueMenu } from '../ValueMenu';

const LIFECYCLES = Object.values(ROLLOUT_GROUPS).flat();
const AS_CHIPS = ROLLOUT_FILTERS.filter(key => key !== 'lifecycle');

/** Which rollouts are listed. */
export function RolloutFilters(props: {
  list: RolloutList;
  view: RolloutView;
  onChange: (change: Partial<RolloutView>) => void;
}) {
  const { list, view, onChange } = props;
  const t = useTranslation();
  const { filter } = view;
  const toggle = (key: RolloutFilter, value: string) =>
    onChange({ filter: toggleFilter(filter as Filter, key, value) });
  const chosen = filter.lifecycle ?? [];
  return (
    <FilterBar
      search={{
        label: t('rollouts.search'),
        text: view.text,
        onChange: text => onChange({ text }),
      }}
    >
      <Choice
        chosen={view.mine}
        onChoose={() => onChange({ mine: !view.mine })}
      >
        {t('rollouts.mine')}
      </Choice>
      {LIFECYCLES.filter(
        lifecycle => list.counts[lifecycle] || chosen.includes(lifecycle),
      ).map(lifecycle => (
        <Choice
          key={lifecycle}
          chosen={chosen.includes(lifecycle)}
          onChoose={() => toggle('lifecycle', lifecycle)}
        >
          {t(rolloutStates[lifecycle].word)} {list.counts[lifecycle] ?? 0}
        </Choice>
      ))}
      <ValueMenu
        label={t('facet.environment')}
        values={valuesOf(list, ({ environments }) => environments)}
        onChoose={value => toggle('environment', value)}
      />
      <ValueMenu
        label={t('facet.owner')}
        values={valuesOf(list, ({ owners }) => owners)}
        text={entityTitle}
        onChoose={value => toggle('owner', value)}
      />
      <ValueMenu
        label={t('facet.version')}
        values={valuesOf(list, ({ change }) => [change.version ?? ''])}
        onChoose={value => toggle('version', value)}
      />
      <FilterChips
        keys={AS_CHIPS}
        filter={filter}
        textOf={(key, value) => filterText(key, value, t)}
        onDrop={toggle}
      />
    </FilterBar>
  );
}

type Filter = Record<string, string[]>;

function valuesOf(
  list: RolloutList,
  pick: (rollout: RolloutList['items'][number]) => string[],
): string[] {
  return [...new Set(list.items.flatMap(pick))].filter(Boolean).sort();
}

function filterText(key: RolloutFilter, value: string, t: Translate): string {
  switch (key) {
    case 'lifecycle':
      return t(rolloutStates[value as RolloutLifecycle].word);
    case 'version':
      return t('rollouts.onlyVersion', { version: value });
    case 'owner':
      return entityTitle(value);
    case 'cluster':
      return value.split('/').at(-1) ?? value;
    default:
      return value;
  }
}
