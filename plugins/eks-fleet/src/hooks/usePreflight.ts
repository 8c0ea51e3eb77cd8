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
import type { RequestAsk } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetRequestsApiRef } from '../api';
import { useSettledPreflight, type Preflight } from './useSettledPreflight';

export type { Preflight } from './useSettledPreflight';

/**
 * Asks whether something may be and what it costs, while it is being typed.
 *
 * @param ask - left out where too little is filled in to ask
 */
export function usePreflight(ask: RequestAsk | undefined): Preflight {
  const api = useApi(eksFleetRequestsApiRef);
  return useSettledPreflight(
    ask ? JSON.stringify(ask) : '',
    useCallback(
      (settled, signal) =>
        api.preflightRequest(JSON.parse(settled), { signal }),
      [api],
    ),
  );
}
