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

import type { ReactNode } from 'react';
import { useFindingFacets } from '../../hooks/useFindingFacets';
import { useTranslation } from '../../hooks/useTranslation';
import { toggleFilter } from '../../lib/clusterView';
import { filterText } from '../../lib/filterText';
import {
  findingFacets,
  isFindingFiltered,
  type FindingFacet,
  type FindingView,
} from '../../lib/findingView';
import { FacetList } from '../FacetList';
import { FacetSide } from '../FacetSide';
import styles from './FindingsPage.module.css';

/** Search and facets with their counts at the left of the findings. */
export function FindingSide(props: {
  view: FindingView;
  onChange: (change: Partial<FindingView>) => void;
  children: ReactNode;
}) {
  const { view, onChange } = props;
  const t = useTranslation();
  const query = useFindingFacets(view);
  const chosen = view.filter as Record<string, string[]>;
  return (
    <FacetSide
      className={styles.page}
      text={view.text}
      searchLabel={t('findings.search')}
      onText={text => onChange({ text })}
      facets={
        <FacetList
          query={query}
          names={findingFacets(view)}
          chosen={chosen}
          titleOf={facet => t(`findingFacet.${facet as FindingFacet}`)}
          textOf={(facet, value) => filterText(t, facet, value)}
          onToggle={(facet, value) =>
            onChange({ filter: toggleFilter(chosen, facet, value) })
          }
          onClear={
            isFindingFiltered(view)
              ? () => onChange({ filter: {}, text: '' })
              : undefined
          }
        />
      }
    >
      {props.children}
    </FacetSide>
  );
}
