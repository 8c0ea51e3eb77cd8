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

import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { eksFleetRequestResourceRef } from './requestResource';

/** Requests that one of the claims made, or that are for one of them. */
export const isRequestOwner = createPermissionRule({
  name: 'IS_OWNER',
  description:
    'Allow requests that are for one of the given users or groups, or that one of them made',
  resourceRef: eksFleetRequestResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity references, such as the ownership claims of a user'),
  }),
  apply: ({ owner, requestedBy }, { claims }) =>
    toClaims(claims).some(claim => claim === owner || claim === requestedBy),
  toQuery: ({ claims }) => ({
    kind: 'owner' as const,
    claims: toClaims(claims),
  }),
});

/** Requests for things in one of the environments. */
export const isRequestInEnvironment = createPermissionRule({
  name: 'IN_ENVIRONMENT',
  description: 'Allow requests for things in one of the given environments',
  resourceRef: eksFleetRequestResourceRef,
  paramsSchema: z.object({
    environments: z.array(z.string()).describe('Such as `dev`'),
  }),
  apply: ({ environment }, { environments }) =>
    environment !== '' && environments.includes(environment),
  toQuery: ({ environments }) => ({
    kind: 'environment' as const,
    environments: environments.filter(value => value !== ''),
  }),
});

export const requestRules = {
  isOwner: isRequestOwner,
  inEnvironment: isRequestInEnvironment,
};

/** Nobody is nobody's, whatever a claim says. */
function toClaims(claims: string[]): string[] {
  return claims
    .filter(claim => claim !== '')
    .map(claim => claim.toLocaleLowerCase('en-US'));
}
