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
import { eksFleetClusterResourceRef } from './clusterResource';

/** Clusters that one of the claims owns. */
export const isOwner = createPermissionRule({
  name: 'IS_OWNER',
  description: 'Allow clusters that one of the given users or groups owns',
  resourceRef: eksFleetClusterResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity references, such as the ownership claims of a user'),
  }),
  apply: ({ owner }, { claims }) => toOwners(claims).includes(owner),
  toQuery: ({ claims }) => ({
    kind: 'owner' as const,
    owners: toOwners(claims),
  }),
});

/** Clusters with a label, and with one value of it where that is given. */
export const hasLabel = createPermissionRule({
  name: 'HAS_LABEL',
  description: 'Allow clusters with the given label',
  resourceRef: eksFleetClusterResourceRef,
  paramsSchema: z.object({
    key: z.string().describe('Key of the label'),
    value: z.string().optional().describe('Its value; any where left out'),
  }),
  apply: ({ labels }, { key, value }) =>
    Object.hasOwn(labels, key) &&
    (value === undefined || labels[key] === value),
  toQuery: ({ key, value }) => ({ kind: 'label' as const, key, value }),
});

/** Clusters in one of the AWS accounts. */
export const inAccount = createPermissionRule({
  name: 'IN_ACCOUNT',
  description: 'Allow clusters in the given AWS accounts',
  resourceRef: eksFleetClusterResourceRef,
  paramsSchema: z.object({
    accounts: z
      .array(z.string().regex(/^\d{12}$/))
      .describe('AWS account ids, twelve digits each'),
  }),
  apply: ({ accountId }, { accounts }) => accounts.includes(accountId),
  toQuery: ({ accounts }) => ({ kind: 'account' as const, accounts }),
});

export const clusterRules = { isOwner, hasLabel, inAccount };

/** Nobody owns what has no owner, whatever a claim says. */
function toOwners(claims: string[]): string[] {
  return claims
    .filter(claim => claim !== '')
    .map(claim => claim.toLocaleLowerCase('en-US'));
}
