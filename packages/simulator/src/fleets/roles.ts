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

import type { Partition } from '../model/partitions';
import type { RoleSpec } from '../model/types';

export const MANAGEMENT_ACCOUNT_ID = '999988887777';

const BACKSTAGE_ROLE_ARN = `arn:aws:iam::${MANAGEMENT_ACCOUNT_ID}:role/backstage`;

/** The role that the portal starts from, with keys that never end. */
export const BASE_CREDENTIALS = {
  accessKeyId: 'AKIASIMULATOR0000001',
  secretAccessKey: 'simulator/secret/of/no/value/0000000001',
  accountId: MANAGEMENT_ACCOUNT_ID,
  roleName: 'backstage',
};

const ORGANIZATION_READS = [
  'organizations:DescribeOrganization',
  'organizations:List*',
];

/** Everything that the portal reads of clusters, and nothing else. */
const CLUSTER_READS = [
  'account:ListRegions',
  'arc-zonal-shift:GetManagedResource',
  'arc-zonal-shift:ListZonalShifts',
  'cloudwatch:DescribeAlarms',
  'cloudwatch:ListTagsForResource',
  'ec2:DescribeRegions',
  'ec2:DescribeSubnets',
  'ec2:DescribeVpcs',
  'eks:DescribeAccessEntry',
  'eks:DescribeAddon',
  'eks:DescribeAddonVersions',
  'eks:DescribeCapability',
  'eks:DescribeCluster',
  'eks:DescribeClusterVersions',
  'eks:DescribeFargateProfile',
  'eks:DescribeInsight',
  'eks:DescribeInsightsRefresh',
  'eks:DescribeNodegroup',
  'eks:DescribePodIdentityAssociation',
  'eks:DescribeUpdate',
  'eks:ListAccessEntries',
  'eks:ListAddons',
  'eks:ListAssociatedAccessPolicies',
  'eks:ListCapabilities',
  'eks:ListClusters',
  'eks:ListFargateProfiles',
  'eks:ListInsights',
  'eks:ListNodegroups',
  'eks:ListPodIdentityAssociations',
  'eks:ListUpdates',
  'securityhub:GetFindings',
];

export const backstageRole: RoleSpec = {
  name: 'backstage',
  trusts: [],
  allow: ['sts:AssumeRole', ...ORGANIZATION_READS, ...CLUSTER_READS],
  maxSessionSeconds: 43_200,
};

/** Reads AWS for the portal; has no right in Kubernetes. */
export function readerRole(
  options: { trusts?: string[]; organization?: boolean } = {},
): RoleSpec {
  const { trusts, organization } = options;
  return {
    name: 'eks-fleet-reader',
    trusts: trusts ?? [BACKSTAGE_ROLE_ARN],
    allow: [
      'sts:AssumeRole',
      ...CLUSTER_READS,
      ...(organization ? ORGANIZATION_READS : []),
    ],
    maxSessionSeconds: 43_200,
  };
}

/** Changes clusters, where the portal is told to do so itself. */
export const executorRole: RoleSpec = {
  name: 'eks-fleet-executor',
  trusts: [BACKSTAGE_ROLE_ARN],
  allow: ['eks:*'],
};

/** Reads Kubernetes through access entries; has no right in AWS. */
export function kubernetesRole(
  accountId: string,
  partition: Partition = 'aws',
): RoleSpec {
  return {
    name: 'eks-fleet-kubernetes',
    trusts: [`arn:${partition}:iam::${accountId}:role/eks-fleet-reader`],
    allow: [],
  };
}
