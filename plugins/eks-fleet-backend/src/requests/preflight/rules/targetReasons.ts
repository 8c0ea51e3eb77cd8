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
  VerdictReason,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { FleetIndex } from '../ground/FleetIndex';
import { clusterKey } from '../ground/keys';
import type {
  KnownCluster,
  KnownNamespace,
  PreflightGround,
  RequestAsk,
} from '../ground/types';
import { deny, note } from '../verdictOf';
import { allOf, counted } from '../words';
import { hostReasons } from './hostReasons';

/**
 * Whether the environment really has clusters for an application, on which its
 * team has the namespace; and which.
 */
export function targetReasons(
  ask: RequestAsk<ApplicationSpec>,
  targets: readonly KnownNamespace[],
  ground: Pick<PreflightGround, 'fleet'>,
): VerdictReason[] {
  const { clusters, environment } = ask.spec;
  const hosts = [...ground.fleet.clusters()].filter(
    host => host.environment === environment,
  );
  if (clusters !== 'all') {
    const reasons = clusters.flatMap((cluster, index) =>
      chosenReasons(ask.spec, { cluster, index, targets }, ground),
    );
    return [...reasons, ...selectedReasons(ask, targets, hosts)];
  }
  if (hosts.length === 0) {
    return [
      deny(
        'environmentWithoutClusters',
        'environment',
        `There is no cluster of ${environment}, so that it would run nowhere; it must be an environment that clusters are of.`,
      ),
    ];
  }
  return targets.length === 0
    ? [withoutNamespace(ask.spec, hosts, ground.fleet)]
    : [
        ...targets.flatMap(({ cluster }) =>
          hostReasons({ cluster, environment }, ground, {
            kind: 'application',
            field: 'clusters',
          }),
        ),
        ...selectedReasons(ask, targets, hosts),
      ];
}

/** A cluster that is named has to be right, and to have the namespace. */
function chosenReasons(
  spec: ApplicationSpec,
  {
    cluster,
    index,
    targets,
  }: {
    cluster: ClusterThing;
    index: number;
    targets: readonly KnownNamespace[];
  },
  ground: Pick<PreflightGround, 'fleet'>,
): VerdictReason[] {
  const { environment } = spec;
  const field = `clusters[${index}]`;
  const reasons = hostReasons({ cluster, environment }, ground, {
    kind: 'application',
    field,
  });
  const isSelected = targets.some(
    each => clusterKey(each.cluster) === clusterKey(cluster),
  );
  return isSelected || reasons.some(({ outcome }) => outcome === 'deny')
    ? reasons
    : [...reasons, missing(spec, cluster, ground.fleet, field)];
}

/** Why one cluster does not take the application. */
function missing(
  { environment, namespace, owner }: ApplicationSpec,
  cluster: ClusterThing,
  fleet: FleetIndex,
  field: string,
): VerdictReason {
  const there = namespaceOn(cluster, namespace, fleet);
  if (there?.isGoing) {
    return deny(
      'namespaceGoing',
      field,
      `The namespace ${namespace} on ${cluster.name} is being taken away.`,
    );
  }
  return there && there.owner !== owner
    ? deny(
        'namespaceOfOthers',
        'namespace',
        `The namespace ${namespace} on ${cluster.name} is of ${
          there.owner || 'nobody known'
        }, not of ${owner}.`,
      )
    : deny(
        'namespaceNotThere',
        field,
        `${owner} has no namespace ${namespace} of ${environment} on ${cluster.name}; it must be asked for first.`,
      );
}

/** Why no cluster of the environment takes it. */
function withoutNamespace(
  spec: ApplicationSpec,
  hosts: readonly KnownCluster[],
  fleet: FleetIndex,
): VerdictReason {
  const { environment, namespace, owner } = spec;
  const found = hosts.find(host => namespaceOn(host, namespace, fleet));
  return found
    ? missing(spec, found, fleet, 'namespace')
    : deny(
        'namespaceNotThere',
        'namespace',
        `${owner} has no namespace ${namespace} on any cluster of ${environment}; it must be asked for first.`,
      );
}

/** Where it runs, and where it no longer is brought to. */
function selectedReasons(
  { base, spec }: RequestAsk<ApplicationSpec>,
  targets: readonly KnownNamespace[],
  hosts: readonly KnownCluster[],
): VerdictReason[] {
  const left = leftBy(base, spec);
  return [
    ...(targets.length > 0
      ? [
          note(
            'clustersSelected',
            'clusters',
            `It runs on ${allOf(targets.map(({ cluster }) => cluster.name))}: ${
              targets.length
            } of ${counted(hosts.length, 'cluster')} of ${spec.environment}.`,
          ),
        ]
      : []),
    ...(left.length > 0
      ? [
          note(
            'clustersLeft',
            'clusters',
            `What runs on ${allOf(
              left.map(({ name }) => name),
            )} stays there, as it is, until somebody deletes its application in Argo CD.`,
          ),
        ]
      : []),
  ];
}

/** Clusters that were named, and are no more. */
function leftBy(
  base: ApplicationSpec | undefined,
  { clusters }: ApplicationSpec,
): ClusterThing[] {
  if (!base || base.clusters === 'all' || clusters === 'all') {
    return [];
  }
  const kept = new Set(clusters.map(clusterKey));
  return base.clusters.filter(each => !kept.has(clusterKey(each)));
}

function namespaceOn(
  cluster: ClusterThing,
  name: string,
  fleet: FleetIndex,
): KnownNamespace | undefined {
  return fleet
    .namespacesOn(clusterKey(cluster))
    .find(each => each.name === name);
}
