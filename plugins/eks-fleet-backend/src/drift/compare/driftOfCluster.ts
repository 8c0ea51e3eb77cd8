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
  DriftDifference,
  DriftUncompared,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterObservations } from '../../collection/types';
import type { ClusterStatement } from '../types';
import { compareAddons } from './compareAddons';
import { compareControlPlane } from './compareControlPlane';
import { compareNodeGroups } from './compareNodeGroups';
import { compareTags } from './compareTags';

/** One difference, before it is known since when it is there. */
export type FoundDifference = Omit<DriftDifference, 'since' | 'explainedBy'>;

/** What a comparison finds. */
export interface Comparison {
  differences: FoundDifference[];
  /** What Git says that nothing could be held against. */
  uncompared: DriftUncompared[];
}

/**
 * Where EKS has a cluster other than Git says. What was not observed is neither
 * a difference nor in order. Pure.
 */
export function driftOfCluster(
  said: ClusterStatement,
  observed: Pick<
    ClusterObservations,
    'addons' | 'controlPlane' | 'nodegroups' | 'updates'
  >,
): Comparison {
  const parts = [
    compareControlPlane(said, observed.controlPlane?.document),
    compareTags(said, observed.controlPlane?.document),
    compareNodeGroups(said, observed.nodegroups?.document),
    compareAddons(said, observed.addons?.document),
    {
      differences: [],
      uncompared: said.unobserved.map(field => ({
        field,
        reason: 'notCollected' as const,
      })),
    },
  ];
  return {
    differences: parts
      .flatMap(({ differences }) => differences)
      .map(each => withTime(each, observed)),
    uncompared: parts.flatMap(({ uncompared }) => uncompared),
  };
}

/** Types of `DescribeUpdate` that change a field of the control plane. */
const UPDATE_TYPES: Record<string, string[]> = {
  kubernetesVersion: ['VersionUpdate', 'VersionRollback'],
  'upgradePolicy.supportType': ['UpgradePolicyUpdate'],
  deletionProtection: ['DeletionProtectionUpdate'],
  authenticationMode: ['AccessConfigUpdate'],
  'endpointAccess.private': ['EndpointAccessUpdate'],
  'endpointAccess.public': ['EndpointAccessUpdate'],
  'endpointAccess.publicCidrs': ['EndpointAccessUpdate'],
  logTypes: ['LoggingUpdate'],
  zonalShift: ['ZonalShiftConfigUpdate'],
  encryptionKeyArn: ['AssociateEncryptionConfig'],
  'network.subnetIds': ['VpcConfigUpdate'],
  'compute.autoMode': ['AutoModeUpdate'],
};

/** When EKS last changed it, as far as it keeps that. */
function withTime(
  difference: FoundDifference,
  { addons, nodegroups, updates }: Parameters<typeof driftOfCluster>[1],
): FoundDifference {
  const { field, name } = difference;
  const all = updates?.document?.updates ?? [];
  let at: string | undefined;
  if (field.startsWith('compute.nodeGroups[')) {
    at =
      all.find(({ nodegroup }) => nodegroup === name)?.createdAt ??
      nodegroups?.document?.nodegroups.find(each => each.name === name)
        ?.modifiedAt;
  } else if (field.startsWith('addons[')) {
    at =
      all.find(({ addon }) => addon === name)?.createdAt ??
      addons?.document?.addons.find(each => each.name === name)?.modifiedAt;
  } else {
    const types = UPDATE_TYPES[field] ?? [];
    at = all.find(
      ({ addon, capability, nodegroup, type }) =>
        !addon && !capability && !nodegroup && types.includes(type),
    )?.createdAt;
  }
  return at ? { ...difference, changedAt: at } : difference;
}
