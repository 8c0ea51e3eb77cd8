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
  PolicyEdit,
  PolicyEditPreview,
  PolicyLayers,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { aClusterRef } from './policies';

export const PROD_LAYER = 'policies/environments/prod.yaml';

/** The layers of a policy, all of which may be edited. */
export function aLayerSet(part: Partial<PolicyLayers> = {}): PolicyLayers {
  return {
    policies: ['require-requests'],
    exclude: { namespaces: ['kube-system'] },
    parameters: [
      {
        name: 'requests',
        type: 'texts',
        choices: ['cpu', 'memory'],
        value: ['cpu'],
      },
      { name: 'initContainers', type: 'boolean', value: false },
    ],
    layers: [
      {
        path: 'policies/default.yaml',
        kind: 'default',
        clusters: 3,
        says: { mode: 'audit' },
        mayEdit: true,
      },
      {
        path: PROD_LAYER,
        kind: 'label',
        label: 'environment',
        value: 'prod',
        clusters: 3,
        says: {},
        mayEdit: true,
      },
    ],
    repository: 'https://github.com/acme/fleet',
    ...part,
  };
}

export function anEditPreview(
  part: Partial<PolicyEditPreview> = {},
): PolicyEditPreview {
  return {
    problems: [],
    notes: [],
    layers: [PROD_LAYER],
    repository: 'https://github.com/acme/fleet',
    baseCommit: 'a'.repeat(40),
    diff: `--- a/${PROD_LAYER}\n+++ b/${PROD_LAYER}\n@@ -1,1 +1,1 @@\n-    mode: audit\n+    mode: enforce\n`,
    contentHash: 'h1',
    counts: { changes: 2, same: 0, overridden: 1, unknown: 0 },
    clusters: [
      {
        cluster: aClusterRef(),
        effect: 'changes',
        engine: 'kyverno',
        before: { mode: 'audit' },
        after: { mode: 'enforce' },
        safeToEnforce: {
          verdict: 'failing',
          message: '3 resources break it and would be refused.',
        },
      },
      {
        cluster: aClusterRef({ arn: 'arn:2', name: 'shop' }),
        effect: 'overridden',
        before: { mode: 'warn' },
        after: { mode: 'warn' },
        overriddenBy: ['policies/clusters/shop.yaml'],
      },
    ],
    outcomes: [
      {
        code: 'refused',
        message: 'Admission will refuse 3 resources at their next change',
        clusters: 2,
        count: 3,
      },
    ],
    ...part,
  };
}

export function anEdit(part: Partial<PolicyEdit> = {}): PolicyEdit {
  return {
    id: 'e-1',
    state: 'proposed',
    message: 'Waits for somebody to merge pull request #7',
    policy: 'require-requests',
    change: { mode: 'enforce' },
    layers: [PROD_LAYER],
    counts: { changes: 2, same: 0, overridden: 1, unknown: 0 },
    inForceOn: 0,
    reason: 'Nothing has failed for a month',
    requestedBy: 'user:default/ana',
    requestedAt: '2026-11-23T10:00:00Z',
    pullRequest: {
      number: 7,
      url: 'https://github.com/acme/fleet/pull/7',
      state: 'open',
    },
    rights: { cancel: true },
    ...part,
  };
}
