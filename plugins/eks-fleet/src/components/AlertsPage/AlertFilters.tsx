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
  Alert,
  AlertList,
  AlertSeverity,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import {
  ALERT_FILTERS,
  ALERT_STATES,
  type AlertFilter,
  type AlertView,
} from '../../lib/alertView';
import { toggleFilter } from '../../lib/clusterView';
import { entityTitle } from '../../lib/entityRefs';
import { alertSeverities, alertStates } from '../../states';
import { Choice } from '../Choice';
import { FilterBar, FilterGap } from '../FilterBar';
import { FilterChips } from '../FilterChips';
import { ValueMenu } from '../ValueMenu';

const SEVERITIES = Object.keys(alertSeverities) as AlertSeverity[];
const AS_CHIPS = ALERT_FILTERS.filter(
  key => key !== 'state' && key !== 'severity',
);

/** Which alerts are listed, with how many each choice would show. */
export function AlertFilters(props: {
  list: AlertList;
  view: AlertView;
  onChange: (change: Partial<AlertView>) => void;
}) {
  const { list, view, onChange } = props;
  const t = useTranslation();
  const { filter } = view;
  const toggle = (key: AlertFilter, value: string) =>
    onChange({
      filter: toggleFilter(filter as Record<string, string[]>, key, value),
    });
  const { severity, state } = list.counts;
  return (
    <FilterBar
      search={{
        label: t('alerts.search'),
        text: view.text,
        onChange: text => onChange({ text }),
      }}
    >
      {SEVERITIES.filter(
        one => severity[one] || filter.severity?.includes(one),
      ).map(one => (
        <Choice
          key={one}
          chosen={filter.severity?.includes(one) ?? false}
          onChoose={() => toggle('severity', one)}
        >
          {t(alertSeverities[one].word)} {severity[one] ?? 0}
        </Choice>
      ))}
      <FilterGap />
      {ALERT_STATES.map(one => (
        <Choice
          key={one}
          chosen={filter.state?.includes(one) ?? false}
          onChoose={() => toggle('state', one)}
        >
          {t(alertStates[one].word)} {state[one] ?? 0}
        </Choice>
      ))}
      <ValueMenu
        label={t('facet.environment')}
        values={valuesOf(list, alert =>
          alert.clusters.map(({ environment }) => environment),
        )}
        onChoose={value => toggle('environment', value)}
      />
      <ValueMenu
        label={t('facet.owner')}
        values={valuesOf(list, alert =>
          alert.clusters.map(({ owner }) => owner),
        )}
        text={entityTitle}
        onChoose={value => toggle('owner', value)}
      />
      <ValueMenu
        label={t('alerts.source')}
        values={list.sources.map(({ id }) => id)}
        onChoose={value => toggle('from', value)}
      />
      <FilterChips
        keys={AS_CHIPS}
        filter={filter}
        textOf={filterText}
        onDrop={toggle}
      />
    </FilterBar>
  );
}

function valuesOf(
  list: AlertList,
  pick: (alert: Alert) => (string | undefined)[],
): string[] {
  return [...new Set(list.items.flatMap(pick))]
    .filter((value): value is string => Boolean(value))
    .sort();
}

function filterText(key: AlertFilter, value: string): string {
  switch (key) {
    case 'owner':
      return entityTitle(value);
    case 'cluster':
      return value.split('/').at(-1) ?? value;
    default:
      return value;
  }
}
