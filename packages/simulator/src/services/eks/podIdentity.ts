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
import type { CallContext, Operation } from '../../aws/types';
import type { PodIdentityAssociation } from '../../model/access';
import { hexFrom } from '../../model/ids';
import type { Cluster } from '../../model/types';
import { textOf } from '../parameters';
import { partNotFound } from './errors';
import { pageOf } from './pages';
import { clusterArn, requestedCluster } from './requestedCluster';
import { epochSeconds } from './times';

export const listPodIdentityAssociations: Operation = {
  action: 'eks:ListPodIdentityAssociations',
  resource: clusterArn,
  handle: context => {
    const { parameters } = context.call;
    const cluster = requestedCluster(context);
    const namespace = textOf(parameters, 'namespace');
    const serviceAccount = textOf(parameters, 'serviceAccount');
    const { items, nextToken } = pageOf(context, {
      name: `${cluster.id}/${namespace ?? ''}/${serviceAccount ?? ''}`,
      items: cluster.podIdentityAssociations.filter(
        each =>
          (namespace ?? each.namespace) === each.namespace &&
          (serviceAccount ?? each.serviceAccount) === each.serviceAccount,
      ),
      keyOf: association => associationId(association, cluster),
    });
    return {
      associations: items.map(each => summaryOf(each, cluster)),
      nextToken,
    };
  },
};

export const describePodIdentityAssociation: Operation = {
  action: 'eks:DescribePodIdentityAssociation',
  resource: associationArnOf,
  handle: context => {
    const cluster = requestedCluster(context);
    const id = textOf(context.call.parameters, 'associationId') ?? '';
    const found = cluster.podIdentityAssociations.find(
      each => associationId(each, cluster) === id,
    );
    if (!found) {
      throw partNotFound(`No pod identity association found with id: ${id}`, {
        clusterName: cluster.name,
      });
    }
    return { association: associationDocument(found, cluster) };
  },
};

/** An association as EKS `DescribePodIdentityAssociation` words it. */
export function associationDocument(
  association: PodIdentityAssociation,
  cluster: Cluster,
): Record<string, unknown> {
  const { roleArn, tags = {}, createdAt } = association;
  const created = epochSeconds(
    createdAt ? new Date(createdAt) : cluster.createdAt,
  );
  return {
    ...summaryOf(association, cluster),
    roleArn,
    tags,
    createdAt: created,
    modifiedAt: created,
    disableSessionTags: false,
  };
}

function summaryOf(
  association: PodIdentityAssociation,
  cluster: Cluster,
): Record<string, unknown> {
  const { partition, region, accountId, name } = cluster;
  const id = associationId(association, cluster);
  return {
    clusterName: name,
    namespace: association.namespace,
    serviceAccount: association.serviceAccount,
    associationId: id,
    associationArn: `arn:${partition}:eks:${region}:${accountId}:podidentityassociation/${name}/${id}`,
  };
}

function associationId(
  { namespace, serviceAccount }: PodIdentityAssociation,
  { id }: Cluster,
): string {
  return `a-${hexFrom(`${id}/${namespace}/${serviceAccount}`, 17)}`;
}

function associationArnOf({ call, caller, region }: CallContext): string {
  return `arn:${caller.partition}:eks:${region}:${caller.accountId}:podidentityassociation/${call.cluster}/${call.parameters.associationId}`;
}
