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

import type { Manifest } from '../../model/policyStory';
import { PAYMENTS_PROD, PROD } from '../demoAccounts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What was agreed to, by `<account>/<name>` of the cluster. */
export function demoExceptions(now: Date): Record<string, Manifest[]> {
  const inDays = (days: number) =>
    new Date(now.getTime() + days * DAY_MS)
      .toISOString()
      .replace(/\.\d+Z$/, 'Z');
  return {
    // About to expire.
    [`${PROD}/checkout-de`]: [
      exception({
        name: 'checkout-debug-shell',
        policies: ['no-latest-tag', 'require-requests', 'allowed-registries'],
        condition:
          "object.metadata.namespace == 'checkout' && object.metadata.name.startsWith('debug-shell')",
        createdAt: inDays(-85),
        expiresAt: inDays(5),
        properties: {
          reason: 'The shell is needed until the peak of the season is over',
          ticket: 'CHK-2291',
          'requested-by': 'user:default/alex',
          'approved-by': 'user:default/pat',
        },
      }),
    ],
    // Expired, and Kyverno's background scan honours it still.
    [`${PROD}/checkout-us`]: [
      exception({
        name: 'node-exporter-host',
        policies: ['pod-security-baseline', 'allowed-registries'],
        condition:
          "object.metadata.?namespace.orValue('') == 'observability' && object.metadata.name.startsWith('node-exporter')",
        createdAt: inDays(-102),
        expiresAt: inDays(-12),
        properties: {
          reason:
            'Reads the metrics of its host until the agent of the platform does',
          ticket: 'PLAT-1140',
          'requested-by': 'user:default/dana',
          'approved-by': 'group:default/platform',
        },
      }),
    ],
    // What it was for is gone.
    [`${PROD}/search-eu`]: [
      exception({
        name: 'legacy-indexer',
        policies: ['pod-security-baseline'],
        condition:
          "object.metadata.namespace == 'search' && object.metadata.name.startsWith('legacy-indexer')",
        createdAt: inDays(-60),
        expiresAt: inDays(120),
        properties: {
          reason: 'The old indexer maps a directory of its node',
          ticket: 'SRCH-88',
          'requested-by': 'user:default/olu',
          'approved-by': 'user:default/pat',
        },
      }),
    ],
    // All of a policy, for everything in the cluster.
    [`${PAYMENTS_PROD}/ledger`]: [
      exception({
        name: 'registries-during-migration',
        policies: ['allowed-registries'],
        createdAt: inDays(-20),
        expiresAt: inDays(45),
        properties: {
          reason: 'Images move to the new registry, one by one',
          ticket: 'PAY-730',
          'requested-by': 'user:default/alex',
          'approved-by': 'user:default/audrey',
        },
      }),
    ],
    [`${PAYMENTS_PROD}/payments-us`]: [
      exception({
        name: 'report-mailer-budget',
        policies: ['require-disruption-budget'],
        condition:
          "object.kind == 'Deployment' && object.metadata.namespace == 'payments' && object.metadata.name in ['report-mailer']",
        createdAt: inDays(-14),
        expiresAt: inDays(200),
        properties: {
          reason: 'Nobody waits for it; it may be away for minutes',
          ticket: 'PAY-802',
          'requested-by': 'user:default/dana',
          'approved-by': 'group:default/payments',
        },
      }),
    ],
    // Of the older kind, which has neither a reason nor an end.
    [`${PROD}/platform-tools`]: [
      {
        apiVersion: 'kyverno.io/v2',
        kind: 'PolicyException',
        metadata: {
          name: 'tools-images',
          namespace: 'kyverno',
          creationTimestamp: inDays(-400),
        },
        spec: {
          match: {
            any: [{ resources: { kinds: ['*'], namespaces: ['tools*'] } }],
          },
          exceptions: [
            {
              policyName: 'allowed-registries',
              ruleNames: ['allowed-registry', 'autogen-allowed-registry'],
            },
          ],
        },
      },
    ],
  };
}

function exception(options: {
  name: string;
  policies: string[];
  /** Of what is left out; everything where there is none. */
  condition?: string;
  createdAt: string;
  expiresAt: string;
  properties: Record<string, string>;
}): Manifest {
  const { name, policies, condition, createdAt, expiresAt, properties } =
    options;
  return {
    apiVersion: 'policies.kyverno.io/v1',
    kind: 'PolicyException',
    metadata: { name, namespace: 'kyverno', creationTimestamp: createdAt },
    spec: {
      policyRefs: policies.map(policy => ({
        kind: 'ValidatingPolicy',
        name: policy,
      })),
      ...(condition && {
        matchConditions: [{ name: 'covered', expression: condition }],
      }),
      reportResult: 'skip',
      expiresAt,
      properties,
    },
  };
}
