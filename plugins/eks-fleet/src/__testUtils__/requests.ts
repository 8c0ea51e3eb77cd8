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
  CostEstimate,
  FleetRequest,
  Placement,
  ProvisionedNamespace,
  RequestCurrent,
  RequestDiff,
  RequestOptions,
  RequestPreflight,
  RequestPreview,
  RequestQuota,
  RequestStep,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { PROD_ARN } from './policies';

export const PAYMENTS = 'group:default/payments';
export const CLUSTER_KEY = 'cluster/111122223333/eu-west-1/prod';
const range = (expected: number, spread = 0) => ({
  minimum: expected - spread,
  expected,
  maximum: expected + spread,
});

/** The cluster that everything in these fixtures is on. */
export const prodCluster: NonNullable<FleetRequest['cluster']> = {
  name: 'prod',
  accountId: '111122223333',
  region: 'eu-west-1',
  arn: PROD_ARN,
  entityRef: 'resource:default/prod-1a2b3c4d',
  environment: 'prod',
};

/** What is wanted of a namespace. */
export function aSpec(part: FleetRequest['spec'] = {}): FleetRequest['spec'] {
  return {
    name: 'payments-batch',
    cluster: { accountId: '111122223333', region: 'eu-west-1', name: 'prod' },
    environment: 'prod',
    owner: PAYMENTS,
    podSecurity: { level: 'restricted', version: 'latest' },
    quota: {
      cpuRequests: '4',
      memoryRequests: '16Gi',
      memoryLimits: '16Gi',
      gpus: 0,
      pods: 50,
      storage: '20Gi',
      persistentVolumeClaims: 10,
      loadBalancers: 0,
      nodePorts: 0,
    },
    network: {
      allowFromIngress: true,
      allowToInternet: false,
      allowFromNamespaces: [],
      allowToNamespaces: ['search'],
      allowToCidrs: [{ cidr: '10.20.0.0/16', ports: [5432] }],
    },
    access: [{ kubernetesGroup: 'team-payments', level: 'edit' }],
    podIdentityAssociations: [],
    project: { sourceRepos: ['https://github.com/acme/payments'] },
    labels: {},
    expiresOn: '2026-12-24',
    lifecycle: 'active',
    ...part,
  };
}

/** A request for an application, on all clusters of its environment. */
export function anApplicationRequest(
  part: Partial<FleetRequest> = {},
): FleetRequest {
  const { cluster: _, cost: __, monthlyCost: ___, ...request } = aRequest();
  return {
    ...request,
    kind: 'application',
    thing: {
      kind: 'application',
      key: 'application/payments/checkout/prod',
      title: 'checkout in prod',
    },
    title: 'Application checkout in prod',
    clusters: [
      prodCluster,
      { name: 'prod-2', accountId: '111122223333', region: 'us-east-1' },
    ],
    spec: {
      name: 'checkout',
      owner: PAYMENTS,
      environment: 'prod',
      namespace: 'payments-batch',
      clusters: 'all',
      source: {
        repoUrl: 'https://github.com/acme/checkout',
        path: 'deploy/prod',
        targetRevision: 'v1.4.2',
      },
      parameters: { 'image.tag': 'v1.4.2' },
      syncPolicy: { automated: false, selfHeal: true, prune: true },
      promotedFrom: { environment: 'stage', targetRevision: 'v1.4.2' },
      lifecycle: 'active',
    },
    ...part,
  };
}

export function aCost(part: Partial<CostEstimate> = {}): CostEstimate {
  return {
    currency: 'USD',
    before: range(0),
    after: range(128, 30),
    parts: [
      {
        kind: 'namespaceShare',
        before: range(0),
        after: range(120, 30),
        detail: '4 cores and 16 GiB of a cluster of m7i.large',
      },
      {
        kind: 'namespaceStorage',
        before: range(0),
        after: range(8),
        detail: '20 GiB of gp3',
      },
    ],
    unknown: [],
    assumptions: ['Nodes are half full.'],
    ...part,
  };
}

export function aQuota(part: Partial<RequestQuota> = {}): RequestQuota {
  return {
    owner: PAYMENTS,
    resources: [
      { resource: 'monthlyCost', used: 400, reserved: 128, unknown: 0 },
      {
        resource: 'namespaces',
        limit: 10,
        used: 6,
        reserved: 1,
        left: 3,
        unknown: 0,
      },
      {
        resource: 'memoryGib',
        limit: 64,
        used: 72,
        reserved: 16,
        left: -24,
        unknown: 2,
      },
    ],
    ...part,
  };
}

/** The line of a request that waits for its approval. */
export function someSteps(part: Partial<RequestStep> = {}): RequestStep[] {
  return [
    {
      state: 'draft',
      status: 'done',
      at: '2026-11-23T10:00:00Z',
      until: '2026-11-23T10:00:04Z',
      source: 'person',
    },
    {
      state: 'pendingApproval',
      status: 'now',
      at: '2026-11-23T10:00:04Z',
      source: 'portal',
      usuallySeconds: 3600,
      usuallyOf: 12,
      ...part,
    },
    { state: 'proposed', status: 'ahead', usuallySeconds: 2400, usuallyOf: 9 },
    { state: 'merged', status: 'ahead' },
    { state: 'synced', status: 'ahead' },
    { state: 'provisioning', status: 'ahead' },
    { state: 'registered', status: 'ahead' },
    { state: 'ready', status: 'ahead' },
  ];
}

