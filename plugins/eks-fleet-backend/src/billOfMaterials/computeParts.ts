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

import {
  versionRank,
  type Nodegroup,
  type NodeSet,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { compared } from './comparedParts';
import type { Part, PartSources } from './types';

const NODES_WITHOUT_NAME: Record<NodeSet['owner']['kind'], string> = {
  nodegroup: 'Node group',
  karpenter: 'Karpenter',
  autoMode: 'Auto Mode',
  fargate: 'Fargate',
  hybrid: 'Hybrid nodes',
  selfManaged: 'Self-managed nodes',
};

/** Whatever nodes and pods run on: node groups, pools, Fargate, Auto Mode. */
export function computeParts(sources: PartSources): Part[] {
  return [
    ...nodegroupParts(sources),
    ...fargateParts(sources),
    ...autoModePart(sources),
    ...nodeOwnerParts(sources),
  ];
}

function nodegroupParts(sources: PartSources): Part[] {
  const { observations, usual, version } = sources;
  const observation = sources.age('nodegroups');
  const groups = observations.nodegroups?.document?.nodegroups ?? [];
  return groups.map(group => ({
    ...compute(sources, group.version),
    kind: 'nodegroup',
    name: group.name,
    version: group.releaseVersion ?? group.version,
    detail: describeNodegroup(group),
    newestVersion: version,
    status: group.status,
    healthIssues: group.healthIssues,
    observation,
    nodes: group.desiredSize,
    outlier: usual.outlier(compared.amiType, group.amiType),
  }));
}

function describeNodegroup(group: Nodegroup): string {
  const { amiType, capacityType, instanceTypes, minSize, maxSize } = group;
  return [
    amiType,
    instanceTypes.join(', '),
    capacityType,
    minSize !== undefined && maxSize !== undefined
      ? `${minSize}–${maxSize} nodes`
      : undefined,
  ]
    .filter(Boolean)
    .join(' · ');
}

function fargateParts(sources: PartSources): Part[] {
  const observation = sources.age('fargateProfiles');
  const { document } = sources.observations.fargateProfiles ?? {};
  return (document?.profiles ?? []).map(profile => ({
    ...compute(sources, undefined),
    kind: 'fargateProfile',
    name: profile.name,
    detail: profile.selectors.join('; '),
    status: profile.status,
    healthIssues: profile.healthIssues,
    observation,
  }));
}

function autoModePart(sources: PartSources): Part[] {
  const { document } = sources.observations.controlPlane ?? {};
  return document?.autoMode
    ? [
        {
          ...compute(sources, undefined),
          kind: 'autoMode',
          name: 'Auto Mode',
          detail: document.autoModeNodePools.join(', '),
          observation: sources.age('controlPlane'),
        },
      ]
    : [];
}

/** Nodes that EKS has no list of: Karpenter's, Auto Mode's, and others. */
function nodeOwnerParts(sources: PartSources): Part[] {
  const observation = sources.age('kubernetesNodes');
  const { document } = sources.observations.kubernetesNodes ?? {};
  const owners = new Map<string, NodeSet[]>();
  for (const set of document?.sets ?? []) {
    const { kind, name = '' } = set.owner;
    if (kind !== 'nodegroup' && kind !== 'fargate') {
      const key = `${kind}/${name}`;
      owners.set(key, [...(owners.get(key) ?? []), set]);
    }
  }
  return [...owners.values()].map(sets => {
    const [{ owner }] = sets;
    const oldest = sets.reduce((a, b) =>
      versionRank(a.kubeletVersion) <= versionRank(b.kubeletVersion) ? a : b,
    );
    const types = new Set(
      sets.flatMap(({ instanceType }) => instanceType ?? []),
    );
    return {
      ...compute(sources, oldest.kubeletVersion),
      kind: owner.kind,
      name: owner.name ?? NODES_WITHOUT_NAME[owner.kind],
      version: oldest.kubeletVersion,
      detail: [...types].sort().join(', '),
      newestVersion: sources.version,
      observation,
      nodes: sets.reduce((sum, { nodes }) => sum + nodes, 0),
    };
  });
}

function compute(sources: PartSources, kubelet: string | undefined) {
  const minorsBehind = minorsBetween(kubelet, sources.version);
  return {
    group: 'compute' as const,
    newestState: stateOf(minorsBehind),
    healthIssues: [],
    compatibility: [],
    minorsBehind,
  };
}

function stateOf(minorsBehind: number | undefined): Part['newestState'] {
  if (minorsBehind === undefined) {
    return 'unknown';
  }
  return minorsBehind > 0 ? 'behind' : 'current';
}

/** How many minors a kubelet trails the control plane; negative where it leads. */
export function minorsBetween(
  kubelet: string | undefined,
  controlPlane: string | undefined,
): number | undefined {
  const from = versionRank(kubelet);
  const to = versionRank(controlPlane);
  return from < 0 || to < 0 ? undefined : to - from;
}
