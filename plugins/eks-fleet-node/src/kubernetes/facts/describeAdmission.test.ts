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

import { describeAdmission } from './describeAdmission';
import { reduceApiServices } from './reduceApiServices';
import { reduceEndpoints } from './reduceEndpoints';
import { reduceWebhooks } from './reduceWebhooks';
import type { Webhook } from '../objects/types';

const NAMESPACES = new Map<string, Record<string, string>>([
  ['kube-system', { 'kubernetes.io/metadata.name': 'kube-system' }],
  ['shop', { 'kubernetes.io/metadata.name': 'shop' }],
  ['policy', { team: 'security' }],
]);

const ON_PODS = {
  apiGroups: [''],
  resources: ['pods'],
  operations: ['CREATE'],
};

const NOT_SYSTEM = {
  matchExpressions: [
    {
      key: 'kubernetes.io/metadata.name',
      operator: 'NotIn',
      values: ['kube-system'],
    },
  ],
};

const webhook = (more: Webhook = {}): Webhook => ({
  name: 'check.policy.example',
  failurePolicy: 'Fail',
  timeoutSeconds: 10,
  clientConfig: { service: { namespace: 'policy', name: 'webhook' } },
  rules: [ON_PODS],
  ...more,
});

const endpoint = (address: string, nodeName?: string, ready?: boolean) => ({
  addresses: [address],
  nodeName,
  conditions: { ready },
});

function documentOf(
  webhooks: Webhook[],
  endpoints: Array<ReturnType<typeof endpoint>> = [],
  options: { namespacesKnown: boolean } = { namespacesKnown: true },
) {
  const reducer = reduceWebhooks('ValidatingWebhookConfiguration', {
    namespaces: options.namespacesKnown ? NAMESPACES : undefined,
    ownerLabels: ['team'],
  });
  return describeAdmission({
    webhooks: reducer.add(reducer.start(), [
      { metadata: { name: 'policies' }, webhooks },
    ]),
    endpoints: new Map([
      [
        'policy/webhook',
        reduceEndpoints.add(reduceEndpoints.start(), [{ endpoints }]),
      ],
    ]),
    apiServices: [],
  });
}

