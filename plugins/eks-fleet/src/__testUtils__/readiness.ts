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
  BillOfMaterials,
  BillOfMaterialsPart,
  Blocker,
  CostReport,
  ObservationAge,
  Readiness,
  ReadinessFinding,
  ReadinessItem,
  TimelineEvent,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { aCluster } from './fleet';

export function anObservation(
  part: Partial<ObservationAge> = {},
): ObservationAge {
  return {
    kind: 'addons',
    state: 'fresh',
    observedAt: '2026-11-23T11:50:00Z',
    attemptedAt: '2026-11-23T11:50:00Z',
    source: 'collector',
    ...part,
  };
}

export function aFinding(
  part: Partial<ReadinessFinding> = {},
): ReadinessFinding {
  return {
    key: 'addon-incompatible:metrics-server',
    causeKey: 'addon-incompatible:metrics-server:1.35',
    code: 'addon-incompatible',
    severity: 'blocking',
    message: 'metrics-server v0.7.2 does not run on 1.35',
    subject: { kind: 'addon', name: 'metrics-server' },
    evidence: {
      source: 'addons',
      observedAt: '2026-11-23T11:50:00Z',
      facts: { version: 'v0.7.2', compatibleWith: '1.33, 1.34' },
    },
    owner: 'group:default/payments',
    since: '2026-11-11T08:00:00Z',
    fix: 'Update metrics-server to v0.8.0 first.',
    ...part,
  };
}

export function aReadiness(part: Partial<Readiness> = {}): Readiness {
  return {
    cluster: aCluster({ name: 'prod' }),
    target: '1.35',
    targets: ['1.35', '1.36'],
    verdict: 'blocked',
    hops: ['1.35'],
    steps: [
      {
        kind: 'addon',
        subject: 'metrics-server',
        from: 'v0.7.2',
        to: 'v0.8.0',
        reason: 'v0.7.2 does not run on 1.35',
      },
      {
        kind: 'controlPlane',
        subject: 'control plane',
        from: '1.34',
        to: '1.35',
      },
    ],
    findings: [aFinding()],
    inputs: [
      { required: true, observation: anObservation({ kind: 'controlPlane' }) },
      { required: true, observation: anObservation({ kind: 'addons' }) },
    ],
    assessedAt: '2026-11-23T11:58:00Z',
    ...part,
  };
}

export function aReadinessItem(
  part: Partial<ReadinessItem> = {},
): ReadinessItem {
  const name = part.name ?? 'prod-payments-eu';
  return {
    entityRef: `resource:default/${name}-1a2b3c4d`,
    name,
    arn: `arn:aws:eks:eu-west-1:111122223333:cluster/${name}`,
    accountId: '111122223333',
    accountName: 'prod-a',
    region: 'eu-west-1',
    environment: 'prod',
    owner: 'group:default/payments',
    version: '1.34',
    target: '1.35',
    verdict: 'blocked',
    blockers: 2,
    unknowns: 0,
    warnings: 1,
    waived: 0,
    firstBlocker: 'metrics-server v0.7.2 does not run on 1.35',
    support: {
      state: 'standard',
      endOfStandardSupport: '2026-12-02T00:00:00Z',
      endOfExtendedSupport: '2027-12-02T00:00:00Z',
      daysLeft: 9,
    },
    assessedAt: '2026-11-23T11:58:00Z',
    ...part,
  };
}

export function aBlocker(part: Partial<Blocker> = {}): Blocker {
  return {
    causeKey: 'addon-incompatible:metrics-server:1.35',
    code: 'addon-incompatible',
    severity: 'blocking',
    title: 'metrics-server has no version that runs on 1.35',
    message: 'metrics-server v0.7.2 does not run on 1.35',
    clusters: 2,
    waived: 0,
    owners: [{ owner: 'group:default/payments', clusters: 2 }],
    since: '2026-11-11T08:00:00Z',
    fix: 'Update metrics-server to v0.8.0 first.',
    hits: [
      {
        entityRef: 'resource:default/alpha-1a2b3c4d',
        name: 'alpha',
        accountId: '111122223333',
        region: 'eu-west-1',
        environment: 'prod',
        owner: 'group:default/payments',
        since: '2026-11-11T08:00:00Z',
        clearsAt: '2026-12-24T00:00:00Z',
        subject: { kind: 'addon', name: 'metrics-server' },
        message: 'metrics-server v0.7.2 has no version that runs on 1.35',
        waived: false,
      },
      {
        entityRef: 'resource:default/beta-1a2b3c4d',
        name: 'beta',
        accountId: '111122223333',
        region: 'us-east-1',
        environment: 'dev',
        owner: 'group:default/payments',
        since: '2026-11-20T08:00:00Z',
        subject: { kind: 'addon', name: 'metrics-server' },
        message: 'metrics-server v0.8.0 has no version that runs on 1.35',
        waived: false,
      },
    ],
    ...part,
  };
}

