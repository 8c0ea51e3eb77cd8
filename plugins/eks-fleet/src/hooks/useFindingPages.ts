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
  FindingQuery,
  PolicyFindingList,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetPoliciesApiRef } from '../api';
import { usePages } from './usePages';

const POLL_SECONDS = 120;

/** Reads findings page by page. */
export function useFindingPages(query: FindingQuery) {
  const api = useApi(eksFleetPoliciesApiRef);
  const key = JSON.stringify(query);
  return usePages<PolicyFindingList>(
    useCallback(
      page =>
        // A cursor carries filter, text and order.
        api.listFindings(page.cursor ? page : { ...JSON.parse(key), ...page }),
      [api, key],
    ),
    { pollSeconds: POLL_SECONDS },
  );
}
