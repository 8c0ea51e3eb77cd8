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
import { clusterTabPath, type ClusterTab } from '../lib/clusterTab';
import { useEntityPath } from './useEntityPath';

/** Gives the address of a tab of a cluster's entity page. */
export function useClusterPath(): (
  entityRef: string,
  tab: ClusterTab,
  query?: Record<string, string>,
) => string | undefined {
  const entityPath = useEntityPath();
  return useCallback(
    (entityRef, tab, query) => {
      const path = entityPath(entityRef);
      const params = new URLSearchParams({
        ...(tab === 'overview' ? {} : { view: tab }),
        ...query,
      });
      return path && clusterTabPath(path, params);
    },
    [entityPath],
  );
}
