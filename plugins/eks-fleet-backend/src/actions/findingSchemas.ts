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

import type { PolicyFinding } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { z as Zod } from 'zod/v3';

/** A finding as actions give it. */
export function findingSchema(z: typeof Zod) {
  return z.object({
    fingerprint: z.string().describe('Names it over rescans'),
    engine: z.string(),
    policy: z.string(),
    category: z.string().optional(),
    rule: z.string().optional(),
    severity: z.string(),
    result: z.enum(['fail', 'warn', 'error', 'exempt']),
    mode: z
      .string()
      .optional()
      .describe('enforce, warn or audit: what happens to what breaks it'),
    message: z.string().optional(),
    cluster: z.string(),
    clusterArn: z.string(),
    environment: z.string().optional(),
    namespace: z.string().optional(),
    kind: z.string(),
    resource: z.string().optional(),
    owner: z.string().describe('Entity reference; empty where nobody owns it'),
    assignee: z.string().optional(),
    firstSeen: z.string(),
    lastSeen: z.string(),
    resolvedAt: z.string().optional(),
    stale: z
      .boolean()
      .optional()
      .describe('Its source was not read lately, so it may be gone'),
    dueAt: z.string().optional(),
    exceptions: z.array(z.string()).optional(),
  });
}

export function toShortFinding(finding: PolicyFinding) {
  const { assignment, cluster, policy, resource } = finding;
  return {
    fingerprint: finding.fingerprint,
    engine: policy.engine,
    policy: policy.name,
    category: policy.category,
    rule: finding.rule,
    severity: finding.severity,
    result: finding.result,
    mode: finding.mode,
    message: finding.message,
    cluster: cluster.name,
    clusterArn: cluster.arn,
    environment: cluster.environment,
    namespace: resource.namespace,
    kind: resource.kind,
    resource: resource.name,
    owner: finding.owner,
    assignee: assignment?.assignee,
    firstSeen: finding.firstSeen,
    lastSeen: finding.lastSeen,
    resolvedAt: finding.resolvedAt,
    stale: finding.stale,
    dueAt: finding.dueAt,
    exceptions: finding.exceptions,
  };
}
