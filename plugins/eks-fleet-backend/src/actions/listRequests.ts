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
import type { RequestActionOptions } from './registerActions';

export function registerListRequests(
  registry: ActionsRegistryService,
  options: RequestActionOptions,
): void {
  registry.register({
    name: 'list-requests',
    title: 'List Requests for Clusters and Namespaces',
    description: `
Lists requests for Amazon EKS clusters and namespaces, those that changed last first: what was asked for, by
whom, the state it is in, and what happens now. States go from \`pendingApproval\` over \`proposed\`, \`merged\`,
\`synced\`, \`provisioning\` and \`registered\` to \`ready\`, or end with \`failed\`, \`rejected\`, \`cancelled\` or \`expired\`.

Only requests that the caller may read are listed.

## When to use

Use this for what the caller asked for (\`mine\`), what waits for the caller's approval (\`waitingForMe\`), or how
something that was asked for goes. Deciding is done by a person on a page.
    `,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: eksFleetViewPermission,
    schema: {
      input: z =>
        z.object({
          mine: z
            .boolean()
            .optional()
            .describe("Only the caller's, and those of the caller's groups"),
          waitingForMe: z
            .boolean()
            .optional()
            .describe('Only those that the caller may decide now'),
          text: z
            .string()
            .max(200)
            .optional()
            .describe('Text that title, reason, ticket or owner must contain'),
          limit: z.number().int().min(1).max(100).optional(),
          cursor: z
            .string()
            .max(8000)
            .optional()
            .describe('nextCursor of the answer before'),
        }),
      output: z =>
        z.object({
          requests: z.array(
            z.object({
              id: z.string(),
              title: z.string(),
              state: z.string(),
              owner: z.string(),
              requestedBy: z.string(),
              requestedAt: z.string(),
              message: z.string().optional(),
              problem: z.string().optional(),
              pullRequest: z.string().optional(),
            }),
          ),
          totalItems: z.number().describe('How many fit in all'),
          nextCursor: z.string().optional(),
        }),
    },
    examples: [{ title: 'What waits for me', input: { waitingForMe: true } }],
    action: async ({ input, credentials }) => {
      const { items, pageInfo, totalItems } = await options.views.list(
        {
          filters: [],
          mine: input.mine,
          waitingForMe: input.waitingForMe,
          text: input.text?.trim() || undefined,
          limit: input.limit,
          cursor: input.cursor,
        },
        await options.askerOf(credentials),
      );
      return {
        output: {
          requests: items.map(item => ({
            id: item.id,
            title: item.title,
            state: item.state,
            owner: item.owner,
            requestedBy: item.requestedBy,
            requestedAt: item.requestedAt,
            message: item.message,
            problem: item.problem,
            pullRequest: item.links?.pullRequest?.url,
          })),
          totalItems,
          nextCursor: pageInfo.nextCursor,
        },
      };
    },
  });
}
