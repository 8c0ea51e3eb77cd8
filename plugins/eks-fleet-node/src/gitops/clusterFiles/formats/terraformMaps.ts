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
  AccessEntrySpec,
  ClusterAddonSpec,
  ClusterSpec,
  NodeGroupSpec,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { valueAt } from '../../edits/jsonPointer';
import {
  isMap,
  merged,
  pair,
  readPairs,
  unlessEmpty,
  writePairs,
  type FieldPair,
} from '../fieldPairs';
import type { ClusterFileContext, FileDocument } from '../types';
import { accessScope, configurationText, objectName } from './manifests';
import { boundaryOf } from './permissionsBoundary';

const NODE_GROUP: FieldPair[] = [
  pair('kubernetesVersion', 'kubernetes_version'),
  pair('releaseVersion', 'ami_release_version'),
  pair('amiType', 'ami_type'),
  pair('instanceTypes', 'instance_types'),
  pair('capacityType', 'capacity_type'),
  pair('minSize', 'min_size'),
  pair('desiredSize', 'desired_size'),
  pair('maxSize', 'max_size'),
  pair('labels', 'labels'),
  {
    spec: 'taints',
    file: 'taints',
    to: (taints: NodeGroupSpec['taints']) =>
      Object.fromEntries(
        taints.map(each => [`${plainKey(each.key)}_${each.effect}`, each]),
      ),
    from: taints => (isMap(taints) ? Object.values(taints) : taints),
  },
  pair('nodeRoleArn', 'iam_role_arn'),
];

const ADDON: FieldPair[] = [
  pair('version', 'addon_version'),
  { spec: 'configuration', file: 'configuration_values', ...configurationText },
  pair('serviceAccountRoleArn', 'service_account_role_arn'),
  {
    spec: 'podIdentityAssociations',
    file: 'pod_identity_association',
    to: (items: ClusterAddonSpec['podIdentityAssociations']) =>
      items.map(({ roleArn, serviceAccount }) => ({
        service_account: serviceAccount,
        role_arn: roleArn,
      })),
    from: items =>
      Array.isArray(items)
        ? items.map(each => ({
            serviceAccount: each?.service_account,
            roleArn: each?.role_arn,
          }))
        : items,
  },
];

/** Letters and digits stay; everything else becomes its code, so that no two keys become one. */
function plainKey(key: string): string {
  return key.replaceAll(
    /[^A-Za-z0-9]/g,
    each => `_${each.charCodeAt(0).toString(16)}`,
  );
}

export function writeNodeGroups(
  spec: ClusterSpec,
  settings: ClusterFileContext['settings'],
): FileDocument | undefined {
  return byName(
    spec.compute.nodeGroups.map(group => [
      group.name,
      merged(writePairs(NODE_GROUP, group), {
        // As it is called here, not with something behind.
        use_name_prefix: false,
        // The module pins the newest release at every plan otherwise.
        use_latest_ami_release_version: group.releaseVersion === undefined,
        create_iam_role: group.nodeRoleArn === undefined,
        iam_role_permissions_boundary: boundaryOf(
          spec,
          settings,
          group.nodeRoleArn,
        ),
        block_device_mappings: disk(group),
      }),
    ]),
  );
}

export function readNodeGroups(value: unknown): unknown[] {
  return entriesOf(value).map(([name, each]) => ({
    name,
    ...readPairs(NODE_GROUP, each),
    diskSizeGib: readDisk(each),
  }));
}

/** The module leaves `disk_size` aside, as it makes a launch template. */
function disk({ amiType, diskSizeGib }: NodeGroupSpec): unknown {
  if (diskSizeGib === undefined) {
    return undefined;
  }
  const name = deviceOf(amiType);
  return {
    [name]: {
      device_name: `/dev/${name}`,
      ebs: { volume_size: diskSizeGib, volume_type: 'gp3', encrypted: true },
    },
  };
}

/** Where images keep what pods need. */
function deviceOf(amiType: string): string {
  if (amiType.startsWith('BOTTLEROCKET')) {
    return 'xvdb';
  }
  return amiType.startsWith('WINDOWS') ? 'sda1' : 'xvda';
}

function readDisk(group: unknown): unknown {
  const device = deviceOf(String(valueAt(group, ['ami_type'])));
  return valueAt(group, [
    'block_device_mappings',
    device,
    'ebs',
    'volume_size',
  ]);
}

export function writeAddons(
  addons: readonly ClusterAddonSpec[],
): FileDocument | undefined {
  return byName(
    addons.map(addon => [
      addon.name,
      merged(writePairs(ADDON, addon), {
        // The module's default moves them with every plan.
        most_recent: false,
        // Nodes are not ready without it.
        before_compute: addon.name === 'vpc-cni' || undefined,
        resolve_conflicts_on_create: 'OVERWRITE',
        resolve_conflicts_on_update: 'OVERWRITE',
      }),
    ]),
  );
}

export function readAddons(value: unknown): unknown[] {
  return entriesOf(value).map(([name, each]) => ({
    name,
    ...readPairs(ADDON, each),
  }));
}

export function writeAccessEntries(
  entries: readonly AccessEntrySpec[],
): FileDocument | undefined {
  return byName(
    entries.map(entry => [
      keyOf(entry.principalArn),
      merged({
        principal_arn: entry.principalArn,
        kubernetes_groups: unlessEmpty(entry.kubernetesGroups),
        policy_associations: byName(
          entry.accessPolicies.map(({ namespaces, policyArn }) => [
            policyArn.split('/').at(-1)!,
            { policy_arn: policyArn, access_scope: accessScope.to(namespaces) },
          ]),
        ),
      }),
    ]),
  );
}

export function readAccessEntries(value: unknown): unknown[] {
  return entriesOf(value).map(([, each]) => ({
    principalArn: each.principal_arn,
    kubernetesGroups: each.kubernetes_groups ?? [],
    accessPolicies: entriesOf(each.policy_associations).map(([, policy]) => ({
      policyArn: policy.policy_arn,
      namespaces: accessScope.from(policy.access_scope),
    })),
  }));
}

/** Told apart by its hash, as names of one role in two accounts are the same. */
function keyOf(principalArn: string): string {
  return objectName(principalArn.split('/').at(-1)!, 'access', principalArn);
}

function byName(entries: [string, unknown][]): FileDocument | undefined {
  return unlessEmpty(Object.fromEntries(entries));
}

function entriesOf(value: unknown): [string, FileDocument][] {
  return Object.entries(isMap(value) ? value : {}).map(([name, each]) => [
    name,
    isMap(each) ? each : {},
  ]);
}
