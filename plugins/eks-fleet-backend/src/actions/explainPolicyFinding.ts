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
  eksFleetViewPermission,
  type PolicyFinding,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { findingSchema, toShortFinding } from './findingSchemas';
import type { PolicyActionOptions } from './registerActions';

export function registerExplainPolicyFinding(
  registry: ActionsRegistryService,
  options: PolicyActionOptions,
): void {
  registry.register({
    name: 'explain-policy-finding',
    title: 'Explain Why Something Is Not Compliant',
    description: `
Says why a resource of an Amazon EKS cluster is not compliant: which policy it breaks and what the engine says, what
that policy is for, what would mend it, what happens to it now (refused, warned or recorded), who owns it, until when
it is to be mended, and whether an exception covers it.

Get fingerprints from \`list-policy-findings\`. A finding on a cluster that the caller may not read is not found.
    `,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: eksFleetViewPermission,
    schema: {
      input: z =>
        z.object({
          fingerprint: z
            .string()
            .regex(/^[0-9a-f]{32}$/)
            .describe('Of a finding, from list-policy-findings'),
        }),
      output: z =>
        z.object({
          finding: findingSchema(z),
          why: z.string().describe('In sentences'),
          policyDescription: z.string().optional(),
          remediation: z.string().optional(),
          documentation: z.string().optional(),
        }),
    },
    action: async ({ input, credentials }) => {
      const scope = await options.access.scope(credentials);
      const finding = await options.findings.get(scope, input.fingerprint);
      const { description, documentation, remediation } = finding.policy;
      return {
        output: {
          finding: toShortFinding(finding),
          why: explain(finding),
          policyDescription: description,
          remediation,
          documentation,
        },
      };
    },
  });
}

const CONSEQUENCE = {
  enforce: 'Changes that break it are refused; what was there before stays.',
  warn: 'Changes that break it are let in with a warning.',
  audit: 'It is recorded, and nothing is refused.',
  off: 'The policy is off.',
  mixed: 'What happens differs by rule or namespace.',
};

/** In sentences. */
export function explain(finding: PolicyFinding): string {
  const { cluster, exceptions, mode, policy, resource, result } = finding;
  const what = [resource.kind, nameOf(resource)].filter(Boolean).join(' ');
  const verb = {
    fail: 'breaks',
    warn: 'breaks',
    error: 'could not be judged by',
    exempt: 'is exempt from',
  }[result];
  return [
    `${what} on ${cluster.name} ${verb} ${policy.title ?? policy.name}.`,
    finding.message && `The engine says: ${finding.message}`,
    result !== 'exempt' && mode && CONSEQUENCE[mode],
    exceptions && `Covered by ${exceptions.join(', ')}.`,
    finding.resolvedAt && `It was resolved on ${finding.resolvedAt}.`,
    finding.stale &&
      `This was last seen on ${finding.lastSeen} and may be gone.`,
    finding.dueAt && `It is to be mended by ${finding.dueAt}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function nameOf({ name, namespace }: PolicyFinding['resource']): string {
  return [namespace, name].filter(Boolean).join('/');
}
