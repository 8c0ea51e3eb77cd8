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

import type { ObservationDocuments } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  addon,
  ago,
  blockedDrain,
  DAY_MS,
  findingOf,
  healthyDocuments,
  listed,
  news,
  nodegroup,
  nodeSet,
  update,
} from '../__testUtils__/assessment';

const documents = healthyDocuments();
const nodes = (...sets: ReturnType<typeof nodeSet>[]) => ({
  kubernetesNodes: {
    nodes: sets.reduce((sum, set) => sum + set.nodes, 0),
    sets,
    allocatable: { cpuMillis: 0, memoryBytes: 0, pods: 0 },
  },
});
const disruption = (
  extra: Partial<ObservationDocuments['kubernetesDisruption']> = {},
) => ({
  kubernetesDisruption: {
    budgets: 1,
    workloads: 1,
    blockedDrains: [],
    singleReplicas: [],
    withoutBudget: 0,
    truncated: false,
    ...extra,
  },
});
const component = (name: string, version?: string) => ({
  component: name,
  version,
  namespace: 'kube-system',
  workload: `Deployment/${name}`,
  image: `example.com/${name}:${version}`,
});

describe('a healthy cluster', () => {
  it('has nothing against it', () => {
    expect(news({})).toEqual([]);
  });
});

describe('the control plane', () => {
  const cases: Array<[string, Parameters<typeof news>[0], string[]]> = [
    [
      'of a version that nobody knows',
      {
        cluster: { ...clusterFacts(), version: undefined },
        observations: { controlPlane: undefined },
      },
      ['unknown observation-missing:controlPlane', 'unknown version-unknown'],
    ],
    [
      'with an add-on’s update in progress',
      {
        documents: {
          updates: {
            updates: [
              update({
                id: 'u1',
                type: 'AddonUpdate',
                addon: 'coredns',
                status: 'InProgress',
              }),
            ],
            unreadable: [],
          },
        },
      },
      ['blocking update-in-progress:u1'],
    ],
    [
      'whose last upgrade failed',
      {
        documents: {
          updates: {
            updates: [
              update({ id: 'old', createdAt: ago(9 * DAY_MS) }),
              update({
                id: 'new',
                status: 'Failed',
                errors: [
                  { code: 'IpNotAvailable', message: 'none', resourceIds: [] },
                ],
              }),
            ],
            unreadable: [],
          },
        },
      },
      ['warning upgrade-failed:new'],
    ],
    [
      'whose failed upgrade was made good',
      {
        documents: {
          updates: {
            updates: [
              update({ status: 'Failed', createdAt: ago(9 * DAY_MS) }),
              update({ createdAt: ago(DAY_MS) }),
            ],
            unreadable: [],
          },
        },
      },
      [],
    ],
    [
      'with a subnet that is gone',
      {
        documents: {
          subnets: { ...documents.subnets, missing: ['subnet-c'] },
        },
      },
      ['blocking subnet-missing:subnet-c'],
    ],
    [
      'with one subnet almost full',
      {
        documents: {
          subnets: {
            subnets: [
              { id: 'subnet-a', freeAddresses: 1 },
              { id: 'subnet-b', freeAddresses: 60 },
            ],
            missing: [],
          },
        },
      },
      ['warning addresses-low'],
    ],
  ];

  it.each(cases)('%s', (_, change, expected) => {
    expect(news(change)).toEqual(expected);
  });

  it('says what is free in each subnet', () => {
    const finding = findingOf(
      {
        documents: {
          subnets: {
            subnets: [
              { id: 'subnet-a', availabilityZone: 'a', freeAddresses: 1 },
              { id: 'subnet-b', availabilityZone: 'b', freeAddresses: 0 },
            ],
            missing: [],
          },
        },
      },
      'addresses-short',
    );
    expect(finding.message).toContain('1 free address together');
    expect(finding.evidence.facts).toEqual({
      'subnet-a': '1 free, a',
      'subnet-b': '0 free, b',
    });
  });
});

