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

import type { PolicyOutcome } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { fingerprint } from './fingerprint';

const ARN = 'arn:aws:eks:eu-west-1:111122223333:cluster/shop';

/** The same numbers each time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) % 2 ** 32;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

// Few texts, with all that could pass for a separator, so that many are alike.
const TEXTS = [
  '',
  'a',
  'b',
  'a|b',
  '|',
  '"',
  '","',
  '\\',
  'a/b',
  '\u0000',
  'ä',
];

function randomOutcome(random: () => number): PolicyOutcome {
  const text = () => TEXTS[Math.floor(random() * TEXTS.length)];
  const maybe = () => (random() < 0.5 ? undefined : text());
  return {
    policy: {
      engine: random() < 0.5 ? 'kyverno' : 'gatekeeper',
      kind: text(),
      namespace: maybe(),
      name: text(),
    },
    rule: maybe(),
    result: 'fail',
    resource: {
      apiVersion: random() < 0.5 ? 'v1' : `${random() < 0.5 ? 'a' : 'b'}/v1`,
      kind: text(),
      namespace: maybe(),
      name: maybe(),
      ...(random() < 0.3
        ? { controller: { apiVersion: 'apps/v1', kind: text(), name: text() } }
        : {}),
    },
  };
}

/** What makes two findings two, field by field. */
function identity(arn: string, { policy, rule, resource }: PolicyOutcome) {
  const { controller, namespace } = resource;
  const subject = controller ?? resource;
  const [first, second] = (subject.apiVersion ?? '').split('/');
  return new Map(
    Object.entries({
      arn,
      engine: policy.engine,
      policyKind: policy.kind,
      policyNamespace: policy.namespace ?? '',
      policy: policy.name,
      rule: rule ?? '',
      group: second === undefined ? '' : first,
      kind: subject.kind,
      namespace: namespace ?? '',
      name: subject.name ?? '',
    }),
  );
}

function isSame(a: Map<string, string>, b: Map<string, string>): boolean {
  return [...a].every(([key, value]) => b.get(key) === value);
}

describe('fingerprint', () => {
  const outcome: PolicyOutcome = {
    policy: { engine: 'kyverno', kind: 'ClusterPolicy', name: 'nonroot' },
    rule: 'run-as-nonroot',
    result: 'fail',
    resource: {
      apiVersion: 'v1',
      kind: 'Pod',
      namespace: 'shop',
      name: 'cart-7d9f-x2x',
      controller: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'cart' },
    },
  };

  it('has 32 hexadecimal digits', () => {
    expect(fingerprint(ARN, outcome)).toMatch(/^[0-9a-f]{32}$/);
  });

  it('is the same over rescans, whatever the engine says in other words', () => {
    const random = seeded(1);
    for (let round = 0; round < 500; round++) {
      const first = randomOutcome(random);
      const version = `v${Math.floor(random() * 9)}`;
      const newer = (apiVersion = 'v1') =>
        apiVersion.replace(/[^/]*$/, version);
      const { controller, ...resource } = first.resource;
      const again: PolicyOutcome = {
        ...first,
        result: (['fail', 'warn', 'error', 'exempt'] as const)[round % 4],
        severity: round % 2 ? 'high' : undefined,
        category: `category ${random()}`,
        message: `message ${random()}`,
        properties: { uid: String(random()), time: String(random()) },
        exceptions: [String(random())],
        ownerLabel: { value: String(random()), from: 'namespace' },
        resource: {
          ...resource,
          apiVersion: newer(resource.apiVersion),
          ...(controller
            ? {
                // Pods are made again under other names.
                kind: `Kind${random()}`,
                name: `pod-${random()}`,
                controller: {
                  ...controller,
                  apiVersion: newer(controller.apiVersion),
                },
              }
            : {}),
        },
      };
      expect(fingerprint(ARN, again)).toBe(fingerprint(ARN, first));
    }
  });

  it('is never that of another resource, rule, policy or cluster', () => {
    const random = seeded(2);
    const known = new Map<string, Map<string, string>>();
    let alike = 0;
    let mistaken = 0;
    for (let round = 0; round < 20_000; round++) {
      const one = randomOutcome(random);
      const arn = random() < 0.5 ? ARN : `${ARN}-2`;
      const key = fingerprint(arn, one);
      const of = identity(arn, one);
      const before = known.get(key);
      if (before) {
        alike += 1;
        mistaken += isSame(of, before) ? 0 : 1;
      }
      known.set(key, of);
    }
    expect(mistaken).toBe(0);
    // Otherwise nothing was held against anything.
    expect(alike).toBeGreaterThan(0);
  });

  it.each([
    ['cluster', { arn: `${ARN}2` }],
    [
      'engine',
      { policy: { ...outcome.policy, engine: 'gatekeeper' as const } },
    ],
    ['kind of policy', { policy: { ...outcome.policy, kind: 'Policy' } }],
    ['namespace of policy', { policy: { ...outcome.policy, namespace: 'x' } }],
    ['policy', { policy: { ...outcome.policy, name: 'root' } }],
    ['rule', { rule: 'other' }],
    ['namespace', { resource: { ...outcome.resource, namespace: 'shop2' } }],
    [
      'group of the API',
      {
        resource: {
          ...outcome.resource,
          controller: {
            apiVersion: 'argoproj.io/v1',
            kind: 'Deployment',
            name: 'cart',
          },
        },
      },
    ],
    [
      'name',
      {
        resource: {
          ...outcome.resource,
          controller: {
            apiVersion: 'apps/v1',
            kind: 'Deployment',
            name: 'till',
          },
        },
      },
    ],
  ])('is another one for another %s', (_, change) => {
    const { arn = ARN, ...rest } = change as { arn?: string };
    expect(fingerprint(arn, { ...outcome, ...rest })).not.toBe(
      fingerprint(ARN, outcome),
    );
  });
});
