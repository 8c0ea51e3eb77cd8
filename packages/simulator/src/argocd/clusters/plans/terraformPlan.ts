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
import type { AccessEntry } from '../../../model/access';
import {
  at,
  defined,
  entries,
  list,
  loggingOf,
  scopeOf,
  text,
  texts,
} from './fields';
import type { ClusterPlace, ClusterPlan, Parameters } from './types';

/** Variables as `terraform-aws-modules/eks` names them, and what goes with them. */
export function terraformPlan(
  file: unknown,
  { accountId, name }: ClusterPlace,
): ClusterPlan {
  const field = (...path: string[]) => at(file, ...path);
  const role = (suffix: string) =>
    `arn:aws:iam::${accountId}:role/${name}-${suffix}`;
  const isDeleting = field('fleet', 'lifecycle') === 'deleting';
  return {
    provisioner: 'terraform',
    cluster: defined({
      version: text(field('kubernetes_version')),
      roleArn: text(field('iam_role_arn')) ?? role('cluster'),
      resourcesVpcConfig: defined({
        endpointPublicAccess: field('endpoint_public_access') ?? false,
        publicAccessCidrs: field('endpoint_public_access_cidrs'),
      }),
      upgradePolicy: {
        supportType: field('upgrade_policy', 'support_type') ?? 'EXTENDED',
      },
      accessConfig: {
        authenticationMode:
          field('authentication_mode') ?? 'API_AND_CONFIG_MAP',
      },
      deletionProtection: field('deletion_protection'),
      zonalShiftConfig: {
        enabled: field('zonal_shift_config', 'enabled') ?? false,
      },
      computeConfig: {
        enabled: field('compute_config', 'enabled') ?? false,
      },
      logging: loggingOf(texts(field('enabled_log_types'))),
      encryptionConfig:
        field('encryption_config') || field('create_kms_key') === true
          ? [{ resources: ['secrets'] }]
          : undefined,
      tags: field('tags'),
    }),
    subnets: [
      ...texts(field('subnet_ids')).map(id => ({ id })),
      ...texts(field('vpc', 'private_subnets')).map(cidrBlock => ({
        cidrBlock,
      })),
    ],
    nodegroups: entries(field('eks_managed_node_groups')).map(
      ([group, fields]) => nodegroupOf(group, fields, role('node')),
    ),
    addons: entries(field('addons')).map(([addon, fields]) =>
      addonOf(addon, fields),
    ),
    access: entries(field('access_entries')).flatMap(([, fields]) =>
      accessOf(fields),
    ),
    podIdentityAssociations: list(
      field('fleet', 'pod_identity_associations'),
    ).map(each => ({
      namespace: text(at(each, 'namespace')) ?? '',
      serviceAccount: text(at(each, 'service_account')) ?? '',
      roleArn: text(at(each, 'role_arn')) ?? '',
    })),
    isDeleting,
    isLetGo: isDeleting && field('create') !== true,
  };
}

function nodegroupOf(name: string, fields: unknown, role: string): Parameters {
  return defined({
    nodegroupName: name,
    version: text(at(fields, 'kubernetes_version')),
    releaseVersion: text(at(fields, 'ami_release_version')),
    nodeRole: text(at(fields, 'iam_role_arn')) ?? role,
    amiType: text(at(fields, 'ami_type')),
    capacityType: text(at(fields, 'capacity_type')),
    instanceTypes: at(fields, 'instance_types'),
    scalingConfig: defined({
      minSize: at(fields, 'min_size'),
      maxSize: at(fields, 'max_size'),
      desiredSize: at(fields, 'desired_size'),
    }),
    labels: at(fields, 'labels'),
    taints: entries(at(fields, 'taints')).map(([, taint]) => taint),
    tags: at(fields, 'tags'),
  });
}

function addonOf(name: string, fields: unknown): Parameters {
  return defined({
    addonName: name,
    addonVersion: text(at(fields, 'addon_version')),
    configurationValues: text(at(fields, 'configuration_values')),
    serviceAccountRoleArn: text(at(fields, 'service_account_role_arn')),
    podIdentityAssociations: list(at(fields, 'pod_identity_association')).map(
      each => ({
        serviceAccount: at(each, 'service_account'),
        roleArn: at(each, 'role_arn'),
      }),
    ),
  });
}

function accessOf(fields: unknown): AccessEntry[] {
  const principalArn = text(at(fields, 'principal_arn'));
  return principalArn
    ? [
        {
          principalArn,
          kubernetesGroups: texts(at(fields, 'kubernetes_groups')),
          policies: entries(at(fields, 'policy_associations')).flatMap(
            ([, policy]) => {
              const policyArn = text(at(policy, 'policy_arn'));
              return policyArn
                ? [{ policyArn, ...scopeOf(at(policy, 'access_scope')) }]
                : [];
            },
          ),
        },
      ]
    : [];
}
