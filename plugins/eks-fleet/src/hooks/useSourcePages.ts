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
  SourceList,
  SourceQuery,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetApiRef } from '../api';
import { usePages } from './usePages';

/** The sources that a query lets through, page by page, the worst first. */
export function useSourcePages(query: SourceQuery) {
  const api = useApi(eksFleetApiRef);
  const key = JSON.stringify(query);
  return usePages<SourceList>(
    useCallback(
      page =>
        api.listSources(
          page.cursor ? page : { ...JSON.parse(key), limit: page.limit },
        ),
      [api, key],
    ),
    { pollSeconds: 30 },
  );
}
