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
import {
  EksFleetRequestsClient,
  EksFleetRolloutsClient,
  type EksFleetRequestsApi,
  type EksFleetRolloutsApi,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { createClientOptions } from './createClientOptions';

/** On whose behalf, and for how long, something is asked. */
export interface Asker {
  credentials: BackstageCredentials;
  signal?: AbortSignal;
}

/** What actions ask of the backend of EKS Fleet. */
export interface FleetBackend {
  requests: Pick<
    EksFleetRequestsApi,
    | 'createRequest'
    | 'getRequest'
    | 'getRequestCurrent'
    | 'getRequestOptions'
    | 'preflightRequest'
    | 'previewRequest'
  >;
  rollouts: Pick<
    EksFleetRolloutsApi,
    'actOnRollout' | 'createRollout' | 'listRollouts' | 'previewRollout'
  >;
}

/** The backend as somebody may ask it, with nobody's rights but theirs. */
export type FleetBackendFor = (asker: Asker) => FleetBackend;

/** The backend over HTTP. */
export function createFleetBackend(services: {
  auth: AuthService;
  discovery: DiscoveryService;
}): FleetBackendFor {
  return asker => {
    const options = createClientOptions(services, asker);
    return {
      requests: new EksFleetRequestsClient(options),
      rollouts: new EksFleetRolloutsClient(options),
    };
  };
}
