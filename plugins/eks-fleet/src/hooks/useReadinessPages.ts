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
  ReadinessList,
  ReadinessQuery,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetApiRef } from '../api';
import { usePages } from './usePages';

/** Reads the verdicts of the fleet page by page. */
export function useReadinessPages(query: ReadinessQuery) {
  const api = useApi(eksFleetApiRef);
  const key = JSON.stringify(query);
  return usePages<ReadinessList>(
    useCallback(
      page => {
        const asked: ReadinessQuery = JSON.parse(key);
        // A cursor carries filter, text and order, and no more.
        return api.listReadiness(
          page.cursor
            ? { target: asked.target, verdict: asked.verdict, ...page }
            : { ...asked, ...page },
        );
      },
      [api, key],
    ),
  );
}