describe('add-ons', () => {
  const addons = (...list: ReturnType<typeof addon>[]) => ({
    addons: { addons: list, unreadable: [] },
  });
  const cases: Array<[string, Parameters<typeof news>[0], string[]]> = [
    [
      'of the Marketplace without compatibilities',
      { documents: addons(addon('kubecost', { marketplace: true })) },
      ['warning addon-not-listed:kubecost'],
    ],
    [
      'of AWS that EKS lists nowhere',
      { documents: addons(addon('mystery')) },
      ['unknown addon-not-listed:mystery'],
    ],
    [
      'whose version nobody knows',
      { documents: addons(addon('coredns', { version: undefined })) },
      ['unknown addon-version-unknown:coredns'],
    ],
    [
      'that cannot be described',
      {
        documents: {
          addons: {
            addons: documents.addons.addons,
            unreadable: [{ name: 'vpc-cni', reason: 'gone' }],
          },
        },
      },
      ['unknown addon-unreadable:vpc-cni'],
    ],
    [
      'that are being updated',
      {
        documents: addons(
          addon('coredns', {
            version: 'v1.11.4-eksbuild.2',
            status: 'UPDATING',
          }),
        ),
      },
      ['blocking addon-busy:coredns'],
    ],
    [
      'that nodes do not need, with a health issue',
      {
        documents: addons(
          addon('coredns', {
            version: 'v1.11.4-eksbuild.2',
          }),
          addon('kubecost', {
            marketplace: true,
            healthIssues: [
              { code: 'AccessDenied', message: 'no', resourceIds: [] },
            ],
          }),
        ),
      },
      [
        'warning addon-health:kubecost:AccessDenied',
        'warning addon-not-listed:kubecost',
      ],
    ],
    [
      'whose versions for the hop were never asked for',
      {
        addonVersions: new Map([
          ['1.33', listed({ coredns: ['v1.11.4-eksbuild.2'] })],
        ]),
      },
      ['unknown addon-versions-unknown:1.34'],
    ],
    [
      'whose versions were asked for four days ago',
      {
        addonVersions: new Map([
          [
            '1.34',
            listed({ coredns: ['v1.11.4-eksbuild.2'] }, ago(4 * DAY_MS)),
          ],
        ]),
      },
      ['unknown addon-versions-stale:1.34'],
    ],
  ];

  it.each(cases)('%s', (_, change, expected) => {
    expect(news(change)).toEqual(expected);
  });

  it('name the newest compatible version and the way to it', () => {
    const finding = findingOf(
      {
        documents: addons(addon('vpc-cni', { version: 'v1.18.0-eksbuild.1' })),
        addonVersions: new Map([
          [
            '1.33',
            listed({
              'vpc-cni': [
                'v1.20.1-eksbuild.3',
                'v1.19.2-eksbuild.1',
                'v1.18.0-eksbuild.1',
              ],
            }),
          ],
          ['1.34', listed({ 'vpc-cni': ['v1.20.1-eksbuild.3'] })],
        ]),
      },
      'addon-incompatible',
    );
    expect(finding).toMatchObject({
      key: 'addon-incompatible:vpc-cni:1.34',
      causeKey: 'addon-incompatible:vpc-cni:1.34',
      fix: 'Move vpc-cni from v1.18.0-eksbuild.1 to v1.20.1-eksbuild.3 before 1.34, over v1.19.2-eksbuild.1: one minor version at a time.',
      evidence: { facts: { newestCompatible: 'v1.20.1-eksbuild.3' } },
    });
  });
});

describe('nodes', () => {
  const groups = (...list: ReturnType<typeof nodegroup>[]) => ({
    nodegroups: { nodegroups: list, unreadable: [] },
  });
  const cases: Array<[string, Parameters<typeof news>[0], string[]]> = [
    [
      'of which some still run an older kubelet than their group says',
      { documents: nodes(nodeSet(), nodeSet({ kubeletVersion: 'v1.30.2' })) },
      ['blocking kubelet-skew:node group workers'],
    ],
    [
      'that will be too far behind at a later hop',
      {
        documents: groups(nodegroup({ version: '1.31' })),
        target: '1.35',
      },
      ['warning kubelet-skew:node group workers'],
    ],
    [
      'of a group that is scaled to nothing',
      { documents: groups(nodegroup({ version: '1.28', desiredSize: 0 })) },
      [],
    ],
    [
      'of a custom image whose version nobody says, where EKS found their kubelets good',
      {
        documents: groups(
          nodegroup({
            amiType: 'CUSTOM',
            version: undefined,
            releaseVersion: undefined,
          }),
        ),
      },
      ['warning ami-custom:workers'],
    ],
    [
      'of a custom image whose version nobody knows',
      {
        documents: {
          ...groups(nodegroup({ amiType: 'CUSTOM', version: undefined })),
          insights: {
            insights: [
              { ...documents.insights.insights[0], name: 'Something else' },
            ],
            unreadable: [],
          },
        },
      },
      [
        'unknown kubelet-version-unknown:node group workers',
        'warning ami-custom:workers',
      ],
    ],
    [
      'of a group that cannot be described',
      {
        documents: {
          nodegroups: {
            nodegroups: [nodegroup()],
            unreadable: [{ name: 'lost', reason: 'gone' }],
          },
        },
      },
      ['unknown nodegroup-unreadable:lost'],
    ],
    [
      'of a group that is being updated',
      { documents: groups(nodegroup({ status: 'UPDATING' })) },
      ['blocking nodegroup-busy:workers'],
    ],
    [
      'of Karpenter with Amazon Linux 2',
      {
        documents: nodes(
          nodeSet({
            owner: { kind: 'karpenter', name: 'default' },
            osImage: 'Amazon Linux 2',
          }),
        ),
      },
      ['warning ami-ended:Amazon Linux 2:Karpenter node pool default'],
    ],
    [
      'that are not ready',
      { documents: nodes(nodeSet({ notReady: 1 })) },
      ['warning nodes-not-ready'],
    ],
    [
      'that may not be taken down',
      { documents: nodes(nodeSet({ doNotDisrupt: 2 })) },
      ['warning do-not-disrupt:node group workers'],
    ],
    [
      'with a kube-proxy that is too far behind',
      { documents: nodes(nodeSet({ kubeProxyVersion: 'v1.30.0' })) },
      ['blocking kube-proxy-skew'],
    ],
  ];

  it.each(cases)('%s', (_, change, expected) => {
    expect(news(change)).toEqual(expected);
  });
});

