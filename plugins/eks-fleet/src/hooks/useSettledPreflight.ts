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
import type { RequestPreflight } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useFleetQuery, type FleetQuery } from './useFleetQuery';
import { useSettled } from './useSettled';

const TYPING_PAUSE_MS = 300;

/** What the backend says of what is asked for, while it is being typed. */
export interface Preflight {
  query: FleetQuery<RequestPreflight | undefined>;
  /** What is shown is of what is filled in now. */
  isCurrent: boolean;
}

/**
 * Asks shortly after the last change; what nobody asks any more is not waited
 * for.
 *
 * @param wanted - what is asked as a text; empty where too little is filled in
 * @param ask - must be stable, as from `useCallback`
 */
export function useSettledPreflight(
  wanted: string,
  ask: (
    settled: string,
    signal: AbortSignal,
  ) => Promise<RequestPreflight | undefined>,
): Preflight {
  const settled = useSettled(wanted, TYPING_PAUSE_MS);
  const query = useFleetQuery(
    useCallback(
      async (signal: AbortSignal) =>
        settled ? ask(settled, signal) : undefined,
      [ask, settled],
    ),
  );
  return { query, isCurrent: wanted === settled && !query.loading };
}
