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

import type { Operation } from '../../aws/types';
import type { FargateProfile } from '../../model/fargateProfiles';
import type { Cluster } from '../../model/types';
import { partNotFound } from './errors';
import { pageOf } from './pages';
import { clusterArn, partArnOf, requestedCluster } from './requestedCluster';
import { epochSeconds } from './times';

export const listFargateProfiles: Operation = {
  action: 'eks:ListFargateProfiles',
  resource: clusterArn,
  handle: context => {
    const { fargateProfiles, id } = requestedCluster(context);
    const { items, nextToken } = pageOf(context, {
      name: id,
      items: fargateProfiles,
      keyOf: ({ name }) => name,
    });
    return { fargateProfileNames: items.map(({ name }) => name), nextToken };
  },
};

export const describeFargateProfile: Operation = {
  action: 'eks:DescribeFargateProfile',
  resource: partArnOf('fargateprofile', 'fargateProfileName'),
  handle: context => {
    const cluster = requestedCluster(context);
    const { fargateProfileName } = context.call.parameters;
    const found = cluster.fargateProfiles.find(
      ({ name }) => name === fargateProfileName,
    );
    if (!found) {
      throw partNotFound(
        `No Fargate Profile found with name: ${fargateProfileName}.`,
        { clusterName: cluster.name, fargateProfileName },
      );
    }
    return { fargateProfile: profileDocument(found, cluster) };
  },
};

function profileDocument(
  profile: FargateProfile,
  cluster: Cluster,
): Record<string, unknown> {
  const { accountId, partition } = cluster;
  return {
    fargateProfileName: profile.name,
    fargateProfileArn: profile.arn,
    clusterName: cluster.name,
    createdAt: epochSeconds(profile.createdAt),
    podExecutionRoleArn: `arn:${partition}:iam::${accountId}:role/eks-fargate-pods`,
    subnets: cluster.subnets.map(({ id }) => id),
    selectors: profile.selectors,
    status: profile.status,
    health: { issues: profile.healthIssues },
    tags: profile.tags,
  };
}
