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

import { Button, Skeleton } from '@backstage/ui';
import {
  compareVersions,
  type ClusterFacets,
  type FacetValue,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { FleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import { CLUSTER_FACETS, type ClusterFacet } from '../../lib/clusterView';
import { FacetGroup } from './FacetGroup';
import styles from './ClusterFacetList.module.css';

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
  if (!query.value && query.loading) {
    return <Skeleton height={260} />;
  }
  return (
    <div className={styles.facets}>
      {onClear && (
        <Button size="small" variant="tertiary" onPress={onClear}>
          {t('clusters.clear')}
        </Button>
      )}
      {names.map(name => {
        const picked = chosen[name] ?? [];
        const values = withChosen(inOrder(name, facets[name] ?? []), picked);
        // One value for all tells nothing and filters nothing.
        return values.length > 1 || picked.length > 0 ? (
          <FacetGroup
            key={name}
            facet={name}
            title={
              name.startsWith('label.')
                ? name.slice('label.'.length)
                : t(`facet.${name as ClusterFacet}`)
            }
            values={values}
            chosen={picked}
            onToggle={value => onToggle(name, value)}
          />
        ) : null;
      })}
    </div>
  );
}

/** Versions by number, newest first; the rest as they come, most clusters first. */
function inOrder(facet: string, values: FacetValue[]): FacetValue[] {
  return facet === 'version'
    ? [...values].sort((a, b) => compareVersions(b.value, a.value))
    : values;
}

/** A chosen value stays in sight, and can be taken away, when nothing has it. */
function withChosen(values: FacetValue[], chosen: string[]): FacetValue[] {
  const missing = chosen.filter(
    value => !values.some(known => known.value === value),
  );
  return [...values, ...missing.map(value => ({ value, count: 0 }))];
}
