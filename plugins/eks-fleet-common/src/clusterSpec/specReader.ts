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
  fields,
  flag,
  hostile,
  integer,
  isRecord,
  list,
  oneOf,
  optional,
  orElse,
  Place,
  record,
  sorted,
  type Reader,
} from './readers';
import * as texts from './texts';
import type {
  AccessEntrySpec,
  AutoModeNodePool,
  ClusterAddonSpec,
  ClusterLogType,
  ClusterCompute,
  ClusterNetwork,
  ClusterSpec,
  ExistingVpcNetwork,
  NewVpcNetwork,
  NodeGroupSpec,
} from './types';

const newVpc = fields<NewVpcNetwork>({
  vpcCidr: texts.cidr,
  availabilityZones: orElse(integer(2, 3) as Reader<2 | 3>, 3),
  serviceIpv4Cidr: optional(texts.cidr),
});

const existingVpc = fields<ExistingVpcNetwork>({
  vpcId: texts.vpcId,
  subnetIds: list(texts.subnetId, 16),
  serviceIpv4Cidr: optional(texts.cidr),
});

/** A VPC of its own where a CIDR is given, else one that is there. */
const network: Reader<ClusterNetwork> = {
  read(value, place) {
    const isNew = isRecord(value) && 'vpcCidr' in value;
    return isNew ? newVpc.read(value, place) : existingVpc.read(value, place);
  },
};

const labels = record(texts.labelKey, texts.labelValue, 50);

const nodeGroup = fields<NodeGroupSpec>({
  name: texts.nodeGroupName,
  instanceTypes: list(texts.instanceType, 20),
  capacityType: orElse(
    oneOf<NodeGroupSpec['capacityType']>('ON_DEMAND', 'SPOT'),
    'ON_DEMAND',
  ),
  amiType: texts.amiType,
  minSize: integer(0, 1000),
  desiredSize: integer(0, 1000),
  maxSize: integer(1, 1000),
  diskSizeGib: optional(integer(20, 16384)),
  labels,
  taints: list(
    fields<NodeGroupSpec['taints'][number]>({
      key: texts.labelKey,
      value: optional(texts.labelValue),
      effect: oneOf('NO_SCHEDULE', 'NO_EXECUTE', 'PREFER_NO_SCHEDULE'),
    }),
    50,
    ({ key, effect }) => `${key} ${effect}`,
  ),
  kubernetesVersion: optional(texts.minorVersion),
  releaseVersion: optional(texts.releaseVersion),
  nodeRoleArn: optional(texts.roleArn),
});

const compute = fields<ClusterCompute>({
  autoMode: optional(
    fields<NonNullable<ClusterCompute['autoMode']>>({
      nodePools: sorted(
        list(oneOf<AutoModeNodePool>('general-purpose', 'system'), 2),
      ),
    }),
  ),
  nodeGroups: list(nodeGroup, 30, ({ name }) => name),
});

/** Free in its shape, but not in its texts. */
const configuration: Reader<Record<string, unknown>> = {
  read(value, place) {
    if (!isRecord(value)) {
      place.wrong(
        'must be a map of what the add-on takes as its configuration',
      );
      return {};
    }
    refuseHostile(value, place, 0);
    return value;
  },
};

function refuseHostile(value: unknown, place: Place, depth: number): void {
  if (depth > 20) {
    place.wrong('must not be deeper than 20 maps and lists');
    return;
  }
  if (typeof value === 'string') {
    const problem = hostile(value);
    if (problem) {
      place.wrong(problem);
    }
    return;
  }
  if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) {
      if (hostile(key) || key === '__proto__') {
        place.wrong(`must not have keys with ${'{{'}, line ends and the like`);
      }
      refuseHostile(each, place, depth + 1);
    }
    return;
  }
  if (typeof value === 'number' ? !Number.isFinite(value) : !isPlain(value)) {
    place.wrong('must hold nothing but texts, numbers, true, false and null');
  }
}

function isPlain(value: unknown): boolean {
  return value === null || typeof value === 'boolean';
}

const addon = fields<ClusterAddonSpec>({
  name: texts.addonName,
  version: optional(texts.addonVersion),
  configuration: optional(configuration),
  serviceAccountRoleArn: optional(texts.roleArn),
  podIdentityAssociations: list(
    fields<ClusterAddonSpec['podIdentityAssociations'][number]>({
      serviceAccount: texts.serviceAccount,
      roleArn: texts.roleArn,
    }),
    20,
    ({ serviceAccount }) => serviceAccount,
  ),
});

const accessEntry = fields<AccessEntrySpec>({
  principalArn: texts.principalArn,
  kubernetesGroups: list(texts.kubernetesGroup, 20),
  accessPolicies: list(
    fields<AccessEntrySpec['accessPolicies'][number]>({
      policyArn: texts.accessPolicyArn,
      namespaces: optional(list(texts.namespacePattern, 50)),
    }),
    20,
    ({ policyArn }) => policyArn,
  ),
});

/** Each field by itself; what several must agree on is `checkAgreement`'s. */
export const specReader = fields<ClusterSpec>({
  name: texts.name,
  accountId: texts.accountId,
  region: texts.region,
  environment: texts.environment,
  owner: texts.owner,
  kubernetesVersion: texts.minorVersion,
  network,
  compute,
  addons: list(addon, 60, ({ name }) => name.replaceAll('_', '-')),
  gitopsAddons: sorted(list(texts.gitopsAddonName, 100)),
  podIdentityAssociations: list(
    fields<ClusterSpec['podIdentityAssociations'][number]>({
      namespace: texts.namespace,
      serviceAccount: texts.serviceAccount,
      roleArn: texts.roleArn,
    }),
    100,
    ({ namespace, serviceAccount }) => `${namespace}/${serviceAccount}`,
  ),
  authenticationMode: orElse(
    oneOf<ClusterSpec['authenticationMode']>('API', 'API_AND_CONFIG_MAP'),
    'API',
  ),
  accessEntries: list(accessEntry, 100, ({ principalArn }) => principalArn),
  upgradePolicy: fields<ClusterSpec['upgradePolicy']>({
    supportType: oneOf('STANDARD', 'EXTENDED'),
  }),
  endpointAccess: fields<ClusterSpec['endpointAccess']>({
    private: flag,
    public: flag,
    publicCidrs: list(texts.cidr, 40),
  }),
  logTypes: sorted(
    list(
      oneOf<ClusterLogType>(
        'api',
        'audit',
        'authenticator',
        'controllerManager',
        'scheduler',
      ),
      5,
    ),
  ),
  zonalShift: orElse(flag, false),
  roleArn: optional(texts.roleArn),
  nodeRoleArn: optional(texts.roleArn),
  encryptionKeyArn: optional(texts.keyArn),
  tags: record(texts.tagKey, texts.tagValue, 40),
  expiresOn: optional(texts.day),
  deletionProtection: flag,
  reconcileAt: optional(texts.instant),
  lifecycle: orElse(oneOf('active', 'deleting'), 'active'),
});
