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
  type AccessEntrySpec,
  type ClusterAddonSpec,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { valueAt } from '../../edits/jsonPointer';
import {
  isMap,
  merged,
  pair,
  readPairs,
  renamed,
  unlessEmpty,
  writePairs,
  type FieldPair,
} from '../fieldPairs';
import type { FileDocument } from '../types';
import { accessScope, configurationText } from './manifests';

/** Names of log types in `logging`. */
export const LOG_TYPES = {
  api: 'apiServer',
  audit: 'audit',
  authenticator: 'authenticator',
  controllerManager: 'controllerManager',
  scheduler: 'scheduler',
} as const;

export const CONTROL_PLANE: FieldPair[] = [
  pair('name', 'eksClusterName'),
  pair('region', 'region'),
  {
    spec: 'kubernetesVersion',
    file: 'version',
    to: version => `v${version}`,
    from: version =>
      typeof version === 'string' ? version.replace(/^v(?=\d)/, '') : version,
  },
  pair('endpointAccess/private', 'endpointAccess/private'),
  pair('endpointAccess/public', 'endpointAccess/public'),
  pair('endpointAccess/publicCidrs', 'endpointAccess/publicCIDRs'),
  renamed('authenticationMode', 'accessConfig/authenticationMode', {
    API: 'api',
    API_AND_CONFIG_MAP: 'api_and_config_map',
  }),
  renamed('upgradePolicy/supportType', 'upgradePolicy', {
    STANDARD: 'standard',
    EXTENDED: 'extended',
  }),
  {
    spec: 'encryptionKeyArn',
    file: 'encryptionConfig',
    to: provider => ({ provider, resources: ['secrets'] }),
    from: config => config?.provider,
  },
  pair('tags', 'additionalTags'),
];

const EFFECTS = {
  NO_SCHEDULE: 'no-schedule',
  NO_EXECUTE: 'no-execute',
  PREFER_NO_SCHEDULE: 'prefer-no-schedule',
};

const TAINT: FieldPair[] = [
  pair('key', 'key'),
  pair('value', 'value'),
  renamed('effect', 'effect', EFFECTS),
];

export const NODE_GROUP: FieldPair[] = [
  pair('name', 'eksNodegroupName'),
  pair('releaseVersion', 'amiVersion'),
  pair('amiType', 'amiType'),
  {
    spec: 'instanceTypes',
    file: 'instanceType',
    to: ([first]) => first,
    from: type => [type],
  },
  renamed('capacityType', 'capacityType', {
    ON_DEMAND: 'onDemand',
    SPOT: 'spot',
  }),
  pair('minSize', 'scaling/minSize'),
  pair('maxSize', 'scaling/maxSize'),
  pair('diskSizeGib', 'diskSize'),
  pair('labels', 'labels'),
  {
    spec: 'taints',
    file: 'taints',
    to: taints => taints.map((each: object) => writePairs(TAINT, each)),
    from: taints =>
      Array.isArray(taints)
        ? taints.map(each => readPairs(TAINT, each))
        : taints,
  },
];

const ADDON: FieldPair[] = [
  pair('name', 'name'),
  pair('version', 'version'),
  { spec: 'configuration', file: 'configuration', ...configurationText },
  pair('serviceAccountRoleArn', 'serviceAccountRoleARN'),
];

export const ADDONS = {
  to: (addons: readonly ClusterAddonSpec[]) =>
    addons.map(each =>
      merged(writePairs(ADDON, each), { conflictResolution: 'overwrite' }),
    ),
  from: (value: unknown) =>
    Array.isArray(value) ? value.map(each => readPairs(ADDON, each)) : value,
};

export const ACCESS_ENTRIES = {
  to: (entries: readonly AccessEntrySpec[]) =>
    entries.map(({ accessPolicies, kubernetesGroups, principalArn }) =>
      merged({
        principalARN: principalArn,
        type: 'standard',
        kubernetesGroups: unlessEmpty(kubernetesGroups),
        accessPolicies: unlessEmpty(
          accessPolicies.map(({ namespaces, policyArn }) => ({
            policyARN: policyArn,
            accessScope: accessScope.to(namespaces),
          })),
        ),
      }),
    ),
  from: (value: unknown) =>
    Array.isArray(value)
      ? value.filter(isMap).map(each => ({
          principalArn: each.principalARN,
          kubernetesGroups: each.kubernetesGroups ?? [],
          accessPolicies: Array.isArray(each.accessPolicies)
            ? each.accessPolicies.map(policy => ({
                policyArn: policy?.policyARN,
                namespaces: accessScope.from(policy?.accessScope),
              }))
            : [],
        }))
      : value,
};

/** Cluster API wants all three numbers of a version; EKS knows two. */
export const machinePoolVersion = {
  to: (version: string) => `v${version}.0`,
  from: (version: unknown) =>
    typeof version === 'string'
      ? version.replace(/^v(\d+\.\d+)\.0$/, '$1')
      : version,
};

/** Roles are known by their names alone. */
export function roleNameOf(arn: string | undefined): string | undefined {
  return arn?.split('/').at(-1);
}

export function roleArnOf(
  accountId: unknown,
  region: unknown,
  document: FileDocument | undefined,
): unknown {
  const name = valueAt(document, ['spec', 'roleName']);
  return name === undefined
    ? undefined
    : `arn:${arnPartition(String(region))}:iam::${accountId}:role/${name}`;
}
