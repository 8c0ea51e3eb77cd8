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

import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { EksFleetClientOptions } from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** A request that is taken is also proposed, which a slow Git host delays. */
const LONGEST_WAIT_MS = 60_000;

/**
 * Has clients of the backend ask on behalf of whoever a step runs for, each
 * call with a token of its own, until the task ends.
 */
export function createClientOptions(
  services: { auth: AuthService; discovery: DiscoveryService },
  asker: {
    credentials: BackstageCredentials;
    signal?: AbortSignal;
    longestWaitMs?: number;
  },
): EksFleetClientOptions {
  const { auth, discovery } = services;
  const { credentials, longestWaitMs = LONGEST_WAIT_MS, signal } = asker;
  return {
    discoveryApi: discovery,
    fetchApi: {
      fetch: async (url, init) => {
        const { token } = await auth.getPluginRequestToken({
          onBehalfOf: credentials,
          targetPluginId: 'eks-fleet',
        });
        const headers = new Headers(init?.headers);
        headers.set('authorization', `Bearer ${token}`);
        const late = AbortSignal.timeout(longestWaitMs);
        return fetch(url, {
          ...init,
          headers,
          signal: signal ? AbortSignal.any([signal, late]) : late,
        });
      },
    },
  };
}
