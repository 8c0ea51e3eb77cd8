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

import type { ListReducer } from '../client/types';
import { parseImage } from '../objects/parseImage';
import { podRequests } from '../objects/podRequests';
import type { OwnerReference, Pod } from '../objects/types';

/** Pods of one controller that budgets cannot tell apart. */
export interface PodGroup {
  namespace: string;
  /** Itself, where no controller made it. */
  controller: { kind: string; name: string };
  labels: Record<string, string>;
  pods: number;
  notReady: number;
  /** Names of the nodes that they run on. */
  nodes: Set<string>;
}

/** What is kept of a cluster's pods. */
export interface PodFacts {
  /** What all that run or start on a node ask for. */
  requested: { cpuMillis: number; memoryBytes: number; pods: number };
  workloadPods: number;
  /** Those that a drain evicts. */
  groups: Map<string, PodGroup>;
  /** kube-proxy's version on each node, where it runs as a pod. */
  kubeProxyVersions: Map<string, string>;
  /** Nodes that hold a pod which Karpenter may not take down. */
  undisruptableNodes: Set<string>;
}

/** The pods of a cluster that have a node and have not ended. */
export const reducePods: ListReducer<Pod, PodFacts> = {
  start: () => ({
    requested: { cpuMillis: 0, memoryBytes: 0, pods: 0 },
    workloadPods: 0,
    groups: new Map(),
    kubeProxyVersions: new Map(),
    undisruptableNodes: new Set(),
  }),
  add: (facts, items) => {
    for (const pod of items) {
      const { nodeName } = pod.spec ?? {};
      const ended = ['Succeeded', 'Failed'].includes(pod.status?.phase ?? '');
      if (nodeName && !ended) {
        addPod(facts, pod, nodeName);
      }
    }
    return facts;
  },
};

/** Runs a system's own things: `kube-system`, `kube-public` and the like. */
export function isSystemNamespace(namespace: string): boolean {
  return namespace.startsWith('kube-');
}

function addPod(facts: PodFacts, pod: Pod, nodeName: string): void {
  const { namespace = '', annotations } = pod.metadata ?? {};
  const controller = controllerOf(pod);
  const { cpuMillis, memoryBytes } = podRequests(pod.spec ?? {});
  facts.requested.cpuMillis += cpuMillis;
  facts.requested.memoryBytes += memoryBytes;
  facts.requested.pods += 1;
  if (annotations?.['karpenter.sh/do-not-disrupt'] === 'true') {
    facts.undisruptableNodes.add(nodeName);
  }
  noteKubeProxy(facts, pod, nodeName);
  if (controller.kind === 'DaemonSet' || controller.kind === 'Node') {
    return;
  }
  if (!isSystemNamespace(namespace)) {
    facts.workloadPods += 1;
  }
  // Budgets do not hold what has not begun to run or is going already.
  if (pod.status?.phase === 'Running' && !pod.metadata?.deletionTimestamp) {
    addToGroup(facts.groups, pod, { nodeName, controller });
  }
}

function addToGroup(
  groups: PodFacts['groups'],
  { metadata, status }: Pod,
  place: { nodeName: string; controller: PodGroup['controller'] },
): void {
  const { namespace = '', labels = {} } = metadata ?? {};
  const { nodeName, controller } = place;
  const key = JSON.stringify([
    namespace,
    controller.kind,
    controller.name,
    labels,
  ]);
  let group = groups.get(key);
  if (!group) {
    group = {
      namespace,
      controller,
      labels,
      pods: 0,
      notReady: 0,
      nodes: new Set(),
    };
    groups.set(key, group);
  }
  const ready = status?.conditions?.some(
    condition => condition.type === 'Ready' && condition.status === 'True',
  );
  group.pods += 1;
  group.notReady += ready ? 0 : 1;
  group.nodes.add(nodeName);
}

function controllerOf({ metadata }: Pod): PodGroup['controller'] {
  const { name = '', ownerReferences = [] } = metadata ?? {};
  const owner: OwnerReference | undefined =
    ownerReferences.find(({ controller }) => controller) ?? ownerReferences[0];
  return owner
    ? { kind: owner.kind ?? '', name: owner.name ?? '' }
    : { kind: 'Pod', name };
}

// Kubelets of 1.33 and later do not tell kube-proxy's version any more.
function noteKubeProxy(
  { kubeProxyVersions }: PodFacts,
  { metadata, spec }: Pod,
  nodeName: string,
): void {
  if (
    metadata?.namespace === 'kube-system' &&
    metadata.labels?.['k8s-app'] === 'kube-proxy'
  ) {
    const image = spec?.containers?.[0]?.image;
    const tag = image && parseImage(image).tag;
    if (tag) {
      kubeProxyVersions.set(nodeName, tag);
    }
  }
}
