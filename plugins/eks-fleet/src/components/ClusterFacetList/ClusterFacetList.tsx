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

import {
  compareVersions,
  type ClusterFacets,
  type DriftState,
  type FacetValue,
  type SupportState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { FleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import { CLUSTER_FACETS, type ClusterFacet } from '../../lib/clusterView';
import { entityTitle } from '../../lib/entityRefs';
import {
  driftStates,
  observationStates,
  supportStates,
  type ObservationState,
} from '../../states';
import type { Translate } from '../../translation';
import { FacetList } from '../FacetList';

/** The filters with how many clusters each would show. */
export function ClusterFacetList(props: {
  query: FleetQuery<ClusterFacets['facets']>;
  chosen: Record<string, string[]>;
  onToggle: (facet: string, value: string) => void;
  onClear?: () => void;
}) {
  const { query, chosen, onToggle, onClear } = props;
  const t = useTranslation();
  const facets = query.value ?? {};
  const names = [
    ...CLUSTER_FACETS.filter(name => facets[name] || chosen[name]),
    ...new Set(
      [...Object.keys(facets), ...Object.keys(chosen)]
        .filter(name => name.startsWith('label.'))
        .sort(),
    ),
  ];
  return (
    <FacetList
      query={query}
      names={names}
      chosen={chosen}
      titleOf={name =>
        name.startsWith('label.')
          ? name.slice('label.'.length)
          : t(`facet.${name as ClusterFacet}`)
      }
      textOf={(name, value) => facetValueText(t, name, value)}
      inOrder={inOrder}
      onToggle={onToggle}
      onClear={onClear}
    />
  );
}

/** Versions by number, newest first; the rest as they come, most clusters first. */
function inOrder(facet: string, values: FacetValue[]): FacetValue[] {
  return facet === 'version'
    ? [...values].sort((a, b) => compareVersions(b.value, a.value))
    : values;
}

function facetValueText(t: Translate, facet: string, value: string): string {
  if (value === '') {
    return t('clusters.none');
  }
  switch (facet) {
    case 'support':
      return Object.hasOwn(supportStates, value)
        ? t(supportStates[value as SupportState].word)
        : value;
    case 'observation':
      return Object.hasOwn(observationStates, value)
        ? t(observationStates[value as ObservationState].word)
        : value;
    case 'drift':
      return Object.hasOwn(driftStates, value)
        ? t(driftStates[value as DriftState].word)
        : value;
    case 'origin':
      return value === 'foreign'
        ? t('facet.originForeign')
        : t('facet.originOurs');
    case 'owner':
    case 'system':
      return entityTitle(value);
    default:
      return value;
  }
}
