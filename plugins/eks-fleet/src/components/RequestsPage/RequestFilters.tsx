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
  FleetRequestList,
  FleetRequestSummary,
  RequestKind,
  RequestOperation,
  RequestState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { toggleFilter } from '../../lib/clusterView';
import { entityTitle } from '../../lib/entityRefs';
import {
  REQUEST_FILTERS,
  type RequestFilter,
  type RequestsShown,
  type RequestView,
} from '../../lib/requestView';
import { requestStates } from '../../states';
import type { Translate } from '../../translation';
import { Choice } from '../Choice';
import { FilterBar, FilterGap } from '../FilterBar';
import { FilterChips } from '../FilterChips';
import { ValueMenu } from '../ValueMenu';

const STATES = Object.keys(requestStates) as RequestState[];
const KINDS: RequestKind[] = ['namespace', 'cluster', 'application'];
const OPERATIONS: RequestOperation[] = [
  'create',
  'change',
  'extend',
  'delete',
  'adopt',
];

/** Which requests are listed. */
export function RequestFilters(props: {
  list: FleetRequestList;
  view: RequestView;
  onChange: (change: Partial<RequestView>) => void;
}) {
  const { list, view, onChange } = props;
  const t = useTranslation();
  const { counts } = list;
  const { filter } = view;
  const toggle = (key: RequestFilter, value: string) =>
    onChange({
      filter: toggleFilter(filter as Record<string, string[]>, key, value),
    });
  const shown: [RequestsShown, string, number][] = [
    ['waiting', t('requests.waiting'), counts.waitingForMe],
    ['mine', t('requests.mine'), counts.mine],
    ['all', t('requests.all'), counts.active],
  ];
  return (
    <FilterBar
      search={{
        label: t('requests.search'),
        text: view.text,
        onChange: text => onChange({ text }),
      }}
    >
      {shown.map(([show, word, count]) => (
        <Choice
          key={show}
          chosen={view.show === show}
          onChoose={() => onChange({ show })}
        >
          {word} {count}
        </Choice>
      ))}
      <FilterGap />
      <Choice
        chosen={view.over}
        onChoose={() => onChange({ over: !view.over })}
      >
        {t('requests.withOver')}
      </Choice>
      <FilterGap />
      <ValueMenu
        label={t('requestColumn.state')}
        values={STATES}
        text={value => t(requestStates[value as RequestState].word)}
        onChoose={value => toggle('state', value)}
      />
      <ValueMenu
        label={t('requests.kind')}
        values={KINDS}
        text={value => t(`requestKind.${value as RequestKind}`)}
        onChoose={value => toggle('kind', value)}
      />
      <ValueMenu
        label={t('requests.operation')}
        values={OPERATIONS}
        text={value => t(`requestOperation.${value as RequestOperation}`)}
        onChoose={value => toggle('operation', value)}
      />
      <ValueMenu
        label={t('facet.owner')}
        values={valuesOf(list, ({ owner }) => owner)}
        text={entityTitle}
        onChoose={value => toggle('owner', value)}
      />
      <ValueMenu
        label={t('facet.environment')}
        values={valuesOf(list, ({ environment }) => environment)}
        onChoose={value => toggle('environment', value)}
      />
      <FilterChips
        keys={REQUEST_FILTERS}
        filter={filter}
        textOf={(key, value) => filterText(key, value, t)}
        onDrop={toggle}
      />
    </FilterBar>
  );
}

function valuesOf(
  list: FleetRequestList,
  pick: (request: FleetRequestSummary) => string | undefined,
): string[] {
  return [
    ...new Set(
      list.items.map(pick).filter((value): value is string => Boolean(value)),
    ),
  ].sort();
}

function filterText(key: RequestFilter, value: string, t: Translate): string {
  switch (key) {
    case 'state':
      return t(requestStates[value as RequestState].word);
    case 'kind':
      return t(`requestKind.${value as RequestKind}`);
    case 'operation':
      return t(`requestOperation.${value as RequestOperation}`);
    case 'owner':
      return entityTitle(value);
    case 'requestedBy':
      return t('requests.askedBy', { who: entityTitle(value) });
    case 'cluster':
      return t('requests.onlyCluster', {
        cluster: value.split('/').at(-1) ?? value,
      });
    case 'thing':
      return t('requests.onlyThing', {
        thing: value.split('/').at(-1) ?? value,
      });
    default:
      return value;
  }
}
