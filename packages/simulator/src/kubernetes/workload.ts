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

import { createHash } from 'node:crypto';
import type { Cluster } from '../model/types';
import { findVersion } from '../model/versions';
import { seededRandom } from '../model/random';

export interface KubernetesObject {
  metadata: {
    name: string;
    namespace?: string;
    uid: string;
    creationTimestamp: string;
    labels?: Record<string, string>;
    ownerReferences?: unknown[];
  };
  spec?: unknown;
  status?: unknown;
}

interface App {
  namespace: string;
  name: string;
  replicas: number;
}

const SYSTEM_APPS: App[] = [
  { namespace: 'kube-system', name: 'coredns', replicas: 2 },
  { namespace: 'kube-system', name: 'metrics-server', replicas: 1 },
  {
    namespace: 'kube-system',
    name: 'aws-load-balancer-controller',
    replicas: 2,
  },
];

const TEAM_APPS = ['api', 'web', 'worker', 'cache', 'gateway'];
const INSTANCE_TYPES = [
  'm7i.xlarge',
  'm7g.2xlarge',
  'r7i.xlarge',
  'c7g.xlarge',
];

/** What runs in a cluster, by kind. It follows from the cluster's id alone. */
export function workloadOf(
  cluster: Cluster,
): Record<string, KubernetesObject[] | undefined> {
  const random = seededRandom(parseInt(cluster.id.slice(0, 7), 16));
  const metadata = (
    kind: string,
    name: string,
    more: Partial<KubernetesObject['metadata']> = {},
  ): KubernetesObject['metadata'] => ({
    name,
    uid: uid(cluster, `${kind}/${more.namespace ?? ''}/${name}`),
    creationTimestamp: cluster.createdAt.toISOString().replace('.000', ''),
    ...more,
  });

  const team = /^[a-z0-9-]{1,30}$/.test(cluster.tags.team ?? '')
    ? cluster.tags.team
    : 'apps';
  const apps: App[] = [
    ...SYSTEM_APPS,
    ...TEAM_APPS.slice(0, 2 + Math.floor(random() * 4)).map(name => ({
      namespace: team,
      name,
      replicas: 2 + Math.floor(random() * 5),
    })),
  ];
  const namespaces = [
    'default',
    'kube-node-lease',
    'kube-public',
    'kube-system',
    team,
  ];
  const nodes = Array.from({ length: 3 + Math.floor(random() * 6) }, (_, i) =>
    node(cluster, i, random, metadata),
  );
  return {
    Namespace: namespaces.map(name => ({
      metadata: metadata('Namespace', name, {
        labels: { 'kubernetes.io/metadata.name': name },
      }),
      spec: { finalizers: ['kubernetes'] },
      status: { phase: 'Active' },
    })),
    Node: nodes,
    Deployment: apps.map(app => deployment(app, metadata)),
    Pod: apps.flatMap(app =>
      Array.from({ length: app.replicas }, (_, index) =>
        pod(app, index, nodes[index % nodes.length], metadata),
      ),
    ),
  };
}

type MetadataOf = (
  kind: string,
  name: string,
  more?: Partial<KubernetesObject['metadata']>,
) => KubernetesObject['metadata'];

function node(
  cluster: Cluster,
  index: number,
  random: () => number,
  metadata: MetadataOf,
): KubernetesObject {
  const instanceType =
    INSTANCE_TYPES[Math.floor(random() * INSTANCE_TYPES.length)];
  const zone = `${cluster.region}${'abc'[index % 3]}`;
  const name = `ip-10-0-${16 * (index % 3)}-${10 + index}.${
    cluster.region
  }.compute.internal`;
  const patch =
    findVersion(cluster.version)?.patchVersion ?? `${cluster.version}.0`;
  return {
    metadata: metadata('Node', name, {
      labels: {
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'node.kubernetes.io/instance-type': instanceType,
        'topology.kubernetes.io/region': cluster.region,
        'topology.kubernetes.io/zone': zone,
      },
    }),
    spec: {
      providerID: `aws:///${zone}/i-0${cluster.id
        .toLowerCase()
        .slice(index, index + 16)}`,
    },
    status: {
      capacity: { cpu: '4', memory: '16Gi', pods: '58' },
      allocatable: { cpu: '3920m', memory: '15Gi', pods: '58' },
      conditions: [{ type: 'Ready', status: 'True', reason: 'KubeletReady' }],
      nodeInfo: {
        kubeletVersion: `v${patch}-eks-113cf36`,
        osImage: 'Amazon Linux 2023',
        operatingSystem: 'linux',
        architecture: instanceType.includes('g.') ? 'arm64' : 'amd64',
        containerRuntimeVersion: 'containerd://2.1.4',
      },
    },
  };
}

function deployment(app: App, metadata: MetadataOf): KubernetesObject {
  const { name, namespace, replicas } = app;
  const labels = { app: name };
  return {
    metadata: metadata('Deployment', name, { namespace, labels }),
    spec: {
      replicas,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: podSpec(app) },
    },
    status: {
      observedGeneration: 1,
      replicas,
      readyReplicas: replicas,
      availableReplicas: replicas,
      updatedReplicas: replicas,
    },
  };
}

function pod(
  app: App,
  index: number,
  host: KubernetesObject,
  metadata: MetadataOf,
): KubernetesObject {
  const { name, namespace } = app;
  return {
    metadata: metadata('Pod', `${name}-6d5f7c9b8-${'bcdfghj'[index]}x2kq`, {
      namespace,
      labels: { app: name },
    }),
    spec: { ...podSpec(app), nodeName: host.metadata.name },
    status: {
      phase: 'Running',
      conditions: [{ type: 'Ready', status: 'True' }],
      containerStatuses: [
        {
          name,
          ready: true,
          restartCount: 0,
          state: { running: { startedAt: host.metadata.creationTimestamp } },
        },
      ],
    },
  };
}

function podSpec({ name }: App) {
  return {
    containers: [
      {
        name,
        image: `registry.acme.example/${name}:1.0.0`,
        resources: { requests: { cpu: '100m', memory: '128Mi' } },
      },
    ],
  };
}

/** A UUID that the same thing in the same cluster always has. */
function uid(cluster: Cluster, text: string): string {
  const hex = createHash('sha256')
    .update(cluster.id)
    .update(text)
    .digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
