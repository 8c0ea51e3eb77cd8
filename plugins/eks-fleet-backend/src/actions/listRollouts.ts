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

import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { InputError } from '@backstage/errors';
import { eksFleetViewPermission } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { readerOf } from '../rollouts/service/readerOf';
import {
  ROLLOUT_FILTER_KEYS,
  type RolloutFilterKey,
} from '../rollouts/store/types';
import type { RolloutActionOptions } from './registerActions';
import { rolloutSchema, toShortRollout } from './rolloutSchemas';
import { filterInput } from './schemas';

export function registerListRollouts(
  registry: ActionsRegistryService,
  options: RolloutActionOptions,
): void {
  registry.register({
    name: 'list-rollouts',
    title: 'List EKS Upgrade Rollouts',
    description: `
Lists rollouts: changes of Kubernetes version, add-ons or node images that go over many Amazon EKS clusters in
waves. Each has its lifecycle, the counts of its cells by outcome, the wave that it is at, and why it waits
where it does. What moves or waits comes first. A rollout that is \`done\` may have failed cells: read \`outcome\`.

Only rollouts that the caller may read are listed, and only cells of clusters that the caller may read counted.

## When to use

Use this to find rollouts and their ids, or to tell how upgrades go. To explain why one does not move use
\`why-is-rollout-waiting\`.

## Filters

\`filter\` maps a key to the values of which one must hold; all keys must hold. Keys: \`lifecycle\`, \`version\`,
\`environment\`, \`owner\` (an entity reference), \`cluster\` (an ARN), \`waitsFor\` (the user or group that can move it).
    `,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: eksFleetViewPermission,
    schema: {
      input: z =>
        z.object({
          filter: filterInput(z),
          text: z
            .string()
            .max(200)
            .optional()
            .describe('Text that its title or name must contain'),
          limit: z.number().int().min(1).max(100).optional(),
          cursor: z
            .string()
            .max(8000)
            .optional()
            .describe('nextCursor of the answer before'),
        }),
      output: z =>
        z.object({
          rollouts: z.array(rolloutSchema(z)),
          totalItems: z.number().describe('How many fit in all'),
          nextCursor: z.string().optional(),
        }),
    },
    examples: [
      {
        title: 'What waits for a team',
        input: {
          filter: { lifecycle: ['running'], waitsFor: ['group:default/sre'] },
        },
      },
    ],
    action: async ({ input, credentials }) => {
      await options.rolloutAccess.listScope(credentials);
      const { items, pageInfo, totalItems } = await options.views.list(
        await readerOf(options, credentials),
        {
          filter: toRolloutFilter(input.filter),
          text: input.text?.trim() || undefined,
          limit: input.limit,
          cursor: input.cursor,
        },
      );
      return {
        output: {
          rollouts: items.map(item => toShortRollout(item, options.portalPath)),
          totalItems,
          nextCursor: pageInfo.nextCursor,
        },
      };
    },
  });
}

function toRolloutFilter(
  filter: Record<string, string[]> = {},
): Map<RolloutFilterKey, string[]> {
  const keys: readonly string[] = ROLLOUT_FILTER_KEYS;
  const unknown = Object.keys(filter).find(key => !keys.includes(key));
  if (unknown !== undefined) {
    throw new InputError(
      `filter: unknown key "${unknown}"; there are ${keys.join(', ')}`,
    );
  }
  return new Map(Object.entries(filter)) as Map<RolloutFilterKey, string[]>;
}
