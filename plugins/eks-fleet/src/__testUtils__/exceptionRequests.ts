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

import type {
  ExceptionPreview,
  ExceptionRequest,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { aClusterRef, aFinding, FINGERPRINT, POLICY_ID } from './policies';

const PATH =
  'environments/prod/exceptions/prod/require-requests-api-1a2b3c4d.yaml';
const TEXT = 'apiVersion: kyverno.io/v2\nkind: PolicyException\n';

/** What an exception from the finding of the fixtures would be. */
export function aPreview(
  part: Partial<ExceptionPreview> = {},
): ExceptionPreview {
  const { cluster, policy, resource } = aFinding();
  return {
    problems: [],
    notes: ['It covers all that the policy checks, not this check alone'],
    policy,
    rendering: 'kyverno.io',
    scope: {
      kind: 'resource',
      namespace: resource.namespace,
      resource: { kind: resource.kind, name: resource.name ?? '' },
    },
    name: 'require-requests-api-1a2b3c4d',
    clusters: [cluster],
    repository: 'https://git.example.com/fleet',
    files: [{ path: PATH, cluster: cluster.arn, text: TEXT }],
    diff: `--- /dev/null\n+++ b/${PATH}\n+kind: PolicyException\n`,
    findings: { count: 1, items: [aFinding()] },
    maxDays: 60,
    ticketRequired: false,
    approval: 'required',
    ...part,
  };
}

/** A request that the reader may approve. */
export function aRequest(
  part: Partial<ExceptionRequest> = {},
): ExceptionRequest {
  const { id, engine, kind, name } = aFinding().policy;
  return {
    id: 'r1',
    name: 'require-requests-api-1a2b3c4d',
    state: 'pendingApproval',
    message: 'Waits for somebody else to agree to it',
    policy: { id: id ?? POLICY_ID, engine, kind, name },
    finding: FINGERPRINT,
    rendering: 'kyverno.io',
    scope: {
      kind: 'resource',
      namespace: 'checkout',
      resource: { kind: 'Deployment', name: 'api' },
    },
    clusters: [{ cluster: aClusterRef() }],
    inForceOn: 0,
    reason: 'Moves to Batch in December',
    ticket: 'https://tickets.example.com/OPS-7',
    expiresAt: '2026-12-23T23:59:59Z',
    requestedBy: 'user:default/ana',
    requestedAt: '2026-11-23T10:00:00Z',
    approval: 'required',
    contentHash: 'hash-of-what-was-shown',
    rights: { decide: true, cancel: true, remove: false },
    files: [{ path: PATH, cluster: aClusterRef().arn, text: TEXT }],
    events: [
      {
        at: '2026-11-23T10:00:00Z',
        by: 'user:default/ana',
        message: 'Asked for',
      },
    ],
    ...part,
  };
}
