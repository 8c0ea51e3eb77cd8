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

import type { ClusterSpec } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { listed, pair, type FieldPair } from '../fieldPairs';
import { accessScope, configurationText } from './manifests';

export const CLUSTER: FieldPair[] = [
  pair('name', 'name'),
  pair('kubernetesVersion', 'version'),
  pair('roleArn', 'roleARN'),
  pair('network/subnetIds', 'resourcesVPCConfig/subnetIDs'),
  pair('endpointAccess/private', 'resourcesVPCConfig/endpointPrivateAccess'),
  pair('endpointAccess/public', 'resourcesVPCConfig/endpointPublicAccess'),
  pair('endpointAccess/publicCidrs', 'resourcesVPCConfig/publicAccessCIDRs'),
  pair('network/serviceIpv4Cidr', 'kubernetesNetworkConfig/serviceIPv4CIDR'),
  pair('authenticationMode', 'accessConfig/authenticationMode'),
  pair('nodeRoleArn', 'computeConfig/nodeRoleARN'),
  pair('upgradePolicy/supportType', 'upgradePolicy/supportType'),
  {
    spec: 'logTypes',
    file: 'logging/clusterLogging',
    to: types => [{ enabled: true, types }],
    from: list =>
      Array.isArray(list)
        ? list.filter(each => each?.enabled).flatMap(each => each.types ?? [])
        : list,
  },
  {
    spec: 'encryptionKeyArn',
    file: 'encryptionConfig',
    to: keyARN => [{ provider: { keyARN }, resources: ['secrets'] }],
    from: list => list?.[0]?.provider?.keyARN,
  },
  pair('zonalShift', 'zonalShiftConfig/enabled'),
  pair('deletionProtection', 'deletionProtection'),
  pair('tags', 'tags'),
];

export const NODE_GROUP: FieldPair[] = [
  pair('name', 'name'),
  pair('kubernetesVersion', 'version'),
  pair('releaseVersion', 'releaseVersion'),
  pair('nodeRoleArn', 'nodeRole'),
  pair('instanceTypes', 'instanceTypes'),
  pair('capacityType', 'capacityType'),
  pair('amiType', 'amiType'),
  pair('diskSizeGib', 'diskSize'),
  pair('minSize', 'scalingConfig/minSize'),
  pair('desiredSize', 'scalingConfig/desiredSize'),
  pair('maxSize', 'scalingConfig/maxSize'),
  pair('labels', 'labels'),
  pair('taints', 'taints'),
];

export const ADDON: FieldPair[] = [
  pair('name', 'name'),
  pair('version', 'addonVersion'),
  { spec: 'configuration', file: 'configurationValues', ...configurationText },
  pair('serviceAccountRoleArn', 'serviceAccountRoleARN'),
  listed('podIdentityAssociations', 'podIdentityAssociations', [
    pair('serviceAccount', 'serviceAccount'),
    pair('roleArn', 'roleARN'),
  ]),
];

export const ACCESS_ENTRY: FieldPair[] = [
  pair('principalArn', 'principalARN'),
  pair('kubernetesGroups', 'kubernetesGroups'),
  {
    spec: 'accessPolicies',
    file: 'accessPolicies',
    to: (policies: ClusterSpec['accessEntries'][number]['accessPolicies']) =>
      policies.map(({ namespaces, policyArn }) => ({
        policyARN: policyArn,
        accessScope: accessScope.to(namespaces),
      })),
    from: policies =>
      Array.isArray(policies)
        ? policies.map(each => ({
            policyArn: each?.policyARN,
            namespaces: accessScope.from(each?.accessScope),
          }))
        : policies,
  },
];

export const POD_IDENTITY: FieldPair[] = [
  pair('namespace', 'namespace'),
  pair('serviceAccount', 'serviceAccount'),
  pair('roleArn', 'roleARN'),
];
