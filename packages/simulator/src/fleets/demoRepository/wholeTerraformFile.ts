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

import { uuidFrom } from '../../model/ids';
import { vpcIdOf } from '../../model/createSubnets';
import type { Nodegroup } from '../../model/nodegroups';
import type { Cluster } from '../../model/types';

/**
 * All of a cluster, in the variables that the portal writes: what there is of
 * it can be held against this, and changed by requests.
 */
export function wholeTerraformFile(cluster: Cluster): string {
  const { accountId, addons, name, nodegroups, partition, region, tags } =
    cluster;
  const iam = `arn:${partition}:iam::${accountId}:role`;
  const file = {
    name,
    create: true,
    region,
    kubernetes_version: cluster.version,
    upgrade_policy: { support_type: cluster.supportType },
    deletion_protection: cluster.deletionProtection,
    authentication_mode: cluster.authenticationMode,
    endpoint_private_access: true,
    endpoint_public_access: cluster.endpointPublicAccess,
    ...(cluster.endpointPublicAccess && {
      endpoint_public_access_cidrs: cluster.publicAccessCidrs,
    }),
    zonal_shift_config: { enabled: cluster.zonalShift },
    iam_role_arn: `${iam}/eks-cluster-${region}`,
    encryption_config: cluster.encryption
      ? {
          provider_key_arn: `arn:${partition}:kms:${region}:${accountId}:key/${uuidFrom(
            cluster.id,
          )}`,
          resources: ['secrets'],
        }
      : null,
    vpc_id: vpcIdOf(cluster),
    subnet_ids: cluster.subnets.map(({ id }) => id),
    fleet: {
      account_id: accountId,
      environment: tags.environment,
      owner: `group:default/${tags.team}`,
      lifecycle: 'active',
    },
    tags,
    enabled_log_types: [...cluster.logging].sort(),
    create_iam_role: false,
    create_node_iam_role: true,
    create_kms_key: false,
    compute_config: { enabled: false },
    eks_managed_node_groups: Object.fromEntries(
      nodegroups.map(group => [
        group.name,
        nodegroupOf(group, `${iam}/eks-node`),
      ]),
    ),
    addons: Object.fromEntries(
      addons.map(addon => [
        addon.name,
        {
          addon_version: addon.version,
          most_recent: false,
          ...(addon.name === 'vpc-cni' && { before_compute: true }),
          resolve_conflicts_on_create: 'OVERWRITE',
          resolve_conflicts_on_update: 'OVERWRITE',
        },
      ]),
    ),
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

function nodegroupOf(group: Nodegroup, role: string): object {
  return {
    kubernetes_version: group.version,
    ...(group.releaseVersion && { ami_release_version: group.releaseVersion }),
    ami_type: group.amiType,
    instance_types: group.instanceTypes,
    capacity_type: group.capacityType,
    min_size: group.minSize,
    desired_size: group.desiredSize,
    max_size: group.maxSize,
    labels: group.labels,
    ...(group.taints.length > 0 && {
      taints: Object.fromEntries(
        group.taints.map(taint => [`${taint.key}_${taint.effect}`, taint]),
      ),
    }),
    iam_role_arn: role,
    use_name_prefix: false,
    use_latest_ami_release_version: group.releaseVersion === undefined,
    create_iam_role: false,
  };
}
