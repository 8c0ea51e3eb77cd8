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

import { describeDisruption, type DisruptionFacts } from './describeDisruption';
import { findHeldGroups } from './findHeldGroups';
import { reduceBudgets } from './reduceBudgets';
import { reduceNodes } from './reduceNodes';
import { reducePods } from './reducePods';
import { reduceReplicaSetOwners } from './reduceReplicaSetOwners';
import { reduceWorkloads } from './reduceWorkloads';
import type {
  KubernetesObject,
  Node,
  Pod,
  PodDisruptionBudget,
  Workload,
} from '../objects/types';

const KEYS = ['backstage.io/owner', 'team'];

interface Cluster {
  pods?: Pod[];
  budgets?: PodDisruptionBudget[];
  deployments?: Workload[];
  statefulSets?: Workload[];
  replicaSets?: KubernetesObject[];
  nodes?: Node[];
  namespaces?: DisruptionFacts['namespaces'];
}

function documentOf(cluster: Cluster) {
  const { pods = [], replicaSets = [], nodes } = cluster;
  const budgets = reduceBudgets.add(
    reduceBudgets.start(),
    cluster.budgets ?? [],
  );
  const { groups } = reducePods.add(reducePods.start(), pods);
  const owners = reduceReplicaSetOwners(
    new Set(replicaSets.map(({ metadata }) => `shop/${metadata?.name}`)),
  );
  const deployments = reduceWorkloads('Deployment', KEYS);
  const statefulSets = reduceWorkloads('StatefulSet', KEYS);
  return describeDisruption({
    budgets,
    held: findHeldGroups(groups.values(), budgets),
    workloads: [
      ...deployments.add(deployments.start(), cluster.deployments ?? []),
      ...statefulSets.add(statefulSets.start(), cluster.statefulSets ?? []),
    ],
    replicaSetOwners: owners.add(owners.start(), replicaSets),
    nodes: nodes && reduceNodes.add(reduceNodes.start(), nodes),
    namespaces: cluster.namespaces,
    ownerLabels: KEYS,
  });
}

const pod = (
  name: string,
  nodeName: string,
  owner: [kind: string, name: string] = ['ReplicaSet', 'web-7d9'],
  more: { labels?: Record<string, string>; phase?: string } = {},
): Pod => ({
  metadata: {
    name,
    namespace: 'shop',
    labels: { app: 'web', ...more.labels },
    ownerReferences: [{ kind: owner[0], name: owner[1], controller: true }],
  },
  spec: { nodeName },
  status: {
    phase: more.phase ?? 'Running',
    conditions: [{ type: 'Ready', status: 'True' }],
  },
});

const budget = (name = 'web', desired = 3): PodDisruptionBudget => ({
  metadata: { name, namespace: 'shop' },
  spec: { selector: { matchLabels: { app: 'web' } } },
  status: {
    disruptionsAllowed: 0,
    currentHealthy: 3,
    desiredHealthy: desired,
    expectedPods: 3,
  },
});

const workload = (
  name: string,
  replicas: number,
  more: { namespace?: string; labels?: Record<string, string> } = {},
): Workload => ({
  metadata: { name, namespace: more.namespace ?? 'shop', labels: more.labels },
  spec: { replicas, template: { metadata: { labels: { app: name } } } },
  status: { readyReplicas: replicas },
});

const replicaSet = (name: string, owner: [string, string]) => ({
  metadata: {
    name,
    namespace: 'shop',
    ownerReferences: [{ kind: owner[0], name: owner[1], controller: true }],
  },
});

const node = (name: string, nodegroup: string): Node => ({
  metadata: { name, labels: { 'eks.amazonaws.com/nodegroup': nodegroup } },
});

