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

import { batchesOf } from '../../model/nodeBatches';
import type {
  NodeBatch,
  Nodegroup,
  NodegroupTaint,
} from '../../model/nodegroups';
import type { NodeSetSpec } from '../../model/kubernetesStory';
import type { AutoModeNodes, Cluster } from '../../model/types';
import { findVersion } from '../../model/versions';

/** Nodes that are alike, with nothing left out. */
export interface NodeSet {
  owner: NodeSetSpec['owner'];
  count: number;
  kubeletVersion: string;
  instanceType: string;
  capacityType: 'ON_DEMAND' | 'SPOT';
  osImage: string;
  labels: Record<string, string>;
  taints: { key: string; value?: string; effect: string }[];
  doNotDisrupt: number;
  disruptionBudget?: '0';
  notReady: number;
  cordoned: number;
  /** How many times its like has been replaced. */
  generation: number;
  /** The cluster's creation where absent. */
  launchedAt?: Date;
  /** The number of its first node among those of its owner. */
  firstIndex: number;
  /** There for the time of a roll alone; nothing moves to it. */
  spare: boolean;
}

const EKS_BUILD = 'eks-113cf36';
const TAINT_EFFECTS: Record<NodegroupTaint['effect'], string> = {
  NO_SCHEDULE: 'NoSchedule',
  NO_EXECUTE: 'NoExecute',
  PREFER_NO_SCHEDULE: 'PreferNoSchedule',
};

/** The cluster's nodes by what made them; those of Fargate come with their pods. */
export function nodeSetsOf(cluster: Cluster): NodeSet[] {
  const changes = cluster.kubernetes.nodes ?? [];
  const own: OwnNodeSetSpec[] = [
    ...cluster.nodegroups
      .filter(({ status }) => status !== 'CREATE_FAILED')
      .flatMap(nodegroupSpecs),
    ...(cluster.autoMode ? autoModeSpecs() : []),
  ];
  const isSame = (one: NodeSetSpec, other: NodeSetSpec) =>
    one.owner.kind === other.owner.kind && one.owner.name === other.owner.name;
  return [
    ...own.map(spec => {
      const change =
        (spec.generation ?? 0) > 0
          ? undefined
          : changes.find(candidate => isSame(candidate, spec));
      return change?.version
        ? { ...spec, kubeletVersion: undefined, ...change }
        : { ...spec, ...change };
    }),
    ...changes.filter(
      change =>
        change.owner.kind !== 'fargate' &&
        !own.some(spec => isSame(spec, change)),
    ),
  ]
    .flatMap(spec => autoModeSplit(spec, cluster.autoModeNodes))
    .map(spec => completeNodeSet(spec, cluster))
    .sort((one, other) => Number(one.spare) - Number(other.spare));
}

/** Nodes of Auto Mode that have been replaced, the last ones first, and those that have not. */
function autoModeSplit(
  spec: OwnNodeSetSpec,
  nodes: AutoModeNodes | undefined,
): OwnNodeSetSpec[] {
  if (spec.owner.kind !== 'autoMode' || !nodes) {
    return [spec];
  }
  const { generation, launchedAt, next } = nodes;
  const replaced = next?.replaced[spec.owner.name ?? ''] ?? 0;
  const left = (spec.count ?? 1) - replaced;
  const old = {
    ...spec,
    count: left,
    version: (generation === 0 && spec.version) || nodes.version,
    generation,
    launchedAt,
  };
  return next && replaced > 0
    ? [
        old,
        {
          ...spec,
          count: replaced,
          version: next.version,
          generation: generation + 1,
          firstIndex: left,
        },
      ].filter(({ count }) => count > 0)
    : [old];
}

/** What a Fargate node is; each holds one pod. */
export function fargateNodeSet(cluster: Cluster): NodeSet {
  const spec = cluster.kubernetes.nodes?.find(
    ({ owner }) => owner.kind === 'fargate',
  );
  return completeNodeSet(
    {
      ...spec,
      owner: { kind: 'fargate' },
      taints: [
        {
          key: 'eks.amazonaws.com/compute-type',
          value: 'fargate',
          effect: 'NoSchedule',
        },
      ],
    },
    cluster,
  );
}

