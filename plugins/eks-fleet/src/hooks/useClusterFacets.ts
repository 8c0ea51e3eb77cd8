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
import type {
  ClusterFacets,
  ClusterQuery,
  EksFleetApi,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetApiRef } from '../api';
import { CLUSTER_FACETS, type ClusterFacet } from '../lib/clusterView';
import { readFacets } from '../lib/readFacets';
import { useFleetQuery } from './useFleetQuery';

const MAX_LABELS = 8;

/** The facets of clusters with their counts under the other filters. */
export function useClusterFacets(
  query: Pick<ClusterQuery, 'filter' | 'fullTextFilterTerm'>,
  names: readonly ClusterFacet[] = CLUSTER_FACETS,
  options: { wait?: boolean } = {},
) {
  const api = useApi(eksFleetApiRef);
  const key = JSON.stringify(query);
  return useFleetQuery(
    useCallback(
      () => readClusterFacets(api, JSON.parse(key), names),
      [api, key, names],
    ),
    options,
  );
}

async function readClusterFacets(
  api: EksFleetApi,
  query: Pick<ClusterQuery, 'filter' | 'fullTextFilterTerm'>,
  names: readonly ClusterFacet[],
): Promise<ClusterFacets['facets']> {
  const filter = query.filter ?? {};
  const { label: labels = [] } = await api.getClusterFacets(['label']);
  const facets = new Set([
    ...names,
    ...labels.slice(0, MAX_LABELS).map(({ value }) => `label.${value}`),
    ...Object.keys(filter),
  ]);
  return readFacets([...facets], filter, (asked, others) =>
    api.getClusterFacets(asked, { ...query, filter: others }),
  );
}