/** A namespace that is too large, which the reader may approve. */
export function aRequest(part: Partial<FleetRequest> = {}): FleetRequest {
  return {
    id: 'q1',
    kind: 'namespace',
    operation: 'create',
    thing: {
      kind: 'namespace',
      key: 'namespace/111122223333/eu-west-1/prod/payments-batch',
      title: 'payments-batch on prod',
    },
    title: 'Namespace payments-batch on prod',
    state: 'pendingApproval',
    isOver: false,
    message: 'Waits for somebody of platform to agree to it.',
    waiting: { code: 'approval', since: '2026-11-23T10:00:04Z' },
    owner: PAYMENTS,
    environment: 'prod',
    cluster: prodCluster,
    requestedBy: 'user:default/ana',
    requestedAt: '2026-11-23T10:00:00Z',
    updatedAt: '2026-11-23T10:00:04Z',
    reason: 'Night jobs of the payments team',
    ticket: 'https://tickets.example.com/OPS-7',
    verdict: 'needsApproval',
    monthlyCost: {
      currency: 'USD',
      before: range(0),
      after: range(128, 30),
      isAtLeast: false,
    },
    expiresOn: '2026-12-24',
    links: {},
    rights: { decide: true, amend: true, comment: true, cancel: false },
    spec: aSpec(),
    specHash: 'hash-of-what-was-shown',
    preflight: {
      outcome: 'needsApproval',
      reasons: [
        {
          code: 'quotaExceeded',
          outcome: 'needsApproval',
          field: 'quota.memoryRequests',
          message: 'The team has 8 GiB of memory left.',
          limit: {
            resource: 'memoryGib',
            limit: 64,
            used: 56,
            asked: 16,
            left: 8,
          },
        },
        { code: 'stays', outcome: 'note', message: 'It ends on 24 Dec 2026.' },
      ],
    },
    cost: aCost(),
    approval: {
      needed: true,
      rule: 'large namespaces',
      message: 'More than the team has left.',
      approvers: ['group:default/platform'],
    },
    decisions: [],
    comments: [],
    steps: someSteps(),
    events: [
      {
        at: '2026-11-23T10:00:00Z',
        by: 'user:default/ana',
        source: 'person',
        state: 'draft',
        message: 'Asked for',
      },
    ],
    ...part,
  };
}

const PATH =
  'namespaces/payments/prod/111122223333/eu-west-1/prod/payments-batch/namespace.yaml';

export function aDiff(part: Partial<RequestDiff> = {}): RequestDiff {
  const text = 'apiVersion: v1\nkind: Namespace\n';
  return {
    files: [{ path: PATH, change: 'create', after: text }],
    diff: `--- /dev/null\n+++ b/${PATH}\n@@ -0,0 +1,2 @@\n+apiVersion: v1\n+kind: Namespace\n`,
    notes: [],
    repository: 'https://git.example.com/fleet',
    commit: '0123456789abcdef0123456789abcdef01234567',
    ...part,
  };
}

export function aPreflight(
  part: Partial<RequestPreflight> = {},
): RequestPreflight {
  return {
    problems: [],
    thing: aRequest().thing,
    spec: aSpec(),
    verdict: { outcome: 'allow', reasons: [] },
    approval: { needed: false, message: 'Small namespaces need none.' },
    cost: aCost(),
    quota: aQuota({
      resources: [
        {
          resource: 'namespaces',
          limit: 10,
          used: 6,
          reserved: 1,
          left: 3,
          unknown: 0,
          wanted: 1,
        },
      ],
    }),
    ...part,
  };
}

export function aPreviewOfRequest(
  part: Partial<RequestPreview> = {},
): RequestPreview {
  return { ...aDiff(), problems: [], specHash: 'hash', ...part };
}

export function aPlacement(part: Partial<Placement> = {}): Placement {
  return {
    clusterKey: CLUSTER_KEY,
    cluster: prodCluster,
    rank: 1,
    reasons: [
      { code: 'capacity', weight: 'for', message: '60% of its CPU is free' },
    ],
    ...part,
  };
}

export function someOptions(
  part: Partial<RequestOptions> = {},
): RequestOptions {
  return {
    kinds: ['namespace'],
    ticket: 'optional',
    owners: [PAYMENTS, 'group:default/search'],
    environments: ['dev', 'prod'],
    accounts: [{ id: '111122223333' }],
    regions: ['eu-west-1'],
    versions: [],
    instanceTypes: [],
    addons: [],
    cidrPools: [],
    namespaces: {
      reservedNames: ['platform-*'],
      sizes: [
        { name: 'small', cpu: '2', memory: '4Gi' },
        { name: 'large', cpu: '8', memory: '32Gi', storage: '100Gi' },
      ],
      podSecurity: { prod: 'restricted', default: 'baseline' },
      maxTtlDays: { dev: 90 },
    },
    warnDays: [14, 3, 1],
    ...part,
  };
}

export function aNamespace(
  part: Partial<ProvisionedNamespace> = {},
): ProvisionedNamespace {
  return {
    thing: aRequest().thing,
    name: 'payments-batch',
    owner: PAYMENTS,
    team: 'payments',
    environment: 'prod',
    cluster: prodCluster,
    lifecycle: 'active',
    state: 'present',
    observedAt: '2026-11-23T11:58:00Z',
    spec: aSpec(),
    expiresOn: '2026-11-26',
    request: 'q1',
    ...part,
  };
}

export function whatGitSays(
  part: Partial<RequestCurrent> = {},
): RequestCurrent {
  return {
    thing: aRequest().thing,
    owner: PAYMENTS,
    environment: 'prod',
    cluster: prodCluster,
    spec: aSpec({ expiresOn: '2026-11-26' }),
    specHash: 'hash-in-git',
    commit: '0123456789abcdef0123456789abcdef01234567',
    path: PATH,
    repository: 'https://git.example.com/fleet',
    operations: ['change', 'delete', 'extend'],
    ...part,
  };
}