describe('a drain', () => {
  const drains = (...blockedDrains: ReturnType<typeof blockedDrain>[]) => ({
    documents: disruption({ blockedDrains }),
  });

  it('that would hang names budget, workload, node group and owner', () => {
    expect(findingOf(drains(blockedDrain()), 'drain-blocked')).toMatchObject({
      key: 'drain-blocked:checkout/api:Deployment/api',
      causeKey: 'drain-blocked:checkout/api',
      severity: 'blocking',
      message:
        'Draining node group workers would hang: budget checkout/api allows no disruption of Deployment checkout/api now (3 healthy, 3 needed)',
      subject: { kind: 'budget', namespace: 'checkout', name: 'api' },
      owner: 'group:default/checkout',
      evidence: { facts: { nodePools: 'node group workers' } },
    });
  });

  it.each([
    ['severalBudgets', ['a/x', 'a/y'], /under 2 budgets \(a\/x, a\/y\)/],
    ['unhealthyPods', ['a/x'], /not healthy and budget a\/x counts them/],
    ['budgetNeedsAll', ['a/x'], /never allows/],
  ] as const)('is worded for %s', (reason, budgets, text) => {
    const found = findingOf(
      drains(blockedDrain({ reason, budgets: [...budgets] })),
      'drain-blocked',
    );
    expect(found.message).toMatch(text);
    expect(found.fix).toBeDefined();
  });

  it.each([
    [
      'its nodes are of no pool that rolls',
      { nodeOwners: [{ kind: 'fargate' as const, name: 'jobs' }] },
    ],
    ['its pods are on no node', { nodes: 0 }],
  ])('is no matter where %s', (_, extra) => {
    expect(news(drains(blockedDrain(extra)))).toEqual([]);
  });

  it('of Auto Mode takes its time, and ends', () => {
    const owner = { kind: 'autoMode' as const, name: 'general' };
    expect(
      news({
        documents: {
          nodegroups: { nodegroups: [], unreadable: [] },
          ...nodes(nodeSet({ owner })),
          ...disruption({
            blockedDrains: [blockedDrain({ nodeOwners: [owner] })],
          }),
        },
      }),
    ).toEqual(['warning drain-blocked:checkout/api:Deployment/api']);
  });

  it('only warns where the operator says so', () => {
    expect(
      news({
        ...drains(blockedDrain()),
        settings: { ...settings(), drain: 'warning' },
      }),
    ).toEqual(['warning drain-blocked:checkout/api:Deployment/api']);
  });

  it('that nobody could look at is named, and unknown where it is required', () => {
    expect(findingOf({}, 'drain-not-assessed').severity).toBe('info');
    const required = [...settings().required, 'kubernetesDisruption'];
    const change = { settings: { ...settings(), required } };
    expect(findingOf(change, 'drain-not-assessed').severity).toBe('unknown');
    expect(
      findingOf(
        { documents: disruption({ truncated: true }) },
        'drain-not-assessed',
      ).severity,
    ).toBe('info');
  });

  it('is no question where no node rolls', () => {
    const found = news({
      documents: {
        nodegroups: { nodegroups: [], unreadable: [] },
        ...disruption({ blockedDrains: [blockedDrain({ nodeOwners: [] })] }),
      },
    });
    expect(found).toEqual([]);
  });

  it('takes single replicas down for a while', () => {
    const single = (name: string) => ({
      workload: { namespace: 'shop', kind: 'Deployment', name },
      replicas: 1,
      ready: 1,
    });
    const found = findingOf(
      {
        documents: disruption({
          singleReplicas: Array.from({ length: 12 }, (_, i) => single(`w${i}`)),
        }),
      },
      'single-replicas',
    );
    expect(found.severity).toBe('warning');
    expect(found.message).toMatch(/^12 workloads .* and 2 more$/);
  });
});

