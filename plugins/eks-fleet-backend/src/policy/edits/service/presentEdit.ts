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
  PolicyCluster,
  PolicyEdit,
  PolicyEditCluster,
  PolicyEditCounts,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterRecord } from '../../../inventory/types';
import { presentPullRequest } from '../../../proposals/presentPullRequest';
import { presentClusterRef } from '../../service/presentClusterRef';
import type { EditReach } from '../store/types';
import type { ClusterEffect, EditCluster, EditRecord } from '../types';

/** What of an edit the reader may see, and may do with it. */
export interface EditSight {
  /** How many of its clusters the reader may read, and all of them. */
  reach: EditReach;
  whole: EditReach;
  mayCancel: boolean;
}

/** How many clusters a reply lists at most. */
export const MOST_CLUSTERS = 200;

const RANK = ['changes', 'unknown', 'overridden', 'same'];

/** An edit, as the API gives it in lists. */
export function presentEdit(
  { acts, asked, progress, state }: EditRecord,
  { mayCancel, reach, whole }: EditSight,
): PolicyEdit {
  const isWhole = totalOf(reach) === totalOf(whole);
  const { inForce, ...counts } = reach;
  return {
    id: asked.id,
    state,
    // Sentences count clusters, and paths lead to them.
    message: isWhole ? progress.message : undefined,
    problem: isWhole ? progress.problem : undefined,
    policy: asked.policy,
    change: asked.change,
    layers: isWhole ? asked.files.map(({ path }) => path) : [],
    counts,
    inForceOn: inForce,
    reason: asked.reason,
    ticket: asked.ticket,
    requestedBy: asked.requestedBy,
    requestedAt: asked.requestedAt,
    pullRequest: presentPullRequest(progress.pullRequest),
    rights: { cancel: mayCancel && state === 'proposed' && !acts.cancelled },
  };
}

/** Clusters of an edit, those where something changes first. */
export function presentEditClusters(
  clusters: EditCluster[],
  readable: ReadonlyMap<string, ClusterRecord>,
): PolicyEditCluster[] {
  return clusters
    .flatMap(({ arn, goneAt, inForceAt, supersededAt, ...effect }) => {
      const cluster = readable.get(arn);
      return cluster
        ? [
            {
              ...presentEffect(cluster, effect),
              inForceAt,
              supersededAt,
              goneAt,
            },
          ]
        : [];
    })
    .sort(changesFirst)
    .slice(0, MOST_CLUSTERS);
}

/** What an edit does on one cluster, and how safe that is where it is to be enforced. */
export function presentEffect(
  cluster: ClusterRecord,
  effect: ClusterEffect,
  standing?: PolicyCluster,
): PolicyEditCluster {
  const { after, before, engine, overriddenBy, problem } = effect;
  const isRaised = after?.mode === 'enforce' && before?.mode !== 'enforce';
  return {
    cluster: presentClusterRef(cluster),
    effect: effect.effect,
    engine,
    before,
    after,
    overriddenBy,
    problem,
    safeToEnforce: isRaised ? standing?.safeToEnforce : undefined,
  };
}

export function changesFirst(
  a: PolicyEditCluster,
  b: PolicyEditCluster,
): number {
  const rank = ({ effect }: PolicyEditCluster) => RANK.indexOf(effect);
  return rank(a) - rank(b) || (a.cluster.name < b.cluster.name ? -1 : 1);
}

/** How many clusters there are of each effect. */
export function countEffects(
  effects: Iterable<ClusterEffect>,
): PolicyEditCounts {
  const counts = { changes: 0, same: 0, overridden: 0, unknown: 0 };
  for (const { effect } of effects) {
    counts[effect] += 1;
  }
  return counts;
}

export function totalOf(reach: PolicyEditCounts): number {
  return reach.changes + reach.same + reach.overridden + reach.unknown;
}
