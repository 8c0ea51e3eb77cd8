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
  Placement,
  PlacementAsk,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetRequestsApiRef } from '../api';
import { useFleetQuery, type FleetQuery } from './useFleetQuery';
import { useSettled } from './useSettled';

const TYPING_PAUSE_MS = 400;

/**
 * Clusters that a namespace could be on, the most fitting first.
 *
 * @param ask - left out where it is not known yet for whom
 */
export function usePlacement(
  ask: PlacementAsk | undefined,
): FleetQuery<Placement[] | undefined> {
  const api = useApi(eksFleetRequestsApiRef);
  const settled = useSettled(ask ? JSON.stringify(ask) : '', TYPING_PAUSE_MS);
  return useFleetQuery(
    useCallback(
      async (signal: AbortSignal) =>
        settled
          ? (await api.placeRequest(JSON.parse(settled), { signal })).items
          : undefined,
      [api, settled],
    ),
  );
}
