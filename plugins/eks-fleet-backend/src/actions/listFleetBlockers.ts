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
import { filterInput, targetInput } from './schemas';
import { toFilter } from './toFilter';

export function registerListFleetBlockers(
  registry: ActionsRegistryService,
  { access, readiness }: Pick<ActionOptions, 'access' | 'readiness'>,
): void {
  registry.register({
    name: 'list-fleet-blockers',
    title: 'List What Blocks EKS Upgrades',
    description: `
Lists what keeps Amazon EKS clusters of the fleet from moving to a Kubernetes version: one row for each cause
(an add-on version, a deprecated API called by one client, a disruption budget), with how many clusters it
hits, their owners, since when, when it clears by itself, and what to do. The causes that hit most come first.

Only clusters that the caller may read are counted.

## When to use

Use this to plan an upgrade campaign, or to find whom to write to. To explain one cluster use
\`get-cluster-readiness\`.
    `,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: eksFleetViewPermission,
    schema: {
      input: z => z.object({ target: targetInput(z), filter: filterInput(z) }),
      output: z =>
        z.object({
          clusters: z.number().describe('Clusters that are not ready'),
          blockers: z.array(
            z.object({
              causeKey: z.string(),
              code: z.string(),
              severity: z.enum(['blocking', 'unknown', 'warning', 'info']),
              title: z.string(),
              message: z.string(),
              clusters: z.number().describe('How many clusters it hits'),
              waived: z.number().describe('How many of them waived it'),
              owners: z.array(
                z.object({ owner: z.string(), clusters: z.number() }),
              ),
              since: z.string().optional(),
              clearsAt: z.string().optional(),
              fix: z.string().optional(),
            }),
          ),
        }),
    },
    examples: [
      {
        title: 'What keeps production out of standard support',
        input: { target: 'supported', filter: { environment: ['prod'] } },
      },
    ],
    action: async ({ input, credentials }) => {
      const { clusters, items } = await readiness.blockers(
        await access.listScope(credentials),
        { target: input.target, filter: toFilter(input.filter) },
      );
      return {
        output: {
          clusters,
          blockers: items.map(({ hits: _, ...blocker }) => blocker),
        },
      };
    },
  });
}
