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
  type NodeOwner,
  type NodeSet,
  type ObservationDocuments,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** Nodes that are moved together. */
export interface NodePool {
  owner: NodeOwner;
  /** For people: `node group workers`, `Karpenter node pool default`. */
  title: string;
  /**
   * Who moves them: `operator` somebody; `eks` Auto Mode by itself; `restart`
   * Fargate, where a pod that is made again has the new version.
   */
  movedBy: 'operator' | 'eks' | 'restart';
  /** Of the oldest kubelet, as `versionRank` counts; `undefined` where unknown. */
  oldestKubelet?: number;
  newestKubelet?: number;
  /** Left out where nobody counted. */
  nodes?: number;
  nodegroup?: Nodegroup;
  sets: NodeSet[];
}

const TITLES: Record<NodeOwner['kind'], string> = {
  nodegroup: 'node group',
  karpenter: 'Karpenter node pool',
  autoMode: 'Auto Mode node pool',
  fargate: 'Fargate profile',
  hybrid: 'hybrid nodes',
  selfManaged: 'self-managed nodes',
};

/** From what EKS says of node groups, and what nodes say of themselves. */
export function nodePoolsOf(
  documents: Partial<ObservationDocuments>,
): NodePool[] {
  const pools = new Map<string, NodePool>();
  const poolOf = (owner: NodeOwner): NodePool => {
    const key = `${owner.kind}/${owner.name ?? ''}`;
    const pool = pools.get(key) ?? {
      owner,
      title: `${TITLES[owner.kind] ?? 'nodes'} ${owner.name ?? ''}`.trim(),
      movedBy: movedBy(owner),
      sets: [],
    };
    pools.set(key, pool);
    return pool;
  };
  for (const nodegroup of documents.nodegroups?.nodegroups ?? []) {
    const pool = poolOf({ kind: 'nodegroup', name: nodegroup.name });
    pool.nodegroup = nodegroup;
    pool.nodes = nodegroup.desiredSize;
    noteKubelet(pool, nodegroup.version);
  }
  for (const profile of documents.fargateProfiles?.profiles ?? []) {
    poolOf({ kind: 'fargate', name: profile.name });
  }
  if (documents.controlPlane?.autoMode) {
    for (const name of documents.controlPlane.autoModeNodePools) {
      poolOf({ kind: 'autoMode', name });
    }
  }
  for (const set of documents.kubernetesNodes?.sets ?? []) {
    const pool = poolOf(set.owner);
    pool.nodes = sumOf(pool.sets) + set.nodes;
    pool.sets.push(set);
    if (set.nodes > 0) {
      noteKubelet(pool, set.kubeletVersion);
    }
  }
  return [...pools.values()];
}

/** Whether there are nodes to be drained, as far as anybody knows. */
export function isDrained(pool: NodePool): boolean {
  return pool.movedBy !== 'restart' && pool.nodes !== 0;
}

function movedBy({ kind }: NodeOwner): NodePool['movedBy'] {
  if (kind === 'autoMode') {
    return 'eks';
  }
  return kind === 'fargate' ? 'restart' : 'operator';
}

function noteKubelet(pool: NodePool, version: string | undefined): void {
  const rank = versionRank(version);
  if (rank >= 0) {
    pool.oldestKubelet = Math.min(pool.oldestKubelet ?? rank, rank);
    pool.newestKubelet = Math.max(pool.newestKubelet ?? rank, rank);
  }
}

function sumOf(sets: NodeSet[]): number {
  return sets.reduce((sum, set) => sum + set.nodes, 0);
}
