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

import { describeNodes } from './describeNodes';
import { reduceNodes } from './reduceNodes';
import { reducePods } from './reducePods';
import type { Node, Pod } from '../objects/types';

function node(
  name: string,
  labels: Record<string, string> = { 'eks.amazonaws.com/nodegroup': 'general' },
  more: { ready?: boolean; annotations?: Record<string, string> } = {},
): Node {
  const { ready = true, annotations } = more;
  return {
    metadata: {
      name,
      labels: { 'node.kubernetes.io/instance-type': 'm7i.xlarge', ...labels },
      annotations,
    },
    status: {
      allocatable: { cpu: '3920m', memory: '15Gi', pods: '58' },
      conditions: [
        { type: 'MemoryPressure', status: 'False' },
        { type: 'Ready', status: ready ? 'True' : 'Unknown' },
      ],
      nodeInfo: {
        kubeletVersion: 'v1.33.9-eks-113cf36',
        kubeProxyVersion: '',
        architecture: 'amd64',
        operatingSystem: 'linux',
        osImage: 'Amazon Linux 2023',
        containerRuntimeVersion: 'containerd://2.1.4',
      },
    },
  };
}

function pod(
  nodeName: string | undefined,
  more: {
    phase?: string;
    namespace?: string;
    controller?: string;
    labels?: Record<string, string>;
    image?: string;
    annotations?: Record<string, string>;
  } = {},
): Pod {
  const {
    phase = 'Running',
    namespace = 'shop',
    controller = 'ReplicaSet',
  } = more;
  return {
    metadata: {
      name: 'web-1',
      namespace,
      labels: more.labels,
      annotations: more.annotations,
      ownerReferences: [{ kind: controller, name: 'web-1', controller: true }],
    },
    spec: {
      nodeName,
      containers: [
        {
          image: more.image ?? 'web:1',
          resources: { requests: { cpu: '100m', memory: '128Mi' } },
        },
      ],
    },
    status: { phase },
  };
}

const documentOf = (nodes: Node[], pods?: Pod[]) =>
  describeNodes({
    nodes: reduceNodes.add(reduceNodes.start(), nodes),
    pods: pods && reducePods.add(reducePods.start(), pods),
    apiServerVersion: 'v1.34.3-eks-1a2b3c4',
  });

describe('describeNodes', () => {
  it('counts nodes that are alike as one set, and adds up what they offer', () => {
    expect(
      documentOf([node('a'), node('b', undefined, { ready: false })]),
    ).toEqual({
      apiServerVersion: 'v1.34.3-eks-1a2b3c4',
      nodes: 2,
      sets: [
        {
          owner: { kind: 'nodegroup', name: 'general' },
          kubeletVersion: 'v1.33.9-eks-113cf36',
          instanceType: 'm7i.xlarge',
          architecture: 'amd64',
          operatingSystem: 'linux',
          osImage: 'Amazon Linux 2023',
          containerRuntime: 'containerd://2.1.4',
          nodes: 2,
          notReady: 1,
          doNotDisrupt: 0,
        },
      ],
      allocatable: { cpuMillis: 7840, memoryBytes: 32_212_254_720, pods: 116 },
    });
  });

  it('names capacity in the words of EKS, whoever made the node', () => {
    const { sets } = documentOf([
      node('a', { 'eks.amazonaws.com/capacityType': 'ON_DEMAND' }),
      node('b', { 'karpenter.sh/capacity-type': 'on-demand' }),
      node('c', { 'karpenter.sh/capacity-type': 'spot' }),
    ]);
    expect(
      sets.map(({ capacityType, nodes }) => [capacityType, nodes]),
    ).toEqual([
      ['ON_DEMAND', 2],
      ['SPOT', 1],
    ]);
  });

  it('gives the same document for the same nodes in another order', () => {
    const nodes = [
      node('a'),
      node('b', {}),
      node('c', { 'karpenter.sh/nodepool': 'p' }),
    ];
    expect(documentOf([...nodes].reverse())).toEqual(documentOf(nodes));
  });

  it('counts nodes that Karpenter may not take down, also for the sake of a pod on them', () => {
    const pinned = { 'karpenter.sh/do-not-disrupt': 'true' };
    const { sets } = documentOf(
      [
        node('own', { 'karpenter.sh/nodepool': 'p' }, { annotations: pinned }),
        node('pod', { 'karpenter.sh/nodepool': 'p' }),
        node('free', { 'karpenter.sh/nodepool': 'p' }),
        node('group'),
      ],
      [
        pod('pod', { annotations: pinned }),
        pod('group', { annotations: pinned }),
        pod('free', {
          annotations: { 'karpenter.sh/do-not-disrupt': 'false' },
        }),
      ],
    );
    expect(
      sets.map(({ owner, doNotDisrupt }) => [owner.kind, doNotDisrupt]),
    ).toEqual([
      ['karpenter', 2],
      ['nodegroup', 0],
    ]);
  });

  it("takes kube-proxy's version from its pods, as newer kubelets do not tell it", () => {
    const { sets } = documentOf(
      [node('a'), node('b')],
      [
        pod('a', {
          namespace: 'kube-system',
          controller: 'DaemonSet',
          labels: { 'k8s-app': 'kube-proxy' },
          image:
            '602401143452.dkr.ecr.eu-west-1.amazonaws.com/eks/kube-proxy:v1.31.2-eksbuild.3',
        }),
        pod('b', {
          namespace: 'shop',
          labels: { 'k8s-app': 'kube-proxy' },
          image: 'liar:v9',
        }),
      ],
    );
    expect(sets.map(({ kubeProxyVersion }) => kubeProxyVersion)).toEqual([
      undefined,
      'v1.31.2-eksbuild.3',
    ]);
  });

  it.each<[string, Pod, number, number]>([
    ['a pod that runs', pod('a'), 1, 1],
    ['one that starts on a node', pod('a', { phase: 'Pending' }), 1, 1],
    ['one that waits for a node', pod(undefined, { phase: 'Pending' }), 0, 0],
    ['one that ended', pod('a', { phase: 'Succeeded' }), 0, 0],
    ['one that failed', pod('a', { phase: 'Failed' }), 0, 0],
    ['one of a DaemonSet', pod('a', { controller: 'DaemonSet' }), 1, 0],
    ['a static one', pod('a', { controller: 'Node' }), 1, 0],
    ['one of the system', pod('a', { namespace: 'kube-system' }), 1, 0],
  ])('counts %s', (_, item, requested, workloadPods) => {
    const document = documentOf([node('a')], [item]);
    expect(document).toMatchObject({
      requested: {
        cpuMillis: 100 * requested,
        memoryBytes: 134_217_728 * requested,
        pods: requested,
      },
      workloadPods,
    });
  });

  it('leaves out what pods ask for where pods may not be listed', () => {
    const document = documentOf([node('a')]);
    expect(document).not.toHaveProperty('requested');
    expect(document).not.toHaveProperty('workloadPods');
  });

  it('bears nodes that say nothing', () => {
    expect(documentOf([{}]).sets).toEqual([
      {
        owner: { kind: 'selfManaged' },
        kubeletVersion: '',
        nodes: 1,
        notReady: 1,
        doNotDisrupt: 0,
      },
    ]);
  });
});
