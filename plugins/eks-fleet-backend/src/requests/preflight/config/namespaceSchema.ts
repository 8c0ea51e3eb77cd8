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

import { parseQuantity } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { z } from 'zod';
import { TEAM_ROLES } from './clusterSchema';
import { arnPattern, pattern } from './patterns';
import { anyList, byName, oneOf, strict, text, whole } from './values';

const quantity = z
  .string({ error: 'must be an amount in quotes, such as "4" or "8Gi"' })
  .refine(value => (parseQuantity(value)?.nano ?? -1n) >= 0n, {
    error: ({ input }) =>
      `${JSON.stringify(input)} is no amount, such as "4" or "8Gi"`,
  });

/** Small enough for a first try, and so that three of the large fit a node or two. */
const SIZES = {
  small: { cpu: '2', memory: '4Gi', storage: '20Gi' },
  medium: { cpu: '4', memory: '16Gi', storage: '100Gi' },
  large: { cpu: '16', memory: '64Gi', storage: '500Gi' },
};

export const namespaceSchema = strict({
  reservedNames: anyList(
    text(/^[a-z0-9*-]{1,63}$/, 'name of a namespace, or a pattern with *'),
  ).default([]),
  podSecurity: byName(oneOf('privileged', 'baseline', 'restricted')).default(
    {},
  ),
  sizes: byName(
    strict({ cpu: quantity, memory: quantity, storage: quantity.optional() }),
  ).default(SIZES),
  maxTtlDays: byName(whole(1, 3650)).default({}),
  roles: anyList(arnPattern).default(TEAM_ROLES),
  principals: anyList(arnPattern).default(TEAM_ROLES),
  kubernetesGroups: anyList(pattern).default([
    'team-{owner}',
    'team-{owner}-*',
  ]),
}).prefault({});
