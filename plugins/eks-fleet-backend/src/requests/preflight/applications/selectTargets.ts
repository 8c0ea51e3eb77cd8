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
  ApplicationSpec,
  ClusterThing,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { FleetIndex } from '../ground/FleetIndex';
import { clusterKey } from '../ground/keys';
import type { KnownNamespace } from '../ground/types';

/** What of an application decides where it runs. */
export type TargetWish = Pick<
  ApplicationSpec,
  'clusters' | 'environment' | 'namespace' | 'owner'
>;

/**
 * The namespaces that an application goes to, in the order of their clusters'
 * names: those of its team, of its environment, and of these those on the
 * clusters that it names. As the ApplicationSet of the fleet repository does.
 * Pure.
 */
export function selectTargets(
  wish: TargetWish,
  fleet: FleetIndex,
): KnownNamespace[] {
  return fleet
    .namespacesOf(wish.owner)
    .filter(
      each =>
        each.name === wish.namespace &&
        each.environment === wish.environment &&
        !each.isGoing &&
        isChosen(wish, each.cluster) &&
        isOfEnvironment(wish, each.cluster, fleet),
    )
    .sort((a, b) => (orderOf(a.cluster) < orderOf(b.cluster) ? -1 : 1));
}

/** A cluster that the fleet does not have is of none. */
function isOfEnvironment(
  { environment }: TargetWish,
  cluster: ClusterThing,
  fleet: FleetIndex,
): boolean {
  const host = fleet.cluster(clusterKey(cluster));
  // Whether one without a label is, somebody else has to say.
  return host !== undefined && ['', environment].includes(host.environment);
}

function isChosen({ clusters }: TargetWish, cluster: ClusterThing): boolean {
  const key = clusterKey(cluster);
  return clusters === 'all' || clusters.some(each => clusterKey(each) === key);
}

function orderOf({ accountId, name, region }: ClusterThing): string {
  return `${name} ${accountId} ${region}`;
}
