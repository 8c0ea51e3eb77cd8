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
  Addon,
  ControlPlaneDocument,
  KubernetesNodesDocument,
  Nodegroup,
  NodeSet,
  ObservationDocuments,
  Update,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterObservations, Observation } from '../collection/types';
import type { ClusterRecord } from '../inventory/types';

/** Something seen at noon of the tests' day, fresh for an hour. */
export function seen<T>(
  document: T,
  more: Partial<Observation<T>> = {},
): Observation<T> {
  return {
    source: 'collector',
    observedAt: '2026-11-23T12:00:00.000Z',
    attemptedAt: '2026-11-23T12:00:00.000Z',
    freshUntil: '2026-11-23T13:00:00.000Z',
    document,
    ...more,
  };
}

/** Everything of these documents seen alike. */
export function allSeen(
  documents: Partial<ObservationDocuments>,
): ClusterObservations {
  return Object.fromEntries(
    Object.entries(documents).map(([kind, document]) => [kind, seen(document)]),
  ) as ClusterObservations;
}

export function aControlPlane(
  more: Partial<ControlPlaneDocument> = {},
): ControlPlaneDocument {
  return {
    name: 'alpha',
    version: '1.33',
    platformVersion: 'eks.9',
    status: 'ACTIVE',
    createdAt: '2025-01-02T03:04:05Z',
    supportType: 'EXTENDED',
    deletionProtection: true,
    healthIssues: [],
    subnetIds: ['subnet-1'],
    securityGroupIds: [],
    endpointPublicAccess: true,
    endpointPrivateAccess: true,
    publicAccessCidrs: ['203.0.113.0/24'],
    logTypes: ['audit', 'api'],
    secretsKeyArn: 'arn:aws:kms:eu-west-1:111111111111:key/a',
    authenticationMode: 'API',
    autoMode: false,
    autoModeNodePools: [],
    zonalShift: false,
    hybridNodes: false,
    ...more,
  };
}

export function aNodegroup(more: Partial<Nodegroup> = {}): Nodegroup {
  return {
    name: 'general',
    status: 'ACTIVE',
    version: '1.33',
    releaseVersion: '1.33.9-20261101',
    amiType: 'AL2023_x86_64_STANDARD',
    capacityType: 'ON_DEMAND',
    instanceTypes: ['m7i.xlarge'],
    minSize: 1,
    maxSize: 6,
    desiredSize: 3,
    subnetIds: [],
    healthIssues: [],
    ...more,
  };
}

export function anAddon(more: Partial<Addon> = {}): Addon {
  return {
    name: 'vpc-cni',
    version: 'v1.19.5-eksbuild.1',
    status: 'ACTIVE',
    healthIssues: [],
    marketplace: false,
    ...more,
  };
}

export function anUpdate(more: Partial<Update> = {}): Update {
  return {
    id: 'update-1',
    type: 'VersionUpdate',
    status: 'Successful',
    createdAt: '2026-10-01T08:00:00Z',
    parameters: { Version: '1.33' },
    errors: [],
    ...more,
  };
}

export function someNodes(
  sets: Array<Partial<NodeSet>>,
  more: Partial<KubernetesNodesDocument> = {},
): KubernetesNodesDocument {
  const whole = sets.map(set => ({
    owner: { kind: 'nodegroup' as const, name: 'general' },
    kubeletVersion: 'v1.33.9-eks-1',
    instanceType: 'm7i.xlarge',
    nodes: 3,
    notReady: 0,
    doNotDisrupt: 0,
    ...set,
  }));
  return {
    nodes: whole.reduce((sum, { nodes }) => sum + nodes, 0),
    sets: whole,
    allocatable: { cpuMillis: 12_000, memoryBytes: 48e9, pods: 174 },
    requested: { cpuMillis: 6_000, memoryBytes: 12e9, pods: 40 },
    workloadPods: 30,
    ...more,
  };
}

/** A cluster of our own, as the store has it. */
export function aClusterRecord(
  more: Partial<ClusterRecord> = {},
): ClusterRecord {
  const { name = 'alpha', accountId = '111111111111' } = more;
  return {
    entityRef: `resource:default/${name}-${accountId.slice(0, 4)}`,
    origin: 'eks-fleet',
    provider: 'main',
    arn: `arn:aws:eks:eu-west-1:${accountId}:cluster/${name}`,
    partition: 'aws',
    accountId,
    accountName: 'prod',
    region: 'eu-west-1',
    name,
    version: '1.33',
    platformVersion: 'eks.9',
    status: 'ACTIVE',
    createdAt: '2025-01-02T03:04:05Z',
    supportType: 'EXTENDED',
    owner: 'group:default/payments',
    system: '',
    environment: 'prod',
    labels: {},
    links: [],
    location: '',
    conflictsWith: '',
    ...more,
  };
}
