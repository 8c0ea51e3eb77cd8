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
  KubernetesNodesDocument,
  NodeSet,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { definedOnly } from './definedOnly';
import type { NodeFacts } from './reduceNodes';
import type { PodFacts } from './reducePods';

/** More kinds of nodes than a cluster has. */
const MAX_SETS = 2000;

/** Nodes by what they are, and what is asked of them. */
export function describeNodes(options: {
  nodes: Map<string, NodeFacts>;
  /** Left out where pods may not be listed. */
  pods?: PodFacts;
  apiServerVersion?: string;
}): KubernetesNodesDocument {
  const { nodes, pods, apiServerVersion } = options;
  const sets = new Map<string, NodeSet>();
  const allocatable = { cpuMillis: 0, memoryBytes: 0, pods: 0 };
  for (const node of nodes.values()) {
    const kubeProxyVersion =
      pods?.kubeProxyVersions.get(node.name) ?? node.kind.kubeProxyVersion;
    const kind = definedOnly({ ...node.kind, kubeProxyVersion });
    const key = JSON.stringify(kind);
    const set = sets.get(key) ?? {
      ...kind,
      nodes: 0,
      notReady: 0,
      doNotDisrupt: 0,
    };
    set.nodes += 1;
    set.notReady += node.ready ? 0 : 1;
    set.doNotDisrupt += mayBeTakenDown(node, pods) ? 0 : 1;
    sets.set(key, set);
    allocatable.cpuMillis += node.cpuMillis;
    allocatable.memoryBytes += node.memoryBytes;
    allocatable.pods += node.pods;
  }
  return definedOnly({
    apiServerVersion,
    nodes: nodes.size,
    sets: [...sets]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, set]) => set)
      .slice(0, MAX_SETS),
    allocatable,
    requested: pods && { ...pods.requested },
    workloadPods: pods?.workloadPods,
  });
}

function mayBeTakenDown(node: NodeFacts, pods: PodFacts | undefined): boolean {
  const { kind } = node.kind.owner;
  const byKarpenter = kind === 'karpenter' || kind === 'autoMode';
  return !(
    node.doNotDisrupt ||
    (byKarpenter && pods?.undisruptableNodes.has(node.name))
  );
}
