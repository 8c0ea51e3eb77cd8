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
  subnetsOf,
  type ClusterSpec,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { valueAt } from '../../edits/jsonPointer';
import {
  isMap,
  merged,
  pair,
  readPairs,
  writePairs,
  type FieldPair,
} from '../fieldPairs';
import type { ClusterFormat, FileDocument } from '../types';
import { problemsWhere } from './manifests';
import { boundaryOf, permissionsBoundarySetting } from './permissionsBoundary';
import {
  readAccessEntries,
  readAddons,
  readNodeGroups,
  writeAccessEntries,
  writeAddons,
  writeNodeGroups,
} from './terraformMaps';

const FIELDS: FieldPair[] = [
  pair('name', 'name'),
  pair('region', 'region'),
  pair('kubernetesVersion', 'kubernetes_version'),
  pair('upgradePolicy/supportType', 'upgrade_policy/support_type'),
  pair('deletionProtection', 'deletion_protection'),
  pair('authenticationMode', 'authentication_mode'),
  pair('endpointAccess/private', 'endpoint_private_access'),
  pair('endpointAccess/public', 'endpoint_public_access'),
  pair('endpointAccess/publicCidrs', 'endpoint_public_access_cidrs'),
  pair('zonalShift', 'zonal_shift_config/enabled'),
  pair('roleArn', 'iam_role_arn'),
  pair('nodeRoleArn', 'compute_config/node_role_arn'),
  pair('encryptionKeyArn', 'encryption_config/provider_key_arn'),
  pair('network/vpcId', 'vpc_id'),
  pair('network/subnetIds', 'subnet_ids'),
  pair('network/serviceIpv4Cidr', 'service_ipv4_cidr'),
  pair('network/vpcCidr', 'vpc/cidr'),
  pair('accountId', 'fleet/account_id'),
  pair('environment', 'fleet/environment'),
  pair('owner', 'fleet/owner'),
  pair('expiresOn', 'fleet/expires_on'),
  pair('reconcileAt', 'fleet/reconcile_at'),
  pair('lifecycle', 'fleet/lifecycle'),
  pair('gitopsAddons', 'fleet/gitops_addons'),
  {
    spec: 'podIdentityAssociations',
    file: 'fleet/pod_identity_associations',
    to: items =>
      items.map((each: ClusterSpec['podIdentityAssociations'][number]) => ({
        namespace: each.namespace,
        service_account: each.serviceAccount,
        role_arn: each.roleArn,
      })),
    from: items =>
      Array.isArray(items)
        ? items.map(each => ({
            namespace: each?.namespace,
            serviceAccount: each?.service_account,
            roleArn: each?.role_arn,
          }))
        : items,
  },
  pair('tags', 'tags'),
];

/** How long the module's own names of roles may be before IAM refuses them. */
const NAME_LIMITS = { cluster: 29, autoMode: 28, nodeGroup: 22 };

/**
 * Variables of `terraform-aws-modules/eks` 21; what it has none for is in the
 * variables `vpc` and `fleet` of the root module.
 */
export const terraform: ClusterFormat = {
  settings: { permissionsBoundary: permissionsBoundarySetting },
  endings: /\.tfvars\.json$/,
  refuse: ({ compute, name, nodeRoleArn, roleArn }) => [
    ...problemsWhere(
      [
        !roleArn && name.length > NAME_LIMITS.cluster,
        'name',
        `must be at most ${NAME_LIMITS.cluster} characters, of which the module makes a role's name, or roleArn given`,
      ],
      [
        Boolean(compute.autoMode) &&
          !nodeRoleArn &&
          name.length > NAME_LIMITS.autoMode,
        'name',
        `must be at most ${NAME_LIMITS.autoMode} characters, of which the module makes the name of the nodes' role, or nodeRoleArn given`,
      ],
    ),
    ...compute.nodeGroups.flatMap((group, index) =>
      problemsWhere([
        !group.nodeRoleArn && group.name.length > NAME_LIMITS.nodeGroup,
        `compute.nodeGroups[${index}].name`,
        `must be at most ${NAME_LIMITS.nodeGroup} characters, of which the module makes a role's name, or nodeRoleArn given`,
      ]),
    ),
  ],
  write: (spec, settings) => [
    ordered(
      merged(writePairs(FIELDS, spec), {
        // With it false the module takes down what it has made.
        create: spec.lifecycle !== 'deleting',
        // The module's own default is not empty.
        enabled_log_types: spec.logTypes,
        create_iam_role: spec.roleArn === undefined,
        iam_role_permissions_boundary: boundaryOf(spec, settings, spec.roleArn),
        create_node_iam_role: spec.nodeRoleArn === undefined,
        node_iam_role_permissions_boundary: boundaryOf(
          spec,
          settings,
          spec.nodeRoleArn,
        ),
        // The module makes a key of its own otherwise.
        create_kms_key: false,
        encryption_config: spec.encryptionKeyArn
          ? { resources: ['secrets'] }
          : null,
        // Not left out: Auto Mode does not go away by that.
        compute_config: {
          enabled: spec.compute.autoMode !== undefined,
          node_pools: spec.compute.autoMode?.nodePools,
        },
        vpc: vpcOf(spec),
        eks_managed_node_groups: writeNodeGroups(spec, settings),
        addons: writeAddons(spec.addons),
        access_entries: writeAccessEntries(spec.accessEntries),
      }),
    ),
  ],
  read([document]) {
    const vpc = valueAt(document, ['vpc', 'private_subnets']);
    const compute = valueAt(document, ['compute_config']);
    return merged(readPairs(FIELDS, document), {
      network: isMap(document?.vpc)
        ? { availabilityZones: Array.isArray(vpc) ? vpc.length : undefined }
        : {},
      logTypes: document?.enabled_log_types,
      compute: {
        autoMode:
          isMap(compute) && compute.enabled
            ? { nodePools: compute.node_pools ?? [] }
            : undefined,
        nodeGroups: readNodeGroups(document?.eks_managed_node_groups),
      },
      addons: readAddons(document?.addons),
      accessEntries: readAccessEntries(document?.access_entries),
    });
  },
  identify: () => 'variables',
};

function vpcOf({ network }: ClusterSpec): FileDocument | undefined {
  if ('vpcId' in network) {
    return undefined;
  }
  const { privateCidrs, publicCidrs } = subnetsOf(
    network.vpcCidr,
    network.availabilityZones,
  );
  return { private_subnets: privateCidrs, public_subnets: publicCidrs };
}

/** As people write it: what a cluster is, before what it has. */
function ordered(document: FileDocument): FileDocument {
  const { create, name, ...rest } = document;
  return { name, create, ...rest };
}
