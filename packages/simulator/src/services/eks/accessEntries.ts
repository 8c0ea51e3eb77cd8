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

import { AwsError } from '../../aws/errors';
import type { CallContext, Operation } from '../../aws/types';
import type { AccessEntry, AccessPolicyAssociation } from '../../model/access';
import { partArn } from '../../model/identity';
import type { Cluster } from '../../model/types';
import { textOf } from '../parameters';
import { partNotFound } from './errors';
import { pageOf } from './pages';
import { clusterArn, requestedCluster } from './requestedCluster';
import { epochSeconds } from './times';

export const listAccessEntries: Operation = {
  action: 'eks:ListAccessEntries',
  resource: clusterArn,
  handle: context => {
    const cluster = clusterWithEntries(context);
    const policy = textOf(context.call.parameters, 'associatedPolicyArn');
    const { items, nextToken } = pageOf(context, {
      name: `${cluster.id}/${policy ?? ''}`,
      items: policy
        ? cluster.access
            .filter(({ policies = [] }) =>
              policies.some(({ policyArn }) => policyArn === policy),
            )
            .map(({ principalArn }) => principalArn)
        : principalsOf(cluster),
      keyOf: arn => arn,
    });
    return { accessEntries: items, nextToken };
  },
};

export const describeAccessEntry: Operation = {
  action: 'eks:DescribeAccessEntry',
  resource: accessEntryArn,
  handle: context => {
    const cluster = clusterWithEntries(context);
    const principal = requestedPrincipal(context, cluster);
    return { accessEntry: entryDocument(principal, cluster) };
  },
};

export const listAssociatedAccessPolicies: Operation = {
  action: 'eks:ListAssociatedAccessPolicies',
  resource: accessEntryArn,
  handle: context => {
    const cluster = clusterWithEntries(context);
    const principalArn = requestedPrincipal(context, cluster);
    const entry = entryOf(cluster, principalArn);
    const { items, nextToken } = pageOf(context, {
      name: `${cluster.id}/${principalArn}`,
      items: entry?.policies ?? [],
      keyOf: ({ policyArn }) => policyArn,
    });
    return {
      clusterName: cluster.name,
      principalArn,
      associatedAccessPolicies: items.map(policy =>
        policyDocument(policy, createdOf(entry, cluster)),
      ),
      nextToken,
    };
  },
};

/** The principal of an entry that there is. */
export function requestedPrincipal(
  { call }: CallContext,
  cluster: Cluster,
): string {
  const principal = textOf(call.parameters, 'principalArn') ?? '';
  if (!principalsOf(cluster).includes(principal)) {
    throw partNotFound(
      'The specified principalArn could not be found. You can view your available access entries with list-access-entries.',
      { clusterName: cluster.name },
    );
  }
  return principal;
}

/** An entry with rights of its own. */
export function entryOf(
  { access }: Cluster,
  principal: string,
): AccessEntry | undefined {
  return access.find(({ principalArn }) => principalArn === principal);
}

export function policyDocument(
  { policyArn, namespaces }: AccessPolicyAssociation,
  at: Date,
): Record<string, unknown> {
  return {
    policyArn,
    accessScope: namespaces
      ? { type: 'namespace', namespaces }
      : { type: 'cluster' },
    associatedAt: epochSeconds(at),
    modifiedAt: epochSeconds(at),
  };
}

function createdOf(entry: AccessEntry | undefined, cluster: Cluster): Date {
  return entry?.createdAt ? new Date(entry.createdAt) : cluster.createdAt;
}

export function accessEntryArn({ call, caller, region }: CallContext): string {
  const name = nameOf(String(call.parameters.principalArn));
  return `arn:${caller.partition}:eks:${region}:${caller.accountId}:access-entry/${call.cluster}/role/${caller.accountId}/${name}/*`;
}

/** Where only a ConfigMap says who may enter, EKS does not know. */
export function clusterWithEntries(context: CallContext): Cluster {
  const cluster = requestedCluster(context);
  if (cluster.authenticationMode === 'CONFIG_MAP') {
    throw new AwsError(
      'InvalidRequestException',
      400,
      "The cluster's authentication mode must be set to one of [API, API_AND_CONFIG_MAP] to perform this operation.",
      { clusterName: cluster.name },
    );
  }
  return cluster;
}

/** Who may enter: readers of the API, whom the cluster lets in, and the nodes themselves. */
export function principalsOf(cluster: Cluster): string[] {
  return [
    ...new Set([
      ...cluster.accessEntries,
      ...cluster.access.map(({ principalArn }) => principalArn),
      ...(cluster.nodegroups.length > 0 ? [nodeRoleArn(cluster)] : []),
    ]),
  ];
}

function nodeRoleArn({ partition, accountId }: Cluster): string {
  return `arn:${partition}:iam::${accountId}:role/eks-node`;
}

export function entryDocument(
  principalArn: string,
  cluster: Cluster,
): Record<string, unknown> {
  const { accountId, partition } = cluster;
  const name = nameOf(principalArn);
  const entry = entryOf(cluster, principalArn);
  const created = epochSeconds(createdOf(entry, cluster));
  const isNode = !entry && principalArn === nodeRoleArn(cluster);
  return {
    clusterName: cluster.name,
    principalArn,
    kubernetesGroups: entry
      ? entry.kubernetesGroups ?? []
      : [isNode ? 'system:nodes' : 'eks-fleet:readers'],
    accessEntryArn: partArn(
      cluster,
      'access-entry',
      `role/${accountId}/${name}`,
    ),
    createdAt: created,
    modifiedAt: created,
    tags: entry?.tags ?? {},
    username: isNode
      ? 'system:node:{{EC2PrivateDNSName}}'
      : `arn:${partition}:sts::${accountId}:assumed-role/${name}/{{SessionName}}`,
    type: isNode ? 'EC2_LINUX' : entry?.type ?? 'STANDARD',
  };
}

function nameOf(principalArn: string): string {
  return principalArn.split('/').slice(1).join('/');
}
