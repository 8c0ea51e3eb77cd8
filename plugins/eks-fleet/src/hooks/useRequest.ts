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
import { eksFleetRequestsApiRef } from '../api';
import { useFleetQuery } from './useFleetQuery';
import { useRequestSignal } from './useRequestSignal';

/** Without signals the page looks by itself. */
const POLL_SECONDS = 10;

/** Reads one request, and again when it changes. */
export function useRequest(id: string) {
  const api = useApi(eksFleetRequestsApiRef);
  const query = useFleetQuery(
    useCallback(() => api.getRequest(id), [api, id]),
    { pollSeconds: POLL_SECONDS },
  );
  useRequestSignal(query.retry, id);
  return query;
}
