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

import type { ExceptionContent, ExceptionRecord } from '../types';

export const ID = '0b54c1de-0000-4000-8000-00000000000a';
export const ARN = 'arn:aws:eks:eu-west-1:111111111111:cluster/orders';

/** From a rule of a policy, for a Deployment. */
export function aContent(
  part: Partial<ExceptionContent> = {},
): ExceptionContent {
  return {
    id: ID,
    name: 'no-latest-tag-web-0b54c1de',
    policy: {
      id: '00000000000000aa',
      engine: 'kyverno',
      kind: 'ValidatingPolicy',
      name: 'no-latest-tag',
    },
    scope: {
      kind: 'resource',
      namespace: 'shop',
      resource: { kind: 'Deployment', name: 'web' },
    },
    reason: 'The vendor ships no other tag',
    ticket: 'SEC-12',
    requestedBy: 'user:default/ada',
    expiresAt: '2027-01-31T23:59:59Z',
    ...part,
  };
}

/** One that waits for a second person. */
export function aRecord(part: Partial<ExceptionRecord> = {}): ExceptionRecord {
  return {
    state: 'pendingApproval',
    asked: {
      ...aContent(),
      rendering: 'policies.kyverno.io',
      requestedAt: '2026-11-23T12:00:00.000Z',
      approval: 'required',
      repository: 'fleet',
      files: [{ path: 'exceptions/a.yaml', arn: ARN, create: 'a: b\n' }],
      contentHash: 'abc',
    },
    acts: {},
    progress: {},
    clusters: [
      {
        arn: ARN,
        createdAt: '2025-01-02T03:04:05Z',
        entityRef: 'resource:default/orders-1111',
      },
    ],
    ...part,
  };
}