describe('describeAdmission', () => {
  it('names a webhook that one node carries, and who owns it', () => {
    expect(
      documentOf(
        [webhook()],
        [endpoint('10.0.0.1', 'a'), endpoint('10.0.0.2', 'a')],
      ),
    ).toEqual({
      webhooks: [
        {
          kind: 'ValidatingWebhookConfiguration',
          configuration: 'policies',
          name: 'check.policy.example',
          reaches: ['pods', 'kube-system'],
          service: 'policy/webhook',
          readyEndpoints: 2,
          endpointNodes: 1,
          timeoutSeconds: 10,
          owner: 'group:default/security',
        },
      ],
      checkedWebhooks: 1,
      apiServices: [],
    });
  });

  it.each([
    ['nothing ready', [endpoint('10.0.0.1', 'a', false)], 1],
    ['no endpoint', [], 1],
    ['one endpoint', [endpoint('10.0.0.1', 'a', true)], 1],
    [
      'two on different nodes',
      [endpoint('10.0.0.1', 'a', true), endpoint('10.0.0.2', 'b')],
      0,
    ],
    [
      'two of which one is ready',
      [endpoint('10.0.0.1', 'a', true), endpoint('10.0.0.2', 'b', false)],
      1,
    ],
    [
      'two that do not say where they run',
      [endpoint('10.0.0.1'), endpoint('10.0.0.2')],
      0,
    ],
  ])('judges a service with %s', (_, endpoints, listed) => {
    const { webhooks, checkedWebhooks } = documentOf([webhook()], endpoints);
    expect([webhooks.length, checkedWebhooks]).toEqual([listed, 1]);
  });

  it.each<[string, Webhook, string[] | undefined]>([
    ['pods in all namespaces', {}, ['pods', 'kube-system']],
    [
      'pods outside of kube-system',
      { namespaceSelector: NOT_SYSTEM },
      ['pods'],
    ],
    [
      'pods in namespaces of a label that none has',
      { namespaceSelector: { matchLabels: { inject: 'yes' } } },
      undefined,
    ],
    [
      'everything',
      { rules: [{ apiGroups: ['*'], resources: ['*/*'], operations: ['*'] }] },
      ['pods', 'nodes', 'kube-system'],
    ],
    [
      'evictions',
      {
        namespaceSelector: NOT_SYSTEM,
        rules: [{ ...ON_PODS, resources: ['pods/eviction'] }],
      },
      ['pods'],
    ],
    [
      'nodes',
      {
        rules: [
          {
            apiGroups: [''],
            resources: ['nodes'],
            operations: ['UPDATE'],
            scope: 'Cluster',
          },
        ],
      },
      ['nodes'],
    ],
    [
      'services in kube-system',
      { rules: [{ ...ON_PODS, resources: ['services'] }] },
      ['kube-system'],
    ],
    [
      'custom resources only',
      {
        rules: [
          { ...ON_PODS, apiGroups: ['cert-manager.io'], resources: ['*'] },
        ],
      },
      undefined,
    ],
    [
      'shells in pods',
      {
        namespaceSelector: NOT_SYSTEM,
        rules: [
          { ...ON_PODS, resources: ['pods/exec'], operations: ['CONNECT'] },
        ],
      },
      undefined,
    ],
    [
      'deletions only',
      { rules: [{ ...ON_PODS, operations: ['DELETE'] }] },
      undefined,
    ],
    ['pods, if it can be asked', { failurePolicy: 'Ignore' }, undefined],
    [
      'pods, by the default of v1',
      { failurePolicy: undefined },
      ['pods', 'kube-system'],
    ],
    [
      'pods, at a URL that nothing here can judge',
      { clientConfig: { url: 'https://127.0.0.1:23443/mutate' } },
      undefined,
    ],
  ])('knows the reach of a webhook on %s', (_, more, reaches) => {
    expect(
      documentOf([webhook(more)]).webhooks.map(item => item.reaches),
    ).toEqual(reaches ? [reaches] : []);
  });

  it('takes namespaces that it may not list for selected', () => {
    const { webhooks } = documentOf(
      [webhook({ namespaceSelector: { matchLabels: { inject: 'yes' } } })],
      [],
      { namespacesKnown: false },
    );
    expect(webhooks.map(({ reaches }) => reaches)).toEqual([
      ['pods', 'kube-system'],
    ]);
  });
});

describe('reduceApiServices', () => {
  it('lists APIs of other servers that are not available, and why', () => {
    const service = { namespace: 'kube-system', name: 'metrics-server' };
    const available = (status: string) => ({
      conditions: [
        {
          type: 'Available',
          status,
          reason: 'MissingEndpoints',
          message: 'endpoints for service/metrics-server have no addresses',
          lastTransitionTime: '2026-11-22T08:00:00Z',
        },
      ],
    });
    expect(
      reduceApiServices.add(reduceApiServices.start(), [
        { metadata: { name: 'v1.apps' }, status: available('True') },
        {
          metadata: { name: 'v1.up' },
          spec: { service },
          status: available('True'),
        },
        {
          metadata: { name: 'v1beta1.metrics.k8s.io' },
          spec: { service },
          status: available('False'),
        },
        { metadata: { name: 'v1.silent' }, spec: { service } },
      ]),
    ).toEqual([
      {
        name: 'v1beta1.metrics.k8s.io',
        service: 'kube-system/metrics-server',
        reason: 'MissingEndpoints',
        message: 'endpoints for service/metrics-server have no addresses',
        since: '2026-11-22T08:00:00.000Z',
      },
      { name: 'v1.silent', service: 'kube-system/metrics-server' },
    ]);
  });
});