export function aPart(
  part: Partial<BillOfMaterialsPart> = {},
): BillOfMaterialsPart {
  return {
    group: 'addons',
    kind: 'addon',
    name: 'coredns',
    version: 'v1.11.4-eksbuild.2',
    newestVersion: 'v1.11.4-eksbuild.2',
    newestState: 'current',
    status: 'ACTIVE',
    healthIssues: [],
    observation: anObservation(),
    compatibility: [
      { kubernetesVersion: '1.34', compatible: 'yes' },
      { kubernetesVersion: '1.35', compatible: 'yes' },
    ],
    ...part,
  };
}

export function aBillOfMaterials(
  part: Partial<BillOfMaterials> = {},
): BillOfMaterials {
  return {
    cluster: aCluster({ name: 'prod' }),
    parts: [
      aPart({
        group: 'controlPlane',
        kind: 'controlPlane',
        name: 'Kubernetes',
        version: '1.34',
        newestVersion: '1.36',
        newestState: 'behind',
        compatibility: [],
        observation: anObservation({ kind: 'controlPlane' }),
      }),
      aPart({
        group: 'compute',
        kind: 'nodegroup',
        name: 'workers',
        version: '1.31',
        newestVersion: '1.34',
        newestState: 'behind',
        minorsBehind: 3,
        nodes: 6,
        compatibility: [],
        observation: anObservation({ kind: 'nodegroups' }),
      }),
      aPart(),
    ],
    observations: [
      anObservation({ kind: 'controlPlane' }),
      anObservation({ kind: 'nodegroups' }),
      anObservation({ kind: 'addons' }),
    ],
    ...part,
  };
}

export function aTimelineEvent(
  part: Partial<TimelineEvent> = {},
): TimelineEvent {
  return {
    id: '1',
    at: '2026-11-20T09:30:00Z',
    kind: 'version',
    tone: 'good',
    title: 'Kubernetes 1.33 → 1.34',
    source: 'EKS DescribeCluster',
    ...part,
  };
}

export function aCostReport(part: Partial<CostReport> = {}): CostReport {
  const months = [
    {
      month: '2026-12',
      controlPlaneUsd: 10950,
      extendedSupportUsd: 6570,
      clustersExtended: 18,
    },
    {
      month: '2027-01',
      controlPlaneUsd: 12045,
      extendedSupportUsd: 7665,
      clustersExtended: 21,
    },
  ];
  const payments = {
    value: 'group:default/payments',
    clusters: 40,
    controlPlaneUsdPerMonth: 7300,
    extendedSupportUsdPerMonth: 4380,
    computeUsdPerMonth: 21000,
    unpricedNodes: 0,
    unobservedClusters: 0,
    months,
  };
  return {
    groupBy: 'owner',
    groups: [
      payments,
      {
        ...payments,
        value: '',
        clusters: 21,
        controlPlaneUsdPerMonth: 3650,
        extendedSupportUsdPerMonth: 2190,
        computeUsdPerMonth: 900,
        unpricedNodes: 3,
        unobservedClusters: 2,
      },
    ],
    months,
    total: {
      value: '',
      clusters: 61,
      controlPlaneUsdPerMonth: 10950,
      extendedSupportUsdPerMonth: 6570,
      computeUsdPerMonth: 21900,
      unpricedNodes: 3,
      unobservedClusters: 2,
      months,
    },
    unknownTypes: ['x2idn.16xlarge'],
    emptiest: [
      {
        entityRef: 'resource:default/idle-1a2b3c4d',
        name: 'idle',
        owner: 'group:default/payments',
        environment: 'dev',
        capacity: {
          nodes: 3,
          allocatable: {
            cpuMillis: 12000,
            memoryBytes: 48 * 1024 ** 3,
            pods: 174,
          },
          requested: {
            cpuMillis: 600,
            memoryBytes: 2 * 1024 ** 3,
            pods: 12,
          },
          workloadPods: 0,
        },
        cpuShare: 0.05,
        memoryShare: 0.042,
        runsNothing: true,
      },
    ],
    ...part,
  };
}
