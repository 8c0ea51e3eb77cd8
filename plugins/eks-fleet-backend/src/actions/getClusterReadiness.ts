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
import { eksFleetViewPermission } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ActionOptions } from './registerActions';
import { targetInput } from './schemas';

export function registerGetClusterReadiness(
  registry: ActionsRegistryService,
  { access, readiness }: Pick<ActionOptions, 'access' | 'readiness'>,
): void {
  registry.register({
    name: 'get-cluster-readiness',
    title: 'Get the Upgrade Readiness of an EKS Cluster',
    description: `
Tells whether one Amazon EKS cluster can move to a Kubernetes version, from what was last observed: the
verdict (\`ready\`, \`blocked\`, or \`unknown\` where something that the verdict needs is missing or stale; unknown
is not ready), the versions on the way, the steps with the fewest node rolls, and each finding with its
severity, evidence, owner, when it clears by itself, and what to do.

A finding with a \`waiver\` is one that somebody agreed to go on in spite of, until a date.

## When to use

Use this to explain what keeps one cluster from an upgrade. For the whole fleet use \`list-fleet-blockers\`.
    `,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: eksFleetViewPermission,
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .max(200)
            .describe('Such as resource:default/prod-payments-eu-1a2b3c4d'),
          target: targetInput(z),
        }),
      output: z =>
        z.object({
          name: z.string(),
          version: z.string().optional().describe('Kubernetes version now'),
          target: z.string(),
          verdict: z.enum(['ready', 'blocked', 'unknown']),
          hops: z.array(z.string()).describe('Versions on the way'),
          steps: z.array(
            z.object({
              kind: z.enum(['controlPlane', 'addon', 'nodes']),
              subject: z.string(),
              from: z.string().optional(),
              to: z.string(),
              reason: z.string().optional(),
            }),
          ),
          findings: z.array(
            z.object({
              code: z.string(),
              severity: z.enum(['blocking', 'unknown', 'warning', 'info']),
              message: z.string(),
              owner: z.string().optional().describe('Who can clear it'),
              since: z.string().optional(),
              clearsAt: z.string().optional(),
              fix: z.string().optional(),
              waivedUntil: z.string().optional(),
            }),
          ),
          assessedAt: z.string(),
        }),
    },
    examples: [
      {
        title: 'The next minor version',
        input: { entityRef: 'resource:default/prod-payments-eu-1a2b3c4d' },
      },
    ],
    action: async ({ input, credentials }) => {
      const ref = parseEntityRef(input.entityRef, {
        defaultKind: 'resource',
        defaultNamespace: 'default',
      });
      const { cluster, findings, ...verdict } = await readiness.get(
        await access.scope(credentials),
        stringifyEntityRef(ref),
        input.target,
      );
      return {
        output: {
          name: cluster.name,
          version: cluster.version,
          target: verdict.target,
          verdict: verdict.verdict,
          hops: verdict.hops,
          steps: verdict.steps,
          findings: findings.map(finding => ({
            code: finding.code,
            severity: finding.severity,
            message: finding.message,
            owner: finding.owner,
            since: finding.since,
            clearsAt: finding.clearsAt,
            fix: finding.fix,
            waivedUntil: finding.waiver?.active
              ? finding.waiver.until
              : undefined,
          })),
          assessedAt: verdict.assessedAt,
        },
      };
    },
  });
}