describe('describeDisruption', () => {
  it('names budget, workload, owner and node groups where a drain would hang', () => {
    const { blockedDrains } = documentOf({
      pods: [pod('web-1', 'a'), pod('web-2', 'b'), pod('web-3', 'b')],
      budgets: [budget()],
      replicaSets: [replicaSet('web-7d9', ['Deployment', 'web'])],
      deployments: [workload('web', 3, { labels: { team: 'checkout' } })],
      nodes: [node('a', 'general'), node('b', 'spot'), node('c', 'idle')],
    });
    expect(blockedDrains).toEqual([
      {
        workload: {
          namespace: 'shop',
          kind: 'Deployment',
          name: 'web',
          owner: 'group:default/checkout',
        },
        reason: 'budgetNeedsAll',
        budgets: ['shop/web'],
        pods: 3,
        disruptionsAllowed: 0,
        currentHealthy: 3,
        desiredHealthy: 3,
        nodeOwners: [
          { kind: 'nodegroup', name: 'general' },
          { kind: 'nodegroup', name: 'spot' },
        ],
        nodes: 2,
      },
    ]);
  });

  it('counts both ReplicaSets of a rollout, and all pods of a StatefulSet, as one workload', () => {
    const { blockedDrains } = documentOf({
      pods: [
        pod('web-1', 'a', ['ReplicaSet', 'web-old']),
        pod('web-2', 'a', ['ReplicaSet', 'web-new'], {
          labels: { 'pod-template-hash': 'new' },
        }),
        pod('db-0', 'a', ['StatefulSet', 'db'], { labels: { index: '0' } }),
        pod('db-1', 'b', ['StatefulSet', 'db'], { labels: { index: '1' } }),
      ],
      budgets: [budget()],
      replicaSets: [
        replicaSet('web-old', ['Deployment', 'web']),
        replicaSet('web-new', ['Deployment', 'web']),
      ],
    });
    expect(
      blockedDrains.map(({ workload: { kind, name }, pods, nodes }) => [
        `${kind}/${name}`,
        pods,
        nodes,
      ]),
    ).toEqual([
      ['Deployment/web', 2, 1],
      ['StatefulSet/db', 2, 2],
    ]);
  });

  it('names what it can where ReplicaSets, nodes and namespaces may not be listed', () => {
    const [{ workload: ref, nodeOwners, nodes }] = documentOf({
      pods: [pod('web-1', 'a')],
      budgets: [budget()],
    }).blockedDrains;
    expect(ref).toEqual({
      namespace: 'shop',
      kind: 'ReplicaSet',
      name: 'web-7d9',
    });
    expect([nodeOwners, nodes]).toEqual([[], 1]);
  });

  it('names all budgets where several hold a pod', () => {
    const [drain] = documentOf({
      pods: [pod('web-1', 'a')],
      budgets: [budget('web'), budget('extra', 1)],
    }).blockedDrains;
    expect(drain).toMatchObject({
      reason: 'severalBudgets',
      budgets: ['shop/extra', 'shop/web'],
    });
    expect(drain).not.toHaveProperty('desiredHealthy');
  });

  it.each([
    ['DaemonSets', pod('web-1', 'a', ['DaemonSet', 'web'])],
    ['nodes themselves', pod('web-1', 'a', ['Node', 'a'])],
    [
      'Jobs that ended',
      pod('web-1', 'a', ['Job', 'web'], { phase: 'Succeeded' }),
    ],
    ['what only begins', pod('web-1', 'a', undefined, { phase: 'Pending' })],
  ])('does not hold pods of %s', (_, item) => {
    expect(
      documentOf({ pods: [item], budgets: [budget()] }).blockedDrains,
    ).toEqual([]);
  });

  it.each([
    [
      'its own label',
      { team: 'own', 'backstage.io/owner': 'explicit' },
      {},
      'group:default/explicit',
    ],
    ["its pods' label", {}, { team: 'pods' }, 'group:default/pods'],
    ["its namespace's label", {}, {}, 'group:default/namespace'],
  ])('finds an owner by %s', (_, labels, podLabels, owner) => {
    const item = workload('web', 1, { labels });
    Object.assign(item.spec!.template!.metadata!.labels!, podLabels);
    const { singleReplicas } = documentOf({
      deployments: [item],
      namespaces: new Map([['shop', { team: 'namespace' }]]),
    });
    expect(singleReplicas[0].workload.owner).toBe(owner);
  });

  it('lists single replicas outside of the system, and counts workloads no budget protects', () => {
    const document = documentOf({
      budgets: [budget()],
      deployments: [
        workload('web', 3),
        workload('api', 2),
        workload('cron', 1),
        workload('off', 0),
        workload('metrics-server', 1, { namespace: 'kube-system' }),
      ],
      statefulSets: [workload('db', 1)],
    });
    expect(document).toMatchObject({
      budgets: 1,
      workloads: 6,
      withoutBudget: 1,
      truncated: false,
    });
    expect(document.singleReplicas).toEqual([
      {
        workload: { namespace: 'shop', kind: 'Deployment', name: 'cron' },
        replicas: 1,
        ready: 1,
      },
      {
        workload: { namespace: 'shop', kind: 'StatefulSet', name: 'db' },
        replicas: 1,
        ready: 1,
      },
    ]);
  });

  it('says when a list was too long to be kept whole', () => {
    const document = documentOf({
      deployments: Array.from({ length: 2001 }, (_, index) =>
        workload(`app-${index}`, 1),
      ),
    });
    expect(document.singleReplicas).toHaveLength(2000);
    expect(document.truncated).toBe(true);
  });
});
