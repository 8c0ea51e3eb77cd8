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
import {
  eksFleetTargetReadPermission,
  eksFleetViewPermission,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { costSchema } from './schemas';
import type { ActionOptions } from './registerActions';

export function registerGetFleetSummary(
  registry: ActionsRegistryService,
  { access, overview }: Pick<ActionOptions, 'access' | 'overview'>,
): void {
  registry.register({
    name: 'get-fleet-summary',
    title: 'Get EKS Fleet Summary',
    description: `
Sums up the fleet of Amazon EKS clusters that the caller may read: how many clusters, accounts and Regions,
clusters by Kubernetes version with support dates and by status, what the control planes cost a month and
what extended support adds to it, and what needs attention first.

\`attention\` is ordered by the cost of waiting: \`unsupported\` versions, \`forcedUpgrade\` (AWS upgrades the
control plane within 30 days), \`targetFailing\` (an account cannot be read), \`heldRemovals\` (removals wait
for a person), \`extendedSoon\` (standard support ends within 60 days), \`extendedCost\`, \`clusterFailed\`.

## When to use

Use this for questions about the fleet as a whole, and before going through single clusters.
    `,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: eksFleetViewPermission,
    schema: {
      input: z => z.object({}),
      output: z =>
        z.object({
          clusters: z.number(),
          foreignClusters: z.number(),
          accounts: z.number(),
          regions: z.number(),
          targetsByState: z
            .record(z.number())
            .optional()
            .describe('Left out where the caller may not read targets'),
          observedAt: z.string().optional(),
          versions: z.array(
            z.object({
              version: z.string(),
              clusters: z.number(),
              state: z.string(),
              endOfStandardSupport: z.string().optional(),
              endOfExtendedSupport: z.string().optional(),
            }),
          ),
          statuses: z.array(z.object({ value: z.string(), count: z.number() })),
          attention: z.array(
            z.object({
              code: z.string(),
              severity: z.string(),
              count: z.number(),
              version: z.string().optional(),
              dueAt: z.string().optional(),
              since: z.string().optional(),
              costUsdPerMonth: z.number().optional(),
              accountId: z.string().optional(),
              accountName: z.string().optional(),
              regions: z.array(z.string()).optional(),
              error: z
                .object({ code: z.string(), message: z.string() })
                .optional(),
            }),
          ),
          cost: costSchema(z),
        }),
    },
    examples: [{ title: 'How is the fleet?', input: {} }],
    action: async ({ credentials }) => {
      const scope = await access.listScope(credentials);
      const mayReadTargets = await access.may(
        credentials,
        eksFleetTargetReadPermission,
      );
      const {
        targets,
        grid: _,
        ...summary
      } = await overview.summary(scope, mayReadTargets);
      return { output: { ...summary, targetsByState: targets?.byState } };
    },
  });
}
