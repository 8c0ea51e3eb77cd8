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

import { failureOf, readWith } from '../__testUtils__/readWith';
import { kindOf } from '../__testUtils__/reports';
import {
  forbidding,
  type TestKind,
  type TestObject,
} from '../__testUtils__/startPolicyCluster';
import { readKyverno } from './readKyverno';

describe('readKyverno', () => {
  const chart = {
    labels: { 'helm.sh/chart': 'fleet-policies-1.4.0' },
    annotations: {
      'policies.kyverno.io/title': 'Labels',
      'policies.kyverno.io/severity': 'medium',
      'eks-fleet.io/documentation': 'data:text/html,<script>',
      'argocd.argoproj.io/tracking-id': 'policies:kyverno.io/ClusterPolicy:x/y',
    },
  };
  const kyverno = (exceptions: TestObject[] = []): TestKind[] => [
    kindOf('kyverno.io/v1', 'ClusterPolicy', [
      {
        metadata: { name: 'labels', ...chart },
        spec: { rules: [{ validate: { failureAction: 'Enforce' } }] },
        status: { conditions: [{ type: 'Ready', status: 'True' }] },
      },
    ]),
    kindOf('policies.kyverno.io/v1', 'ValidatingPolicy', [
      { metadata: { name: 'cel' }, spec: { validationActions: ['Audit'] } },
    ]),
    kindOf('policies.kyverno.io/v1alpha1', 'ValidatingPolicy', [
      { metadata: { name: 'cel' }, spec: { validationActions: ['Deny'] } },
    ]),
    kindOf('kyverno.io/v2', 'PolicyException', exceptions),
  ];

  it('reads policies of both generations, each kind once', async () => {
    const { sink, snapshot } = await readWith(readKyverno, kyverno());
    expect(sink.policies).toEqual([
      {
        engine: 'kyverno',
        kind: 'ClusterPolicy',
        name: 'labels',
        title: 'Labels',
        severity: 'medium',
        version: 'fleet-policies-1.4.0',
        origin: {
          argocdApplication: 'policies',
          chart: 'fleet-policies-1.4.0',
        },
        mode: 'enforce',
        ready: true,
      },
      {
        engine: 'kyverno',
        kind: 'ValidatingPolicy',
        name: 'cel',
        mode: 'audit',
      },
    ]);
    expect(snapshot).toMatchObject({ engines: ['kyverno'], notes: [] });
    const again = await readWith(readKyverno, kyverno(), {
      previous: snapshot.state,
    });
    expect(again.snapshot.unchanged).toBe(true);
    expect(again.sink.policies).toEqual([]);
  });

  it('reads reason, ticket, approver and end of an exception', async () => {
    const { sink } = await readWith(
      readKyverno,
      kyverno([
        {
          metadata: {
            name: 'old',
            namespace: 'platform',
            creationTimestamp: '2026-11-29T00:00:00Z',
            labels: { 'cleanup.kyverno.io/ttl': '4h' },
            annotations: {
              'eks-fleet.io/reason': 'moves out',
              'eks-fleet.io/ticket': 'OPS-1',
              'eks-fleet.io/approved-by': 'user:default/ada',
            },
          },
          spec: {
            exceptions: [
              { policyName: 'labels', ruleNames: ['team', 'autogen-team'] },
              { policyName: 'shop/own', ruleNames: ['*'] },
            ],
            match: {
              any: [
                {
                  resources: {
                    kinds: ['Deployment'],
                    names: ['web'],
                    namespaces: ['shop'],
                  },
                },
              ],
            },
          },
        },
        {
          metadata: { name: 'wide', namespace: 'platform' },
          spec: {
            exceptions: [{ policyName: 'labels', ruleNames: ['*'] }],
            match: {
              any: [{ resources: { kinds: ['Pod'], names: ['web-*'] } }],
            },
          },
        },
      ]),
    );
    expect(sink.exceptions).toEqual([
      {
        engine: 'kyverno',
        kind: 'PolicyException',
        apiVersion: 'kyverno.io/v2',
        namespace: 'platform',
        name: 'old',
        policies: [
          { kind: 'ClusterPolicy', name: 'labels', rules: ['team'] },
          { kind: 'Policy', name: 'shop/own' },
        ],
        scope: 'Deployment web in shop',
        namespaces: ['shop'],
        tooBroad: false,
        reason: 'moves out',
        ticket: 'OPS-1',
        approvedBy: 'user:default/ada',
        expiresAt: '2026-11-29T04:00:00.000Z',
        createdAt: '2026-11-29T00:00:00.000Z',
      },
      expect.objectContaining({
        name: 'wide',
        scope: 'Pod web-* in all namespaces',
        tooBroad: true,
      }),
    ]);
  });

  it('reads exceptions for policies in CEL', async () => {
    const { sink } = await readWith(readKyverno, [
      kindOf('policies.kyverno.io/v1', 'PolicyException', [
        {
          metadata: { name: 'a', namespace: 'platform' },
          spec: {
            policyRefs: [{ kind: 'ValidatingPolicy', name: 'cel' }],
            matchConditions: [
              { name: 'x', expression: 'object.metadata.namespace == "shop"' },
            ],
            expiresAt: '2026-11-01T00:00:00Z',
            properties: { reason: 'moves', 'approved-by': 'ada' },
          },
        },
        { metadata: { name: 'b', namespace: 'platform' }, spec: {} },
      ]),
    ]);
    expect(sink.exceptions).toMatchObject([
      {
        policies: [{ kind: 'ValidatingPolicy', name: 'cel' }],
        namespaces: ['shop'],
        tooBroad: false,
        reason: 'moves',
        approvedBy: 'ada',
        expiresAt: '2026-11-01T00:00:00.000Z',
      },
      { name: 'b', policies: [], tooBroad: true },
    ]);
  });

  it('says so where one kind is forbidden, and that Kyverno is not there', async () => {
    const intercept = forbidding('policyexceptions');
    const { snapshot } = await readWith(readKyverno, kyverno(), { intercept });
    expect(snapshot).toMatchObject({
      engines: [],
      notes: [
        'May not list policyexceptions.kyverno.io: what there is of them is not known.',
      ],
    });
    expect(await failureOf(readWith(readKyverno, []))).toMatchObject({
      code: 'notInstalled',
    });
  });
});
