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

import type { WorkloadSpec } from '../../model/kubernetesStory';
import type { Cluster } from '../../model/types';
import type {
  KubernetesObject,
  MetadataOf,
  OwnerReference,
} from './KubernetesObject';
import type { NodePlan, NodePlans } from './NodePlans';
import { labelsOf, podSpecOf } from './podTemplate';

export interface Pod extends KubernetesObject {
  node?: NodePlan;
  ready: boolean;
  address?: string;
}

/** Makes the pods of workloads and puts them on nodes. */
export class Pods {
  readonly #cluster: Cluster;
  readonly #metadata: MetadataOf;
  readonly #nodes: NodePlans;
  #placed = 0;

  static create(
    cluster: Cluster,
    metadata: MetadataOf,
    nodes: NodePlans,
  ): Pods {
    return new Pods(cluster, metadata, nodes);
  }

  private constructor(
    cluster: Cluster,
    metadata: MetadataOf,
    nodes: NodePlans,
  ) {
    this.#cluster = cluster;
    this.#metadata = metadata;
    this.#nodes = nodes;
  }

  /** The first ones of a workload are those that never come up. */
  podsOf(
    spec: WorkloadSpec,
    names: string[],
    ownerReferences: OwnerReference[],
  ): Pod[] {
    const template = podSpecOf(spec);
    return names.map((name, index) => {
      const profile = this.#fargateProfileOf(spec);
      const node = profile
        ? this.#nodes.placeOnFargate()
        : this.#nodes.place(this.#placed, {
            setName: spec.nodes,
            toleratesTaints: spec.toleratesTaints,
          });
      this.#placed += 1;
      return this.#pod({
        spec,
        name,
        template,
        ownerReferences,
        node,
        profile,
        crashing: index < (spec.crashing ?? 0),
      });
    });
  }

  /** One on each node that runs DaemonSets. */
  daemonPodsOf(
    spec: WorkloadSpec,
    nameOn: (node: NodePlan) => string,
    ownerReferences: OwnerReference[],
  ): Pod[] {
    const template = podSpecOf(spec);
    return this.#nodes
      .all()
      .filter(
        ({ set }) =>
          set.owner.kind !== 'fargate' &&
          (!spec.nodes || set.owner.name === spec.nodes) &&
          (spec.toleratesTaints || set.taints.length === 0),
      )
      .map((node, index) =>
        this.#pod({
          spec,
          name: nameOn(node),
          template,
          ownerReferences,
          node,
          crashing: index < (spec.crashing ?? 0),
        }),
      );
  }

  #pod(options: {
    spec: WorkloadSpec;
    name: string;
    template: ReturnType<typeof podSpecOf>;
    ownerReferences: OwnerReference[];
    node?: NodePlan;
    profile?: string;
    crashing: boolean;
  }): Pod {
    const { spec, name, template, ownerReferences, node, profile, crashing } =
      options;
    const metadata = this.#metadata('Pod', name, {
      namespace: spec.namespace,
      labels: {
        ...labelsOf(spec),
        ...(profile && { 'eks.amazonaws.com/fargate-profile': profile }),
      },
      annotations: spec.podAnnotations,
      ownerReferences,
    });
    const ready = node !== undefined && node.ready && !crashing;
    const address = node && podAddress(metadata.uid);
    return {
      metadata,
      spec: {
        ...template,
        ...(profile && { schedulerName: 'fargate-scheduler' }),
        ...(node && { nodeName: node.name }),
      },
      status: podStatus({
        containers: template.containers,
        since: metadata.creationTimestamp,
        node,
        address,
        ready,
        crashing,
      }),
      node,
      ready,
      address,
    };
  }

  #fargateProfileOf({ namespace, labels = {} }: WorkloadSpec) {
    return this.#cluster.fargateProfiles.find(
      ({ status, selectors }) =>
        status === 'ACTIVE' &&
        selectors.some(
          selector =>
            matchesPattern(namespace, selector.namespace) &&
            Object.entries(selector.labels ?? {}).every(
              ([key, value]) => labels[key] === value,
            ),
        ),
    )?.name;
  }
}

/** As Fargate profiles match: `*` stands for anything, `?` for one character. */
function matchesPattern(text: string, pattern: string): boolean {
  const expression = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${expression}$`).test(text);
}

function podAddress(uid: string): string {
  const [third, fourth] = [uid.slice(0, 2), uid.slice(2, 4)].map(hex =>
    parseInt(hex, 16),
  );
  return `10.1.${third}.${(fourth % 250) + 4}`;
}

function podStatus(options: {
  containers: { name: string; image: string }[];
  since: string;
  node?: NodePlan;
  address?: string;
  ready: boolean;
  crashing: boolean;
}) {
  const { containers, since, node, address, ready, crashing } = options;
  const condition = (type: string, status: boolean, reason?: string) => ({
    type,
    status: status ? 'True' : 'False',
    lastProbeTime: null,
    lastTransitionTime: since,
    ...(reason && { reason }),
  });
  if (!node) {
    return {
      phase: 'Pending',
      conditions: [condition('PodScheduled', false, 'Unschedulable')],
      qosClass: 'Burstable',
    };
  }
  const notReady = ready ? undefined : 'ContainersNotReady';
  return {
    phase: 'Running',
    conditions: [
      condition('PodReadyToStartContainers', true),
      condition('Initialized', true),
      condition('Ready', ready, notReady),
      condition('ContainersReady', ready, notReady),
      condition('PodScheduled', true),
    ],
    hostIP: node.address,
    podIP: address,
    podIPs: [{ ip: address }],
    startTime: since,
    qosClass: 'Burstable',
    containerStatuses: containers.map(({ name, image }) => ({
      name,
      image,
      imageID: image,
      ready,
      started: ready,
      restartCount: crashing ? 214 : 0,
      ...(crashing
        ? crashLoop(name, since)
        : { state: { running: { startedAt: since } }, lastState: {} }),
    })),
  };
}

function crashLoop(container: string, since: string) {
  return {
    state: {
      waiting: {
        reason: 'CrashLoopBackOff',
        message: `back-off 5m0s restarting failed container=${container}`,
      },
    },
    lastState: {
      terminated: {
        exitCode: 1,
        reason: 'Error',
        startedAt: since,
        finishedAt: since,
      },
    },
  };
}
