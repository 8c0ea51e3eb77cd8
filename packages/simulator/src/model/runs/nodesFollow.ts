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

import type { NodeSetSpec } from '../kubernetesStory';
import type { Cluster } from '../types';
import { replaceAutoModeNodes, sendAutoModeNodes } from './autoModeNodes';
import { DURATIONS } from './durations';
import type { UpdateRuns, UpdateWork } from './UpdateRuns';

/**
 * What becomes of nodes outside of node groups once the control plane has
 * another version: they keep their kubelets, until Auto Mode and Karpenter
 * replace theirs. All others stay until somebody does something.
 */
export function letNodesFollow(
  runs: UpdateRuns,
  cluster: Cluster,
  change: { from: string; at: Date },
): void {
  const { from, at } = change;
  const stayed = keepKubelets(cluster, from);
  if (cluster.autoMode) {
    cluster.autoModeNodes ??= { version: from, generation: 0 };
    followAutoMode(runs, cluster, at);
  }
  const drifted = stayed.filter(({ owner }) => owner.kind === 'karpenter');
  if (drifted.length > 0) {
    runs.start({ cluster, startedAt: at, work: () => drift(drifted) });
  }
}

/** Takes the nodes of Auto Mode to the version of their cluster. */
export function followAutoMode(
  runs: UpdateRuns,
  cluster: Cluster,
  at: Date,
): void {
  sendAutoModeNodes(cluster, cluster.version);
  runs.start({ cluster, startedAt: at, work: () => follow(cluster) });
}

/** Ends where the nodes are sent elsewhere. */
function* follow(cluster: Cluster): UpdateWork {
  const sent = cluster.autoModeNodes?.next;
  yield* replaceAutoModeNodes(
    cluster,
    () => cluster.autoModeNodes?.next === sent,
  );
  return [];
}

function* drift(nodes: NodeSetSpec[]): UpdateWork {
  yield DURATIONS.karpenterDrift;
  for (const set of nodes) {
    delete set.version;
  }
  return [];
}

/** @returns what has had the version of the control plane until now */
function keepKubelets(cluster: Cluster, from: string): NodeSetSpec[] {
  const sets = cluster.kubernetes.nodes ?? [];
  const onFargate = sets.some(({ owner }) => owner.kind === 'fargate');
  if (cluster.fargateProfiles.length > 0 && !onFargate) {
    sets.push({ owner: { kind: 'fargate' } });
  }
  cluster.kubernetes.nodes = sets;
  const stayed = sets.filter(
    ({ owner, version }) =>
      version === undefined &&
      owner.kind !== 'nodegroup' &&
      owner.kind !== 'autoMode',
  );
  for (const set of stayed) {
    set.version = from;
  }
  return stayed;
}
