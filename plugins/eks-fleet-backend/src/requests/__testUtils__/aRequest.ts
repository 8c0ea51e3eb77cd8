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

import type { RequestRecord } from '../types';

export const NOW = new Date('2026-11-30T10:00:00.000Z');

/** A request for a namespace that waits for an approval. */
export function aRequest(
  part: Partial<Pick<RequestRecord, 'acts' | 'progress' | 'state'>> & {
    asked?: Partial<RequestRecord['asked']>;
  } = {},
): RequestRecord {
  const at = NOW.toISOString();
  const name = part.asked?.thing?.key.split('/').at(-1) ?? 'payments-dev';
  return {
    state: part.state ?? 'pendingApproval',
    asked: {
      id: '11111111-1111-4111-8111-111111111111',
      kind: 'namespace',
      operation: 'create',
      thing: {
        kind: 'namespace',
        key: `namespace/111111111111/eu-west-1/alpha/${name}`,
        title: `${name} on alpha`,
      },
      title: `Namespace ${name} on alpha`,
      environment: 'dev',
      cluster: {
        accountId: '111111111111',
        region: 'eu-west-1',
        name: 'alpha',
      },
      owner: 'group:default/payments',
      requestedBy: 'user:default/ada',
      requestedAt: at,
      reason: 'A place for the new checkout',
      spec: { name, owner: 'group:default/payments' },
      repository: 'fleet',
      ...part.asked,
    },
    acts: part.acts ?? { decisions: [], comments: [] },
    progress: part.progress ?? {
      assessment: {
        verdict: { outcome: 'needsApproval', reasons: [] },
        approval: { needed: true, message: 'A person has to agree' },
        files: [{ path: `namespaces/${name}.yaml`, create: 'a: 1\n' }],
        specHash: 'hash',
      },
      steps: [
        { state: 'draft', at, until: at, source: 'person' },
        { state: 'pendingApproval', at, source: 'portal' },
      ],
    },
    updatedAt: at,
  };
}
