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
  arnPartition,
  checkClusterSpec,
  type AccessEntrySpec,
  type ClusterSpec,
  type NamespaceAccess,
  type NamespacePodIdentity,
  type NamespaceSpec,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { SpecRefusal } from '../clusterFiles/types';

const POLICIES = {
  view: 'AmazonEKSViewPolicy',
  edit: 'AmazonEKSEditPolicy',
} as const;

type Level = keyof typeof POLICIES;
type PrincipalAccess = Extract<NamespaceAccess, { principalArn: string }>;

/** What a cluster's file has of one of its namespaces. */
export interface NamespacePartsInCluster {
  access: PrincipalAccess[];
  podIdentityAssociations: NamespacePodIdentity[];
}

/** The access policies and associations of a namespace that are there by its name. */
export function partsInCluster(
  cluster: ClusterSpec,
  namespace: string,
): NamespacePartsInCluster {
  const levels = Object.keys(POLICIES) as Level[];
  return {
    access: cluster.accessEntries.flatMap(({ accessPolicies, principalArn }) =>
      levels
        .filter(level =>
          accessPolicies.some(
            ({ namespaces, policyArn }) =>
              policyArn === policyOf(cluster, level) &&
              namespaces?.includes(namespace),
          ),
        )
        .map(level => ({ principalArn, level })),
    ),
    podIdentityAssociations: cluster.podIdentityAssociations
      .filter(each => each.namespace === namespace)
      .map(({ roleArn, serviceAccount }) => ({ serviceAccount, roleArn })),
  };
}

/** What a namespace's own files say of it. */
export function withoutClusterParts(spec: NamespaceSpec): NamespaceSpec {
  return {
    ...spec,
    access: spec.access.filter(each => 'kubernetesGroup' in each),
    podIdentityAssociations: [],
  };
}

/**
 * The bill of materials of a cluster with what a namespace has in AWS: access
 * policies of EKS that hold in it alone, and Pod Identity associations. What the
 * namespace had before and has no more goes; all else stays as it is.
 *
 * @param before - nothing for a namespace that is new
 * @param after - nothing for a namespace that goes
 * @throws SpecRefusal where the cluster cannot have it
 * @public
 */
export function changeClusterOfNamespace(
  cluster: ClusterSpec,
  before: NamespaceSpec | undefined,
  after: NamespaceSpec | undefined,
): ClusterSpec {
  const name = (after ?? before)?.name;
  if (name === undefined) {
    return cluster;
  }
  const had = ownParts(before);
  const has = ownParts(after);
  const access = [
    ...minus(had.access, has.access).map(each => ({ ...each, gives: false })),
    ...has.access.map(each => ({ ...each, gives: true })),
  ];
  const gone = minus(had.podIdentityAssociations, has.podIdentityAssociations);
  const come = new Map(
    has.podIdentityAssociations.map(each => [each.serviceAccount, each]),
  );
  const kept = cluster.podIdentityAssociations.flatMap(each => {
    if (each.namespace !== name) {
      return [each];
    }
    const wanted = come.get(each.serviceAccount);
    come.delete(each.serviceAccount);
    const goes = gone.some(
      ({ serviceAccount }) => serviceAccount === each.serviceAccount,
    );
    return wanted || !goes ? [{ ...each, ...wanted }] : [];
  });
  const wanted: ClusterSpec = {
    ...cluster,
    accessEntries: access.reduce(
      (entries, { gives, level, principalArn }) =>
        withAccess(
          entries,
          principalArn,
          policyOf(cluster, level),
          name,
          gives,
        ),
      cluster.accessEntries,
    ),
    podIdentityAssociations: [
      ...kept,
      ...[...come.values()].map(each => ({ namespace: name, ...each })),
    ],
  };
  const checked = checkClusterSpec(wanted);
  if ('problems' in checked) {
    throw new SpecRefusal(
      checked.problems.map(({ field, message }) => ({
        field: `cluster.${field}`,
        message,
      })),
    );
  }
  return checked.spec;
}

/** Entries with a policy for a namespace, or without; what is empty then goes. */
function withAccess(
  entries: readonly AccessEntrySpec[],
  principalArn: string,
  policyArn: string,
  namespace: string,
  gives: boolean,
): AccessEntrySpec[] {
  const present = entries.find(each => each.principalArn === principalArn);
  const entry: AccessEntrySpec = present ?? {
    principalArn,
    kubernetesGroups: [],
    accessPolicies: [],
  };
  const policy = entry.accessPolicies.find(
    each => each.policyArn === policyArn,
  );
  // Of the whole cluster: there is nothing to give, and nothing to take.
  if (policy && policy.namespaces === undefined) {
    return [...entries];
  }
  const others = (policy?.namespaces ?? []).filter(each => each !== namespace);
  const namespaces = gives ? [...others, namespace].sort() : others;
  const accessPolicies = replaced(
    entry.accessPolicies,
    policy,
    namespaces.length > 0 ? { policyArn, namespaces } : undefined,
  );
  const isLeft = accessPolicies.length > 0 || entry.kubernetesGroups.length > 0;
  return replaced(
    entries,
    present,
    isLeft ? { ...entry, accessPolicies } : undefined,
  );
}

/** A list with one element in place of another, so that no other one moves. */
function replaced<T>(
  items: readonly T[],
  what: T | undefined,
  by: T | undefined,
): T[] {
  const instead = by === undefined ? [] : [by];
  return what === undefined
    ? [...items, ...instead]
    : items.flatMap(each => (each === what ? instead : [each]));
}

function ownParts(spec: NamespaceSpec | undefined): NamespacePartsInCluster {
  return {
    access: (spec?.access ?? []).filter(
      (each): each is PrincipalAccess => 'principalArn' in each,
    ),
    podIdentityAssociations: spec?.podIdentityAssociations ?? [],
  };
}

function minus<T extends object>(all: readonly T[], those: readonly T[]): T[] {
  const texts = those.map(each => JSON.stringify(each));
  return all.filter(each => !texts.includes(JSON.stringify(each)));
}

function policyOf({ region }: ClusterSpec, level: Level): string {
  return `arn:${arnPartition(region)}:eks::aws:cluster-access-policy/${
    POLICIES[level]
  }`;
}
