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
import { findingSchema, toShortFinding } from './findingSchemas';
import type { PolicyActionOptions } from './registerActions';
import { filterInput } from './schemas';
import { toFilter } from './toFilter';

export function registerListPolicyFindings(
  registry: ActionsRegistryService,
  options: PolicyActionOptions,
): void {
  registry.register({
    name: 'list-policy-findings',
    title: 'List Policy Findings of EKS Clusters',
    description: `
Lists findings: results of policies (Kyverno, Gatekeeper, admission policies, kube-bench, Security Hub) that do not
pass, on resources of Amazon EKS clusters. The worst come first. Only findings on clusters that the caller may read
are listed and counted.

## When to use

Use this for the policy violations of a cluster (\`{"cluster": ["<ARN>"]}\`), of a team
(\`{"owner": ["group:default/payments"]}\`, or \`mine: true\` for the caller's own), or of a policy (\`{"name": [...]}\`).
To learn why one resource is not compliant and what would mend it use \`explain-policy-finding\` with a fingerprint.

## Filters

\`filter\` maps a key to the values of which one must hold; all keys must hold. Keys: \`cluster\` (an ARN), \`account\`,
\`region\`, \`environment\`, \`owner\`, \`engine\`, \`name\` (of the policy), \`category\`, \`severity\`, \`result\` (fail, warn,
error, exempt), \`namespace\`, \`kind\`, \`resource\`, \`due\` (overdue, week), \`new\` (day, week), \`state\` (open, resolved).
    `,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: eksFleetViewPermission,
    schema: {
      input: z =>
        z.object({
          filter: filterInput(z),
          mine: z
            .boolean()
            .optional()
            .describe("Only findings of the caller's own groups"),
          text: z
            .string()
            .max(200)
            .optional()
            .describe("Text in the resource's name, namespace, rule or policy"),
          limit: z.number().int().min(1).max(200).optional(),
          cursor: z
            .string()
            .max(8000)
            .optional()
            .describe('nextCursor of the answer before'),
        }),
      output: z =>
        z.object({
          findings: z.array(findingSchema(z)),
          totalItems: z.number(),
          totalIsAtLeast: z
            .boolean()
            .optional()
            .describe('Whether there are more than were counted'),
          nextCursor: z.string().optional(),
        }),
    },
    examples: [
      {
        title: 'What of my teams is overdue',
        input: { mine: true, filter: { due: ['overdue'] } },
      },
    ],
    action: async ({ input, credentials }) => {
      const scope = await options.access.listScope(credentials);
      const filter = { ...input.filter };
      if (input.mine) {
        filter.owner = await options.ownersOf(credentials);
        if (filter.owner.length === 0) {
          throw new InputError(
            'mine: the caller is no user of the catalog, so nothing is theirs',
          );
        }
      }
      const { items, pageInfo, totalIsAtLeast, totalItems } =
        await options.findings.list(scope, {
          filter: toFilter(filter),
          fullTextFilterTerm: input.text,
          limit: input.limit,
          cursor: input.cursor,
        });
      return {
        output: {
          findings: items.map(toShortFinding),
          totalItems,
          totalIsAtLeast,
          nextCursor: pageInfo.nextCursor,
        },
      };
    },
  });
}
