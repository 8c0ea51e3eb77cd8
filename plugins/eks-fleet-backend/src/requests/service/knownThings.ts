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

import type { JsonObject } from '@backstage/types';
import {
  clusterThingKey,
  type ApplicationSpec,
  type ClusterSpec,
  type NamespaceSpec,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterObservations } from '../../collection/types';
import type { ClusterRecord } from '../../inventory/types';
import {
  clusterAmounts,
  namespaceAmounts,
  type KnownApplication,
  type KnownBlock,
  type KnownCluster,
  type KnownNamespace,
} from '../preflight';
import type { KnownThing, ThingOnCluster } from '../store/things';
import { observedAmounts, type AmountGround } from './observedAmounts';

/**
 * A discovered cluster. What its nodes come to at most is said by the spec of
 * one that requests brought, and of others by what was observed. Pure.
 */
export function toKnownCluster(
  cluster: ClusterRecord,
  observations: ClusterObservations,
  from: {
    specs: ReadonlyMap<string, JsonObject>;
    ground: AmountGround;
  },
): KnownCluster {
  const spec = from.specs.get(clusterThingKey(cluster)) as
    | ClusterSpec
    | undefined;
  const observed = observedAmounts(cluster, observations, from.ground);
  return {
    ...observed,
    accountId: cluster.accountId,
    region: cluster.region,
    name: cluster.name,
    partition: cluster.partition,
    environment: cluster.environment,
    owner: cluster.owner,
    version: cluster.version,
    status: cluster.status,
    ...(spec && { amounts: clusterAmounts(spec, from.ground.config).amounts }),
  };
}

/** The addresses of a VPC that Git has a cluster's provisioner make. Pure. */
export function describedBlock({
  cluster,
  name,
  spec,
}: ThingOnCluster): KnownBlock[] {
  const { network } = spec as unknown as ClusterSpec;
  const { accountId, region } = cluster;
  return 'vpcCidr' in network
    ? [
        {
          cidr: network.vpcCidr,
          name: `the VPC of cluster ${name}`,
          accountId,
          region,
        },
      ]
    : [];
}

/** A namespace that requests brought. Pure. */
export function toKnownNamespace(thing: ThingOnCluster): KnownNamespace {
  const spec = thing.spec as unknown as NamespaceSpec;
  return {
    cluster: thing.cluster,
    name: thing.name,
    environment: thing.environment,
    owner: thing.owner,
    amounts: namespaceAmounts(spec),
    sourceRepos: spec.project.sourceRepos,
    isGoing: thing.lifecycle === 'deleting',
  };
}

/** An application that requests brought. Pure. */
export function toKnownApplication(thing: KnownThing): KnownApplication {
  return {
    key: thing.key,
    spec: thing.spec as unknown as ApplicationSpec,
    isGoing: thing.lifecycle === 'deleting',
  };
}
