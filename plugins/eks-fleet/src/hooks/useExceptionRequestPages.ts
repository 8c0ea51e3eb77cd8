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
  ExceptionRequestList,
  ExceptionRequestQuery,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetPoliciesApiRef } from '../api';
import { usePages } from './usePages';

const POLL_SECONDS = 30;

/** Reads requests for exceptions page by page, the newest first. */
export function useExceptionRequestPages(query: ExceptionRequestQuery) {
  const api = useApi(eksFleetPoliciesApiRef);
  const key = JSON.stringify(query);
  return usePages<ExceptionRequestList>(
    useCallback(
      // A cursor is a place only, so the query goes with it.
      page => api.listExceptionRequests({ ...JSON.parse(key), ...page }),
      [api, key],
    ),
    { pollSeconds: POLL_SECONDS },
  );
}