interface OwnNodeSetSpec extends NodeSetSpec {
  kubeletVersion?: string;
  generation?: number;
  launchedAt?: Date;
  firstIndex?: number;
  spare?: boolean;
}

/** The nodes of a group as they follow on each other: a new one takes the place of an old one. */
function nodegroupSpecs(group: Nodegroup): OwnNodeSetSpec[] {
  let firstIndex = 0;
  return batchesOf(group).map(batch => {
    const spec = { ...nodegroupSpec(group, batch), firstIndex };
    firstIndex += batch.count;
    return spec;
  });
}

function nodegroupSpec(group: Nodegroup, batch: NodeBatch): OwnNodeSetSpec {
  const [, patch] =
    /^(\d+\.\d+\.\d+)-\d{8}$/.exec(batch.releaseVersion ?? '') ?? [];
  return {
    owner: { kind: 'nodegroup', name: group.name },
    count: batch.count,
    version: batch.version,
    generation: batch.generation,
    launchedAt: batch.launchedAt,
    spare: batch.spare,
    kubeletVersion: patch && `v${patch}-${EKS_BUILD}`,
    instanceType: group.instanceTypes[0],
    capacityType: group.capacityType === 'SPOT' ? 'SPOT' : 'ON_DEMAND',
    osImage: osImageOf(group.amiType, batch.version),
    labels: group.labels,
    taints: group.taints.map(({ key, value, effect }) => ({
      key,
      value,
      effect: TAINT_EFFECTS[effect],
    })),
  };
}

function autoModeSpecs(): NodeSetSpec[] {
  return [
    {
      owner: { kind: 'autoMode', name: 'general-purpose' },
      count: 3,
      instanceType: 'c6g.xlarge',
    },
    {
      owner: { kind: 'autoMode', name: 'system' },
      count: 1,
      instanceType: 'c6g.large',
      taints: [{ key: 'CriticalAddonsOnly', effect: 'NoSchedule' }],
    },
  ];
}

const OS_IMAGES: Record<NodeSetSpec['owner']['kind'], string> = {
  nodegroup: 'Amazon Linux 2023.9.20261105',
  karpenter: 'Amazon Linux 2023.9.20261105',
  autoMode: 'Bottlerocket (EKS Auto, Standard) 2026.11.5',
  fargate: 'Amazon Linux 2',
  hybrid: 'Ubuntu 24.04.3 LTS',
  selfManaged: 'Amazon Linux 2',
};

function osImageOf(amiType: string, version: string): string {
  if (amiType.startsWith('BOTTLEROCKET')) {
    return `Bottlerocket OS 1.52.0 (aws-k8s-${version})`;
  }
  if (amiType.startsWith('AL2_')) {
    return 'Amazon Linux 2';
  }
  return amiType === 'CUSTOM' ? 'Ubuntu 24.04.3 LTS' : OS_IMAGES.nodegroup;
}

function completeNodeSet(spec: OwnNodeSetSpec, cluster: Cluster): NodeSet {
  const version = spec.version ?? cluster.version;
  return {
    owner: spec.owner,
    count: spec.count ?? 1,
    kubeletVersion:
      spec.kubeletVersion ??
      `v${findVersion(version)?.patchVersion ?? `${version}.0`}-${EKS_BUILD}`,
    instanceType: spec.instanceType ?? 'm7i.xlarge',
    capacityType: spec.capacityType ?? 'ON_DEMAND',
    osImage: spec.osImage ?? OS_IMAGES[spec.owner.kind],
    labels: spec.labels ?? {},
    taints: spec.taints ?? [],
    doNotDisrupt: spec.doNotDisrupt ?? 0,
    disruptionBudget: spec.disruptionBudget,
    notReady: spec.notReady ?? 0,
    cordoned: spec.cordoned ?? 0,
    generation: spec.generation ?? 0,
    launchedAt: spec.launchedAt,
    firstIndex: spec.firstIndex ?? 0,
    spare: spec.spare ?? false,
  };
}
