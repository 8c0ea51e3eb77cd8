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

import type { NodeSet } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ListReducer } from '../client/types';
import { nodeOwner } from '../objects/nodeOwner';
import { parseQuantity } from '../objects/quantity';
import type { Node } from '../objects/types';

/** What is kept of a node. */
export interface NodeFacts {
  name: string;
  /** What makes it like others. */
  kind: Omit<NodeSet, 'nodes' | 'notReady' | 'doNotDisrupt'>;
  ready: boolean;
  doNotDisrupt: boolean;
  cpuMillis: number;
  memoryBytes: number;
  pods: number;
}

/** The nodes of a cluster, by name. */
export const reduceNodes: ListReducer<Node, Map<string, NodeFacts>> = {
  start: () => new Map(),
  add: (nodes, items) => {
    for (const node of items) {
      const facts = factsOf(node);
      nodes.set(facts.name, facts);
    }
    return nodes;
  },
};

function factsOf(node: Node): NodeFacts {
  const { name = '', labels = {}, annotations } = node.metadata ?? {};
  const { allocatable, conditions, nodeInfo = {} } = node.status ?? {};
  const capacityType =
    labels['eks.amazonaws.com/capacityType'] ??
    labels['karpenter.sh/capacity-type'];
  return {
    name,
    kind: {
      owner: nodeOwner(node),
      kubeletVersion: nodeInfo.kubeletVersion ?? '',
      kubeProxyVersion: nodeInfo.kubeProxyVersion || undefined,
      instanceType:
        labels['node.kubernetes.io/instance-type'] ??
        labels['beta.kubernetes.io/instance-type'],
      // EKS says ON_DEMAND, Karpenter on-demand.
      capacityType: capacityType?.toUpperCase().replace(/-/g, '_'),
      architecture: nodeInfo.architecture,
      operatingSystem: nodeInfo.operatingSystem,
      osImage: nodeInfo.osImage,
      containerRuntime: nodeInfo.containerRuntimeVersion,
    },
    ready: (conditions ?? []).some(
      ({ type, status }) => type === 'Ready' && status === 'True',
    ),
    doNotDisrupt: annotations?.['karpenter.sh/do-not-disrupt'] === 'true',
    cpuMillis: parseQuantity(allocatable?.cpu, 1000) ?? 0,
    memoryBytes: parseQuantity(allocatable?.memory, 1) ?? 0,
    pods: parseQuantity(allocatable?.pods, 1) ?? 0,
  };
}
