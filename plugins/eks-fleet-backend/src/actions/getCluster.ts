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
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { eksFleetViewPermission } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { clusterSchema } from './schemas';
import type { ActionOptions } from './registerActions';

export function registerGetCluster(
  registry: ActionsRegistryService,
  { access, inventory }: Pick<ActionOptions, 'access' | 'inventory'>,
): void {
  registry.register({
    name: 'get-cluster',
    title: 'Get EKS Cluster',
    description: `
Gets one Amazon EKS cluster of the fleet by its ARN or its catalog entity reference, as it was last observed:
account, Region, Kubernetes version with the dates at which its support ends, status, owner, labels, cost of
the control plane, links, and how far this can be trusted (\`observation\`).

A cluster that does not exist and one that the caller may not read give the same error.

## When to use

Use this when the ARN or entity reference is known. To find a cluster by name use \`list-clusters\` with
\`text\`: names are not unique over accounts.
    `,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: eksFleetViewPermission,
    schema: {
      input: z =>
        z.object({
          arn: z.string().max(400).optional().describe('ARN of the cluster'),
          entityRef: z
            .string()
            .max(200)
            .optional()
            .describe('Such as resource:default/prod-payments-eu-1a2b3c4d'),
        }),
      output: z => z.object({ cluster: clusterSchema(z) }),
    },
    examples: [
      {
        title: 'By ARN',
        input: {
          arn: 'arn:aws:eks:eu-west-1:111122223333:cluster/prod-payments-eu',
        },
      },
    ],
    action: async ({ input, credentials }) => {
      const by = readLookup(input);
      const scope = await access.scope(credentials);
      return { output: { cluster: await inventory.get(scope, by) } };
    },
  });
}

function readLookup(input: { arn?: string; entityRef?: string }) {
  if (input.arn) {
    return { arn: input.arn };
  }
  if (!input.entityRef) {
    throw new InputError('arn or entityRef: one of them is needed');
  }
  const ref = parseEntityRef(input.entityRef, {
    defaultKind: 'resource',
    defaultNamespace: 'default',
  });
  return { entityRef: stringifyEntityRef(ref) };
}
