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
import {
  ownedBy,
  type KubernetesObject,
  type MetadataOf,
} from './KubernetesObject';
import type { Pod, Pods } from './pods';
import { labelsOf, podSpecOf, selectorOf, suffix } from './podTemplate';

/** A workload with everything that belongs to it. */
export interface PlacedWorkload {
  spec: WorkloadSpec;
  controller: KubernetesObject;
  replicaSets: KubernetesObject[];
  pods: Pod[];
  /** How many pods there should be. */
  replicas: number;
}

export function placeWorkload(
  spec: WorkloadSpec,
  options: { metadata: MetadataOf; pods: Pods },
): PlacedWorkload {
  switch (spec.kind) {
    case 'DaemonSet':
      return placeDaemonSet(spec, options);
    case 'StatefulSet':
      return placeStatefulSet(spec, options);
    default:
      return placeDeployment(spec, options);
  }
}

interface Options {
  metadata: MetadataOf;
  pods: Pods;
}

function placeDeployment(
  spec: WorkloadSpec,
  { metadata, pods: allPods }: Options,
): PlacedWorkload {
  const { namespace, name, replicas = 1 } = spec;
  const labels = labelsOf(spec);
  const controller = metadata('Deployment', name, {
    namespace,
    labels,
    generation: 3,
  });
  const replicaSetName = (revision: number) =>
    `${name}-${suffix(`${namespace}/${name}/${revision}`, 9)}`;
  const owned = { namespace, labels, generation: 1 };
  const ownerReferences = ownedBy('apps/v1', 'Deployment', controller);
  const [current, former] = [2, 1].map(revision =>
    metadata('ReplicaSet', replicaSetName(revision), {
      ...owned,
      ownerReferences,
      annotations: { 'deployment.kubernetes.io/revision': String(revision) },
    }),
  );
  const pods = allPods.podsOf(
    spec,
    Array.from(
      { length: replicas },
      (_, index) => `${current.name}-${suffix(`${current.uid}/${index}`, 5)}`,
    ),
    ownedBy('apps/v1', 'ReplicaSet', current),
  );
  const counts = countsOf(pods);
  return {
    spec,
    replicas,
    pods,
    controller: {
      metadata: {
        ...controller,
        annotations: { 'deployment.kubernetes.io/revision': '2' },
      },
      spec: {
        replicas,
        ...templateOf(spec),
        strategy: {
          type: 'RollingUpdate',
          rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%' },
        },
        revisionHistoryLimit: 10,
      },
      status: {
        observedGeneration: 3,
        ...counts,
        updatedReplicas: replicas,
        conditions: [
          {
            type: 'Available',
            status: counts.readyReplicas === replicas ? 'True' : 'False',
            lastUpdateTime: controller.creationTimestamp,
            lastTransitionTime: controller.creationTimestamp,
          },
        ],
      },
    },
    replicaSets: [
      {
        metadata: current,
        spec: { replicas, ...templateOf(spec) },
        status: { observedGeneration: 1, ...counts },
      },
      {
        metadata: former,
        spec: { replicas: 0, ...templateOf(spec) },
        status: { observedGeneration: 2, replicas: 0 },
      },
    ],
  };
}

function placeStatefulSet(
  spec: WorkloadSpec,
  { metadata, pods: allPods }: Options,
): PlacedWorkload {
  const { namespace, name, replicas = 1 } = spec;
  const controller = metadata('StatefulSet', name, {
    namespace,
    labels: labelsOf(spec),
    generation: 1,
  });
  const pods = allPods.podsOf(
    spec,
    Array.from({ length: replicas }, (_, index) => `${name}-${index}`),
    ownedBy('apps/v1', 'StatefulSet', controller),
  );
  return {
    spec,
    replicas,
    pods,
    replicaSets: [],
    controller: {
      metadata: controller,
      spec: {
        replicas,
        ...templateOf(spec),
        serviceName: name,
        podManagementPolicy: 'OrderedReady',
        updateStrategy: { type: 'RollingUpdate' },
      },
      status: {
        observedGeneration: 1,
        ...countsOf(pods),
        currentReplicas: replicas,
        updatedReplicas: replicas,
      },
    },
  };
}

function placeDaemonSet(
  spec: WorkloadSpec,
  { metadata, pods: allPods }: Options,
): PlacedWorkload {
  const { namespace, name } = spec;
  const controller = metadata('DaemonSet', name, {
    namespace,
    labels: labelsOf(spec),
    generation: 1,
  });
  const pods = allPods.daemonPodsOf(
    spec,
    node => `${name}-${suffix(`${namespace}/${name}/${node.name}`, 5)}`,
    ownedBy('apps/v1', 'DaemonSet', controller),
  );
  const ready = pods.filter(pod => pod.ready).length;
  return {
    spec,
    replicas: pods.length,
    pods,
    replicaSets: [],
    controller: {
      metadata: controller,
      spec: {
        ...templateOf(spec),
        updateStrategy: {
          type: 'RollingUpdate',
          rollingUpdate: { maxUnavailable: '10%' },
        },
      },
      status: {
        observedGeneration: 1,
        desiredNumberScheduled: pods.length,
        currentNumberScheduled: pods.length,
        numberMisscheduled: 0,
        numberReady: ready,
        numberAvailable: ready,
        updatedNumberScheduled: pods.length,
      },
    },
  };
}

function templateOf(spec: WorkloadSpec) {
  return {
    selector: { matchLabels: selectorOf(spec) },
    template: {
      metadata: { labels: labelsOf(spec), annotations: spec.podAnnotations },
      spec: podSpecOf(spec),
    },
  };
}

function countsOf(pods: Pod[]) {
  const readyReplicas = pods.filter(({ ready }) => ready).length;
  return {
    replicas: pods.length,
    readyReplicas,
    availableReplicas: readyReplicas,
    unavailableReplicas: pods.length - readyReplicas,
  };
}
