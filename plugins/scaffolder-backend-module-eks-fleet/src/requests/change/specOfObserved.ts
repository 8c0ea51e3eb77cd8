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

import { ConflictError, InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { BillOfMaterials } from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** Without one of these it is not known what a cluster is. */
const NEEDED = ['controlPlane', 'nodegroups', 'addons'];

/**
 * What is wanted of a cluster that is to be what it was seen to be. Pure.
 *
 * @throws ConflictError where not all of it was seen, InputError for what cannot be said in a file
 */
export function specOfObserved(
  bill: BillOfMaterials,
  { environment, owner }: { environment: string; owner: string },
): JsonObject {
  const { cluster, controlPlane, nodegroups = [], observations } = bill;
  const unseen = observations.filter(
    ({ kind, state }) =>
      NEEDED.includes(kind) && state !== 'fresh' && state !== 'stale',
  );
  if (!controlPlane || unseen.length > 0) {
    throw new ConflictError(
      `Not all of ${cluster.name} was seen yet: ${
        unseen
          .map(
            ({ error, kind, state }) => `${kind}: ${error?.message ?? state}`,
          )
          .join('; ') || 'what EKS says of it is not known'
      }`,
    );
  }
  const { publicAccessCidrs } = controlPlane;
  const isPublic = controlPlane.endpointPublicAccess === true;
  return {
    name: cluster.name,
    accountId: cluster.accountId!,
    region: cluster.region!,
    environment,
    owner,
    kubernetesVersion: controlPlane.version,
    network: {
      vpcId: controlPlane.vpcId,
      subnetIds: controlPlane.subnetIds,
      ...(controlPlane.serviceCidr && {
        serviceIpv4Cidr: controlPlane.serviceCidr,
      }),
    },
    compute: {
      ...(controlPlane.autoMode && {
        autoMode: { nodePools: controlPlane.autoModeNodePools },
      }),
      nodeGroups: nodegroups.map(toNodeGroup),
    },
    addons: bill.parts
      .filter(({ kind }) => kind === 'addon')
      .map(({ name, version }) => ({ name, ...(version && { version }) })),
    authenticationMode: controlPlane.authenticationMode ?? 'API',
    upgradePolicy: { supportType: controlPlane.supportType ?? 'EXTENDED' },
    endpointAccess: {
      private: controlPlane.endpointPrivateAccess === true,
      public: isPublic,
      publicCidrs: isPublic ? publicAccessCidrs : [],
    },
    logTypes: controlPlane.logTypes,
    zonalShift: controlPlane.zonalShift ?? false,
    ...(controlPlane.roleArn && { roleArn: controlPlane.roleArn }),
    ...(controlPlane.secretsKeyArn && {
      encryptionKeyArn: controlPlane.secretsKeyArn,
    }),
    deletionProtection: controlPlane.deletionProtection ?? false,
  };
}

function toNodeGroup(
  group: NonNullable<BillOfMaterials['nodegroups']>[number],
): JsonObject {
  const { amiType, desiredSize, instanceTypes, maxSize, minSize, name } = group;
  if (
    !amiType ||
    amiType === 'CUSTOM' ||
    instanceTypes.length === 0 ||
    minSize === undefined ||
    maxSize === undefined
  ) {
    throw new InputError(
      `Node group ${name} is made from a launch template with an image or instance types of its own, which cannot be said in a cluster's file: put the cluster into Git by hand`,
    );
  }
  return {
    name,
    instanceTypes,
    capacityType: group.capacityType === 'SPOT' ? 'SPOT' : 'ON_DEMAND',
    amiType,
    minSize,
    desiredSize: desiredSize ?? minSize,
    maxSize,
    ...(group.version && { kubernetesVersion: group.version }),
    ...(group.releaseVersion && { releaseVersion: group.releaseVersion }),
  };
}
