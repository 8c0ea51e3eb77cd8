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
  FleetRequestList,
  RequestQuery,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetRequestsApiRef } from '../api';
import { usePages } from './usePages';
import { useRequestSignal } from './useRequestSignal';

const POLL_SECONDS = 15;

/** Reads requests page by page, and again when they change. */
export function useRequestPages(query: RequestQuery) {
  const api = useApi(eksFleetRequestsApiRef);
  const key = JSON.stringify(query);
  const list = usePages<FleetRequestList>(
    useCallback(
      page =>
        // A cursor carries filter and text.
        api.listRequests(page.cursor ? page : { ...JSON.parse(key), ...page }),
      [api, key],
    ),
    { pollSeconds: POLL_SECONDS },
  );
  const { pages, reload } = list;
  // Who reads further down keeps the place.
  const atStart =
    pages === undefined || pages.items.length <= pages.first.items.length;
  useRequestSignal(
    useCallback(() => {
      if (atStart) {
        reload();
      }
    }, [atStart, reload]),
  );
  return list;
}
