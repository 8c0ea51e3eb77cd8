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

import type { ClusterSpec } from '../../model/types';
import { listOf, modelCluster } from '../__testUtils__/modelCluster';

const nodesOf = (spec: Partial<ClusterSpec>) =>
  listOf(modelCluster(spec), 'nodes');

describe('nodes', () => {
  it.each<[string, Partial<ClusterSpec>, object, string]>([
    [
      'a node group',
      {
        nodegroups: [
          { name: 'general', desiredSize: 1, instanceTypes: ['m7g.xlarge'] },
        ],
      },
      {
        'eks.amazonaws.com/nodegroup': 'general',
        'eks.amazonaws.com/capacityType': 'ON_DEMAND',
        'node.kubernetes.io/instance-type': 'm7g.xlarge',
        'topology.kubernetes.io/zone': 'eu-west-1a',
        'kubernetes.io/arch': 'arm64',
      },
      'v1.34.6-eks-113cf36',
    ],
    [
      'a node group of spot instances that is behind',
      {
        nodegroups: [
          {
            name: 'spot',
            desiredSize: 1,
            capacityType: 'SPOT',
            version: '1.32',
            releaseVersion: '1.32.3-20250403',
            labels: { role: 'batch' },
          },
        ],
      },
      { 'eks.amazonaws.com/capacityType': 'SPOT', role: 'batch' },
      'v1.32.3-eks-113cf36',
    ],
    [
      'Karpenter',
      {
        nodegroups: [],
        kubernetes: {
          nodes: [
            {
              owner: { kind: 'karpenter', name: 'default' },
              capacityType: 'SPOT',
              version: '1.33',
            },
          ],
        },
      },
      {
        'karpenter.sh/nodepool': 'default',
        'karpenter.sh/capacity-type': 'spot',
      },
      'v1.33.9-eks-113cf36',
    ],
    [
      'Auto Mode',
      { autoMode: true },
      {
        'eks.amazonaws.com/compute-type': 'auto',
        'karpenter.sh/nodepool': 'general-purpose',
        'eks.amazonaws.com/nodeclass': 'default',
      },
      'v1.34.6-eks-113cf36',
    ],
    [
      'a data centre',
      {
        nodegroups: [],
        kubernetes: { nodes: [{ owner: { kind: 'hybrid' }, version: '1.33' }] },
      },
      { 'eks.amazonaws.com/compute-type': 'hybrid' },
      'v1.33.9-eks-113cf36',
    ],
  ])('of %s say so', (_, spec, labels, kubeletVersion) => {
    const [node] = nodesOf(spec);
    expect(node.metadata.labels).toMatchObject(labels);
    expect(node.status.nodeInfo.kubeletVersion).toBe(kubeletVersion);
    expect(node.status.conditions).toContainEqual(
      expect.objectContaining({ type: 'Ready', status: 'True' }),
    );
  });

  it('of nobody carry no label of EKS or Karpenter', () => {
    const [node] = nodesOf({
      nodegroups: [],
      kubernetes: { nodes: [{ owner: { kind: 'selfManaged', name: 'old' } }] },
    });
    expect(Object.keys(node.metadata.labels).join()).not.toMatch(
      /eks\.amazonaws\.com|karpenter/,
    );
  });

  it('are as many as their groups want, and none of a group that never was', () => {
    const names = nodesOf({
      nodegroups: [
        { name: 'a', desiredSize: 3 },
        { name: 'b', desiredSize: 2 },
        { name: 'c', desiredSize: 4, status: 'CREATE_FAILED' },
      ],
    }).map(({ metadata }) => metadata.name);
    expect(new Set(names).size).toBe(5);
  });

  it('of Fargate come with their pods, one for each', () => {
    const cluster = modelCluster({
      nodegroups: [],
      fargateProfiles: [
        { name: 'system', selectors: [{ namespace: 'kube-system' }] },
        { name: 'previews', selectors: [{ namespace: 'previews-*' }] },
      ],
      kubernetes: {
        usualWorkloads: false,
        workloads: [
          { namespace: 'previews-7', name: 'web', replicas: 2 },
          { namespace: 'elsewhere', name: 'web', replicas: 1 },
        ],
      },
    });
    const pods = listOf(cluster, 'pods');
    const nodes = listOf(cluster, 'nodes');
    const placed = pods.filter(({ spec }) => spec.nodeName);
    expect(nodes).toHaveLength(placed.length);
    expect(new Set(placed.map(({ spec }) => spec.nodeName)).size).toBe(
      placed.length,
    );
    for (const { metadata, spec } of nodes) {
      expect(metadata.name).toMatch(/^fargate-ip-/);
      expect(metadata.labels['eks.amazonaws.com/compute-type']).toBe('fargate');
      expect(spec.taints).toHaveLength(1);
    }
    expect(
      pods
        .filter(({ metadata }) => metadata.namespace === 'previews-7')
        .map(
          ({ metadata }) =>
            metadata.labels['eks.amazonaws.com/fargate-profile'],
        ),
    ).toEqual(['previews', 'previews']);
    expect(
      pods.find(({ metadata }) => metadata.namespace === 'elsewhere').status,
    ).toMatchObject({ phase: 'Pending' });
  });

  it('say a kube-proxy version until 1.32 and an empty one from then on', () => {
    const nodes = nodesOf({
      nodegroups: [
        { name: 'a', desiredSize: 1, version: '1.32' },
        { name: 'b', desiredSize: 1, version: '1.33' },
      ],
    });
    expect(
      nodes.map(({ status }) => status.nodeInfo.kubeProxyVersion).sort(),
    ).toEqual(['', 'v1.32.11-eks-113cf36']);
  });

  it('can be out of order, cordoned, or not to be disrupted', () => {
    const cluster = modelCluster({
      nodegroups: [{ name: 'a', desiredSize: 5 }],
      kubernetes: {
        nodes: [
          {
            owner: { kind: 'nodegroup', name: 'a' },
            notReady: 1,
            cordoned: 2,
            doNotDisrupt: 3,
          },
        ],
      },
    });
    const nodes = listOf(cluster, 'nodes');
    expect(
      nodes.filter(({ status }) =>
        status.conditions.some(
          (condition: any) =>
            condition.type === 'Ready' && condition.status !== 'True',
        ),
      ),
    ).toHaveLength(1);
    const cordoned = nodes.filter(({ spec }) => spec.unschedulable);
    expect(cordoned).toHaveLength(2);
    expect(
      nodes.filter(
        ({ metadata }) =>
          metadata.annotations['karpenter.sh/do-not-disrupt'] === 'true',
      ),
    ).toHaveLength(3);
    // What is no DaemonSet's is elsewhere.
    const names = cordoned.map(({ metadata }) => metadata.name);
    expect(
      listOf(cluster, 'pods').filter(
        ({ metadata, spec }) =>
          names.includes(spec.nodeName) &&
          metadata.ownerReferences[0].kind !== 'DaemonSet',
      ),
    ).toEqual([]);
  });

  it('keep what does not tolerate their taints away', () => {
    const cluster = modelCluster({
      nodegroups: [
        {
          name: 'system',
          desiredSize: 2,
          taints: [{ key: 'CriticalAddonsOnly', effect: 'NO_SCHEDULE' }],
        },
        { name: 'general', desiredSize: 2 },
      ],
    });
    const tainted = listOf(cluster, 'nodes')
      .filter(({ spec }) => spec.taints)
      .map(({ metadata }) => metadata.name);
    expect(tainted).toHaveLength(2);
    const namespaces = listOf(cluster, 'pods')
      .filter(({ spec }) => tainted.includes(spec.nodeName))
      .map(({ metadata }) => metadata.namespace);
    expect(new Set(namespaces)).toEqual(new Set(['kube-system']));
  });

  it('hold what their instance types hold', () => {
    const [node] = nodesOf({
      nodegroups: [
        { name: 'a', desiredSize: 1, instanceTypes: ['r7i.2xlarge'] },
      ],
    });
    expect(node.status.capacity).toMatchObject({ cpu: '8', pods: '58' });
    expect(parseInt(node.status.allocatable.memory, 10)).toBeLessThan(
      64 * 1024 * 1024,
    );
    expect(parseInt(node.status.allocatable.memory, 10)).toBeGreaterThan(
      60 * 1024 * 1024,
    );
  });
});
