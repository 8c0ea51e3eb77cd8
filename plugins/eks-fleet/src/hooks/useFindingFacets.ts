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

import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { eksFleetPoliciesApiRef } from '../api';
import {
  findingFacets,
  toFindingQuery,
  type FindingView,
} from '../lib/findingView';
import { readFacets } from '../lib/readFacets';
import { useFleetQuery } from './useFleetQuery';

/** The facets of findings with their counts under the other filters. */
export function useFindingFacets(view: Pick<FindingView, 'filter' | 'text'>) {
  const api = useApi(eksFleetPoliciesApiRef);
  const { filter = {}, fullTextFilterTerm } = toFindingQuery(view);
  const key = JSON.stringify({ filter, fullTextFilterTerm });
  return useFleetQuery(
    useCallback(() => {
      const asked = JSON.parse(key);
      return readFacets(
        findingFacets(asked),
        asked.filter,
        async (names, rest) => {
          const { facets } = await api.getFindingFacets(names, {
            filter: Object.keys(rest).length ? rest : undefined,
            fullTextFilterTerm: asked.fullTextFilterTerm,
          });
          return facets;
        },
      );
    }, [api, key]),
  );
}
