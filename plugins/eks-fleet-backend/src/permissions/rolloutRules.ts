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
import { eksFleetRolloutResourceRef } from './rolloutResource';

const match = z
  .enum(['every', 'any'])
  .optional()
  .describe(
    "Whether every one of the rollout's must be among them (the default), or any",
  );

/** Rollouts over clusters that the claims own. */
export const isRolloutOwner = createPermissionRule({
  name: 'IS_OWNER',
  description:
    'Allow rollouts all of whose clusters belong to one of the given users or groups',
  resourceRef: eksFleetRolloutResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity references, such as the ownership claims of a user'),
    match,
  }),
  apply: ({ owners }, params) =>
    matches(owners, toOwners(params.claims), params.match),
  toQuery: params => ({
    kind: 'owner' as const,
    values: toOwners(params.claims),
    match: params.match ?? 'every',
  }),
});

/** Rollouts that stay within environments. */
export const inEnvironment = createPermissionRule({
  name: 'IN_ENVIRONMENT',
  description: 'Allow rollouts that touch no other than the given environments',
  resourceRef: eksFleetRolloutResourceRef,
  paramsSchema: z.object({
    environments: z.array(z.string()).describe('Such as `dev`'),
    match,
  }),
  apply: ({ environments }, params) =>
    matches(environments, params.environments, params.match),
  toQuery: params => ({
    kind: 'environment' as const,
    values: params.environments.filter(value => value !== ''),
    match: params.match ?? 'every',
  }),
});

export const rolloutRules = { isRolloutOwner, inEnvironment };

/** A rollout that has none matches nothing: there is nobody whose it is. */
function matches(
  present: string[],
  allowed: string[],
  how: 'every' | 'any' = 'every',
): boolean {
  const isAllowed = (value: string) => value !== '' && allowed.includes(value);
  return how === 'any'
    ? present.some(isAllowed)
    : present.length > 0 && present.every(isAllowed);
}

/** Nobody owns what has no owner, whatever a claim says. */
function toOwners(claims: string[]): string[] {
  return claims
    .filter(claim => claim !== '')
    .map(claim => claim.toLocaleLowerCase('en-US'));
}
