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
import { eksFleetApiRef } from '../api';
import { useEntityName } from './useEntityName';
import { useFleetQuery } from './useFleetQuery';

/**
 * The verdict on the cluster of the entity page that is looked at.
 *
 * @param revision - read again when it grows
 */
export function useClusterReadiness(target: string, revision: number) {
  const api = useApi(eksFleetApiRef);
  const { namespace, name } = useEntityName();
  return useFleetQuery(
    useCallback(
      () => api.getReadiness(namespace, name, target),
      // eslint-disable-next-line react-hooks/exhaustive-deps
      [api, namespace, name, target, revision],
    ),
    { pollSeconds: 60 },
  );
}
