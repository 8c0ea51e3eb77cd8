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
import { ResponseError, ServiceUnavailableError } from '@backstage/errors';
import {
  EksFleetProposalsClient,
  type ProposalGround,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { createClientOptions } from '../backend/createClientOptions';
import { wordBackendFailure } from '../backend/wordBackendFailure';

const LONGEST_WAIT_MS = 15_000;

/**
 * Asks what a proposal is made with, on behalf of whoever it is for.
 *
 * @throws NotAllowedError where they may not have one made
 */
export type AskGround = (options: {
  credentials: BackstageCredentials;
  signal?: AbortSignal;
}) => Promise<ProposalGround>;

/** Asks the backend of EKS Fleet. */
export function createAskGround(services: {
  auth: AuthService;
  discovery: DiscoveryService;
}): AskGround {
  return async ({ credentials, signal }) => {
    const client = new EksFleetProposalsClient(
      createClientOptions(services, {
        credentials,
        signal,
        longestWaitMs: LONGEST_WAIT_MS,
      }),
    );
    try {
      return await client.getProposalGround();
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof ResponseError && error.statusCode === 404) {
        throw new ServiceUnavailableError(
          'The backend of EKS Fleet is not installed in this portal, or an older one: add @eks-fleet/backstage-plugin-eks-fleet-backend of the same version',
        );
      }
      throw wordBackendFailure(error, 'propose changes');
    }
  };
}
