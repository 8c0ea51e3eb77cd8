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

import { useMemo, type ReactNode } from 'react';
import { useClusterFacets } from '../../hooks/useClusterFacets';
import { toggleFilter, type ClusterFacet } from '../../lib/clusterView';
import { ClusterFacetList } from '../ClusterFacetList';
import { FacetSide } from '../FacetSide';

interface Filters {
  filter: Record<string, string[]>;
  text: string;
}

/** Search and facets of clusters beside what they filter. */
export function FacetedLayout(props: {
  view: Filters;
  /** All where left out. */
  facets?: readonly ClusterFacet[];
  onChange: (change: Partial<Filters>) => void;
  className?: string;
  /** @param clear - takes the filters away; left out where there are none */
  children: (clear: (() => void) | undefined) => ReactNode;
}) {
  const { facets, onChange, className, children } = props;
  const { filter, text } = props.view;
  const query = useClusterFacets(
    useMemo(
      () => ({
        filter,
        fullTextFilterTerm: text.trim() || undefined,
      }),
      [filter, text],
    ),
    facets,
  );
  const filtered = Boolean(text) || Object.keys(filter).length > 0;
  const clear = filtered ? () => onChange({ filter: {}, text: '' }) : undefined;
  return (
    <FacetSide
      className={className}
      text={text}
      onText={next => onChange({ text: next })}
      facets={
        <ClusterFacetList
          query={query}
          chosen={filter}
          onToggle={(facet, value) =>
            onChange({ filter: toggleFilter(filter, facet, value) })
          }
          onClear={clear}
        />
      }
    >
      {children(clear)}
    </FacetSide>
  );
}
