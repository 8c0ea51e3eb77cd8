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
import type { FacetValue } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { FleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import { FacetGroup } from './FacetGroup';
import styles from './FacetList.module.css';

type Facets = Record<string, FacetValue[]>;

/** The filters with how many things each would show. */
export function FacetList(props: {
  query: FleetQuery<Facets>;
  /** In the order of the page. */
  names: readonly string[];
  chosen: Record<string, string[]>;
  titleOf: (facet: string) => string;
  textOf: (facet: string, value: string) => string;
  /** Where the order in which values come is not the one to show. */
  inOrder?: (facet: string, values: FacetValue[]) => FacetValue[];
  onToggle: (facet: string, value: string) => void;
  onClear?: () => void;
}) {
  const { query, names, chosen, titleOf, textOf, onToggle, onClear } = props;
  const t = useTranslation();
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
        const found = query.value?.[name] ?? [];
        const values = withChosen(
          props.inOrder?.(name, found) ?? found,
          picked,
        );
        // One value for all tells nothing and filters nothing.
        return values.length > 1 || picked.length > 0 ? (
          <FacetGroup
            key={name}
            title={titleOf(name)}
            textOf={value => textOf(name, value)}
            values={values}
            chosen={picked}
            onToggle={value => onToggle(name, value)}
          />
        ) : null;
      })}
    </div>
  );
}

/** A chosen value stays in sight, and can be taken away, when nothing has it. */
function withChosen(values: FacetValue[], chosen: string[]): FacetValue[] {
  const missing = chosen.filter(
    value => !values.some(known => known.value === value),
  );
  return [...values, ...missing.map(value => ({ value, count: 0 }))];
}
