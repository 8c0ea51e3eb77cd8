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
import { eksFleetViewPermission } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ActionOptions } from './registerActions';
import { clusterSchema, filterInput } from './schemas';
import { toFilter } from './toFilter';

export function registerListClusters(
  registry: ActionsRegistryService,
  { access, inventory }: Pick<ActionOptions, 'access' | 'inventory'>,
): void {
  registry.register({
    name: 'list-clusters',
    title: 'List EKS Clusters',
    description: `
Lists Amazon EKS clusters of the fleet over all AWS accounts and Regions, as they were last observed.

Each cluster has its catalog entity reference, ARN, account, Region, Kubernetes version, support state
(\`standard\`, \`extended\`: costs extra, \`unsupported\`: AWS upgrades it by itself), status, owner,
environment, labels, cost of the control plane in US dollars a month, and \`observation\`: how far what is
shown can be trusted. \`stale\`, \`failing\` and \`unknown\` mean that nobody knows how the cluster is now.
Clusters with origin \`foreign\` come from another source of the catalog and are not observed.

Only clusters that the caller may read are listed and counted.

## When to use

Use this to find clusters by account, Region, version, support state, owner, environment, label or text, or
to count them (\`totalItems\`). For numbers over the whole fleet use \`get-fleet-summary\`.

## Filters

\`filter\` maps a key to the values of which one must hold; all keys must hold. Keys: \`account\`, \`region\`,
\`version\`, \`support\`, \`status\`, \`owner\` (an entity reference such as \`group:default/payments\`),
\`system\`, \`environment\`, \`origin\`, \`provider\`, \`observation\`, or \`label.<key>\`.
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
            .describe('Text that name, ARN, owner or account must contain'),
          orderField: z
            .string()
            .optional()
            .describe(
              '<field>,asc or <field>,desc; name, status, version, account, region, environment, owner, support, created or seen',
            ),
          limit: z.number().int().min(1).max(200).optional(),
          cursor: z
            .string()
            .max(8000)
            .optional()
            .describe('nextCursor of the answer before; replaces the filters'),
        }),
      output: z =>
        z.object({
          clusters: z.array(clusterSchema(z)),
          totalItems: z.number().describe('How many fit in all'),
          nextCursor: z.string().optional(),
        }),
    },
    examples: [
      {
        title: 'Clusters that pay for extended support',
        input: { filter: { support: ['extended'] }, orderField: 'support,asc' },
      },
      {
        title: 'Production clusters of a team in one Region',
        input: {
          filter: {
            environment: ['prod'],
            owner: ['group:default/payments'],
            region: ['eu-west-1'],
          },
        },
      },
    ],
    action: async ({ input, credentials }) => {
      const scope = await access.listScope(credentials);
      const { items, totalItems, pageInfo } = await inventory.list(scope, {
        filter: toFilter(input.filter),
        fullTextFilterTerm: input.text,
        orderField: input.orderField,
        limit: input.limit,
        cursor: input.cursor,
      });
      return {
        output: {
          clusters: items,
          totalItems,
          nextCursor: pageInfo.nextCursor,
        },
      };
    },
  });
}
