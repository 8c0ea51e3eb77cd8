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

export function registerListKubernetesVersions(
  registry: ActionsRegistryService,
  { access, overview }: Pick<ActionOptions, 'access' | 'overview'>,
): void {
  registry.register({
    name: 'list-kubernetes-versions',
    title: 'List Kubernetes Versions on EKS',
    description: `
Lists the Kubernetes versions of Amazon EKS with the dates at which their standard and extended support end,
and how many clusters of the fleet run each. Only clusters that the caller may read are counted.

\`source\` says whether EKS told the dates (\`observed\`) or they are those that ship with the plugin.

## When to use

Use this for questions about support dates, and about which versions the fleet is on.
    `,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: eksFleetViewPermission,
    schema: {
      input: z => z.object({}),
      output: z =>
        z.object({
          source: z.string(),
          versions: z.array(
            z.object({
              version: z.string(),
              partition: z.string(),
              state: z.enum(['standard', 'extended', 'unsupported', 'unknown']),
              releaseDate: z.string().optional(),
              endOfStandardSupport: z.string().optional(),
              endOfExtendedSupport: z.string().optional(),
              clusters: z.number(),
            }),
          ),
        }),
    },
    examples: [{ title: 'All of them', input: {} }],
    action: async ({ credentials }) => {
      const { items, source } = await overview.versions(
        await access.listScope(credentials),
      );
      return { output: { source, versions: items } };
    },
  });
}
