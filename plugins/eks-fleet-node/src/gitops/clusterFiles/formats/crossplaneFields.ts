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

import { listed, pair, type FieldPair } from '../fieldPairs';
import { configurationText } from './manifests';

/** ARNs are `…Arn` here, where ACK has `…ARN`. */
export const CLUSTER: FieldPair[] = [
  pair('region', 'region'),
  pair('kubernetesVersion', 'version'),
  pair('roleArn', 'roleArn'),
  pair('network/subnetIds', 'vpcConfig/subnetIds'),
  pair('endpointAccess/private', 'vpcConfig/endpointPrivateAccess'),
  pair('endpointAccess/public', 'vpcConfig/endpointPublicAccess'),
  pair('endpointAccess/publicCidrs', 'vpcConfig/publicAccessCidrs'),
  pair('network/serviceIpv4Cidr', 'kubernetesNetworkConfig/serviceIpv4Cidr'),
  pair('authenticationMode', 'accessConfig/authenticationMode'),
  pair('nodeRoleArn', 'computeConfig/nodeRoleArn'),
  pair('upgradePolicy/supportType', 'upgradePolicy/supportType'),
  pair('logTypes', 'enabledClusterLogTypes'),
  {
    spec: 'encryptionKeyArn',
    file: 'encryptionConfig',
    to: keyArn => ({ provider: { keyArn }, resources: ['secrets'] }),
    from: config => config?.provider?.keyArn,
  },
  pair('zonalShift', 'zonalShiftConfig/enabled'),
  pair('deletionProtection', 'deletionProtection'),
  pair('tags', 'tags'),
];

export const NODE_GROUP: FieldPair[] = [
  pair('kubernetesVersion', 'version'),
  pair('releaseVersion', 'releaseVersion'),
  pair('nodeRoleArn', 'nodeRoleArn'),
  pair('instanceTypes', 'instanceTypes'),
  pair('capacityType', 'capacityType'),
  pair('amiType', 'amiType'),
  pair('diskSizeGib', 'diskSize'),
  pair('minSize', 'scalingConfig/minSize'),
  pair('maxSize', 'scalingConfig/maxSize'),
  pair('labels', 'labels'),
  pair('taints', 'taint'),
];

export const ADDON: FieldPair[] = [
  pair('name', 'addonName'),
  pair('version', 'addonVersion'),
  { spec: 'configuration', file: 'configurationValues', ...configurationText },
  pair('serviceAccountRoleArn', 'serviceAccountRoleArn'),
  listed('podIdentityAssociations', 'podIdentityAssociation', [
    pair('serviceAccount', 'serviceAccount'),
    pair('roleArn', 'roleArn'),
  ]),
];

export const ACCESS_ENTRY: FieldPair[] = [
  pair('principalArn', 'principalArn'),
  pair('kubernetesGroups', 'kubernetesGroups'),
];

export const POD_IDENTITY: FieldPair[] = [
  pair('namespace', 'namespace'),
  pair('serviceAccount', 'serviceAccount'),
  pair('roleArn', 'roleArn'),
];
