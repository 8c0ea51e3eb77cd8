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

import type { Cluster } from '../../model/types';
import { sizeOf, type NodeSize } from './instanceTypes';
import type { NodePlan } from './NodePlans';
import {
  timestamp,
  type KubernetesObject,
  type MetadataOf,
} from './KubernetesObject';

/** Up to this minor version nodes say a kube-proxy version: their kubelet's. */
const LAST_MINOR_WITH_KUBE_PROXY = 32;

const FARGATE_SIZE: NodeSize = {
  cpus: 2,
  memoryGib: 4,
  pods: 1,
  architecture: 'amd64',
};

export function nodeObject(
  plan: NodePlan,
  cluster: Cluster,
  metadata: MetadataOf,
): KubernetesObject {
  const { set, ready, cordoned } = plan;
  const size =
    set.owner.kind === 'fargate' ? FARGATE_SIZE : sizeOf(set.instanceType);
  const taints = [
    ...set.taints,
    ...(cordoned
      ? [{ key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' }]
      : []),
    ...(ready
      ? []
      : [{ key: 'node.kubernetes.io/unreachable', effect: 'NoExecute' }]),
  ];
  return {
    metadata: metadata('Node', plan.name, {
      ...(set.launchedAt && { creationTimestamp: timestamp(set.launchedAt) }),
      labels: labelsOf(plan, cluster, size.architecture),
      annotations: {
        'alpha.kubernetes.io/provided-node-ip': plan.address,
        'node.alpha.kubernetes.io/ttl': '0',
        ...(plan.doNotDisrupt && { 'karpenter.sh/do-not-disrupt': 'true' }),
      },
    }),
    spec: {
      providerID: providerId(plan, cluster),
      ...(cordoned && { unschedulable: true }),
      ...(taints.length > 0 && { taints }),
    },
    status: {
      capacity: {
        cpu: String(size.cpus),
        memory: `${size.memoryGib * 1024 * 1024 - 335_872}Ki`,
        pods: String(size.pods),
      },
      allocatable: {
        cpu: `${size.cpus * 1000 - 60 - 10 * size.cpus}m`,
        memory: `${size.memoryGib * 1024 * 1024 - 1_367_040}Ki`,
        pods: String(size.pods),
      },
      conditions: conditionsOf(ready, metadata('Node', plan.name)),
      addresses: [
        { type: 'InternalIP', address: plan.address },
        { type: 'Hostname', address: plan.name },
      ],
      daemonEndpoints: { kubeletEndpoint: { Port: 10250 } },
      nodeInfo: {
        machineID: plan.instanceId.padEnd(32, '0'),
        systemUUID: plan.instanceId.padEnd(32, '0'),
        bootID: plan.instanceId.padEnd(32, '1'),
        kernelVersion: '6.12.53-69.119.amzn2023',
        osImage: set.osImage,
        containerRuntimeVersion: 'containerd://2.1.4',
        kubeletVersion: set.kubeletVersion,
        kubeProxyVersion: kubeProxyVersion(set.kubeletVersion),
        operatingSystem: 'linux',
        architecture: size.architecture,
      },
    },
  };
}

function labelsOf(
  { name, set, zone }: NodePlan,
  { region }: Cluster,
  architecture: string,
): Record<string, string> {
  const common = {
    'kubernetes.io/arch': architecture,
    'kubernetes.io/hostname': name,
    'kubernetes.io/os': 'linux',
    'topology.kubernetes.io/region': region,
    'topology.kubernetes.io/zone': zone,
  };
  const onEc2 = {
    ...common,
    'node.kubernetes.io/instance-type': set.instanceType,
  };
  const { kind, name: setName = 'default' } = set.owner;
  const capacityType = set.capacityType === 'SPOT' ? 'spot' : 'on-demand';
  switch (kind) {
    case 'nodegroup':
      return {
        ...onEc2,
        'eks.amazonaws.com/nodegroup': setName,
        'eks.amazonaws.com/capacityType': set.capacityType,
        ...set.labels,
      };
    case 'karpenter':
      return {
        ...onEc2,
        'karpenter.sh/nodepool': setName,
        'karpenter.sh/capacity-type': capacityType,
        'karpenter.sh/registered': 'true',
        'karpenter.sh/initialized': 'true',
        'karpenter.k8s.aws/ec2nodeclass': 'default',
        ...set.labels,
      };
    case 'autoMode':
      return {
        ...onEc2,
        'eks.amazonaws.com/compute-type': 'auto',
        'eks.amazonaws.com/nodeclass': 'default',
        'karpenter.sh/nodepool': setName,
        'karpenter.sh/capacity-type': capacityType,
        'karpenter.sh/registered': 'true',
        'karpenter.sh/initialized': 'true',
        ...set.labels,
      };
    case 'fargate':
      return { ...common, 'eks.amazonaws.com/compute-type': 'fargate' };
    case 'hybrid':
      return {
        'kubernetes.io/arch': architecture,
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'eks.amazonaws.com/compute-type': 'hybrid',
        ...set.labels,
      };
    default:
      return { ...onEc2, ...set.labels };
  }
}

function providerId(
  { name, set, zone, instanceId }: NodePlan,
  cluster: Cluster,
): string {
  switch (set.owner.kind) {
    case 'fargate':
      return `aws:///${zone}/${instanceId}/${name}`;
    case 'hybrid':
      return `eks-hybrid:///${cluster.region}/${cluster.name}/${name}`;
    default:
      return `aws:///${zone}/i-${instanceId}`;
  }
}

function kubeProxyVersion(kubeletVersion: string): string {
  const minor = Number(kubeletVersion.split('.')[1]);
  return minor <= LAST_MINOR_WITH_KUBE_PROXY ? kubeletVersion : '';
}

function conditionsOf(
  ready: boolean,
  { creationTimestamp }: { creationTimestamp: string },
) {
  const condition = (type: string, status: string, reason: string) => ({
    type,
    status,
    reason,
    message: `kubelet: ${reason}`,
    lastHeartbeatTime: creationTimestamp,
    lastTransitionTime: creationTimestamp,
  });
  if (!ready) {
    return ['MemoryPressure', 'DiskPressure', 'PIDPressure', 'Ready'].map(
      type => condition(type, 'Unknown', 'NodeStatusUnknown'),
    );
  }
  return [
    condition('MemoryPressure', 'False', 'KubeletHasSufficientMemory'),
    condition('DiskPressure', 'False', 'KubeletHasNoDiskPressure'),
    condition('PIDPressure', 'False', 'KubeletHasSufficientPID'),
    condition('Ready', 'True', 'KubeletReady'),
  ];
}