describe('admission', () => {
  const webhook = (extra: object) => ({
    documents: {
      kubernetesAdmission: {
        webhooks: [
          {
            kind: 'ValidatingWebhookConfiguration' as const,
            configuration: 'kyverno-resource',
            name: 'validate.kyverno.svc-fail',
            reaches: ['pods'],
            owner: 'group:default/security',
            ...extra,
          },
        ],
        checkedWebhooks: 1,
        apiServices: [],
      },
    },
  });
  const key = 'webhook-fragile:kyverno-resource:validate.kyverno.svc-fail';

  it.each([
    ['has no endpoint', { readyEndpoints: 0 }, `blocking ${key}`],
    ['has one', { readyEndpoints: 1, endpointNodes: 1 }, `warning ${key}`],
    [
      'has two on one node',
      { readyEndpoints: 2, endpointNodes: 1 },
      `warning ${key}`,
    ],
    [
      'is served from outside',
      { url: 'https://example.com' },
      `warning ${key}`,
    ],
  ])('by a webhook that %s', (_, extra, expected) => {
    expect(news(webhook(extra))).toContain(expected);
    expect(findingOf(webhook(extra), 'webhook-fragile').owner).toBe(
      'group:default/security',
    );
  });

  it('waits for an API that is not available', () => {
    expect(
      news({
        documents: {
          kubernetesAdmission: {
            webhooks: [],
            checkedWebhooks: 0,
            apiServices: [
              { name: 'v1beta1.metrics.k8s.io', reason: 'MissingEndpoints' },
            ],
          },
        },
      }),
    ).toEqual(['warning api-service-unavailable:v1beta1.metrics.k8s.io']);
  });
});

describe('components that EKS does not manage', () => {
  it.each([
    ['karpenter', '1.6.2', []],
    [
      'karpenter',
      '1.5.0',
      ['blocking component-incompatible:karpenter:1.34:kube-system'],
    ],
    [
      'karpenter',
      undefined,
      ['warning component-unknown:karpenter:1.34:kube-system'],
    ],
    [
      'cert-manager',
      'v1.18.2',
      ['warning component-untested:cert-manager:1.34:kube-system'],
    ],
    [
      'gatekeeper',
      'v3.20.0',
      ['info component-untold:gatekeeper:1.34:kube-system'],
    ],
    ['kube-proxy', 'v1.30.1', ['blocking kube-proxy-skew']],
    ['coredns', 'v1.9.0', []],
  ])('%s %s', (name, version, expected) => {
    expect(
      news({
        documents: { kubernetesAddons: { addons: [component(name, version)] } },
      }),
    ).toEqual(expected);
  });

  it('say which release to move to, and where that stands', () => {
    const found = findingOf(
      {
        documents: {
          kubernetesAddons: { addons: [component('karpenter', '1.5.0')] },
        },
      },
      'component-incompatible',
    );
    expect(found.causeKey).toBe('component-incompatible:karpenter:1.34');
    expect(found.fix).toBe('Move karpenter to 1.6 or later first.');
    expect(found.evidence.facts).toMatchObject({ tableAsOf: '2026-08-21' });
  });
});

function clusterFacts() {
  return {
    arn: 'arn:aws:eks:eu-west-1:111111111111:cluster/payments',
    entityRef: 'resource:default/payments-1111',
    name: 'payments',
    partition: 'aws',
    accountId: '111111111111',
    region: 'eu-west-1',
    owner: 'group:default/payments',
  };
}

function settings() {
  return {
    required: ['controlPlane', 'nodegroups', 'addons', 'insights', 'subnets'],
    drain: 'blocking' as const,
    insightsFreshForHours: 48,
    addonVersionsFreshForHours: 72,
  };
}
