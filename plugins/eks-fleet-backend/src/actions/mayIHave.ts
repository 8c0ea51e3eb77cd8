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
  eksFleetRequestCreatePermission,
  type RequestAsk,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { RequestActionOptions } from './registerActions';

export function registerMayIHave(
  registry: ActionsRegistryService,
  options: RequestActionOptions,
): void {
  registry.register({
    name: 'may-i-have',
    title: 'Check a Request for a Cluster or Namespace',
    description: `
Says whether the caller's group may have an Amazon EKS cluster or a namespace, or a change of one, before
anybody asks for it: allowed, needs an approval, or denied, with each reason, and what it costs a month.
Fields that are wrong come back as \`problems\`, each with what would be right. Nothing is kept.

## When to use

Use this to tell what a request would come to, or to find out step by step what a \`spec\` has to be. Asking for
it is done by a person, by a form or a template.
    `,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: eksFleetRequestCreatePermission,
    schema: {
      input: z =>
        z.object({
          kind: z.enum(['cluster', 'namespace']),
          operation: z.enum(['create', 'change', 'delete', 'extend']),
          owner: z
            .string()
            .max(300)
            .describe('Entity reference of a group of the caller'),
          thing: z
            .string()
            .max(400)
            .optional()
            .describe('Key of what is there, where it is changed'),
          spec: z
            .record(z.string(), z.unknown())
            .optional()
            .describe('A ClusterSpec or NamespaceSpec'),
          expiresOn: z.string().max(10).optional(),
        }),
      output: z =>
        z.object({
          problems: z.array(
            z.object({ field: z.string(), message: z.string() }),
          ),
          outcome: z.enum(['allow', 'needsApproval', 'deny']).optional(),
          reasons: z
            .array(z.object({ outcome: z.string(), message: z.string() }))
            .optional(),
          monthlyCost: z
            .object({
              currency: z.string(),
              expected: z.number(),
              isAtLeast: z.boolean(),
            })
            .optional(),
        }),
    },
    action: async ({ input, credentials }) => {
      const { cost, problems, verdict } = await options.previews.preflight(
        input as RequestAsk,
        await options.creatorOf(credentials),
      );
      return {
        output: {
          problems: problems.map(({ field, message }) => ({ field, message })),
          outcome: verdict?.outcome,
          reasons: verdict?.reasons.map(({ message, outcome }) => ({
            outcome,
            message,
          })),
          monthlyCost: cost && {
            currency: cost.currency,
            expected: cost.after.expected,
            isAtLeast: cost.unknown.length > 0,
          },
        },
      };
    },
  });
}
