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
import type { ClusterFacet } from '../lib/clusterView';
import { policyTitle } from '../lib/policyText';
import { POLICY_ENGINES } from '../lib/policyView';
import { useClusterFacets } from './useClusterFacets';
import { useFleetQuery } from './useFleetQuery';

const CLUSTER_FACETS: readonly ClusterFacet[] = [
  'environment',
  'account',
  'owner',
];
const NO_FILTER = {};
/** As many as the backend gives at once. */
const ALL = 1000;

/**
 * What policies can be filtered by, whatever is filtered now.
 *
 * @param options - `wait`: while what is filtered is being read
 */
export function usePolicyChoices(options: { wait?: boolean } = {}) {
  const api = useApi(eksFleetPoliciesApiRef);
  const policies = useFleetQuery(
    useCallback(() => api.listPolicies({ limit: ALL }), [api]),
    options,
  ).value?.items;
  const facets = useClusterFacets(NO_FILTER, CLUSTER_FACETS, options).value;
  return {
    /** By id, where it is known. */
    policyName: (policy: string) => {
      const known = policies?.find(({ id }) => id === policy);
      return known && policyTitle(known);
    },
    engines: POLICY_ENGINES.filter(engine =>
      policies?.some(policy => policy.engine === engine),
    ),
    categories: [
      ...new Set(policies?.flatMap(({ category }) => category || []) ?? []),
    ].sort(),
    facet: (name: 'environment' | 'account' | 'owner') => facets?.[name] ?? [],
  };
}
