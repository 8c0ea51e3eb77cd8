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

import { createAddon } from './createAddon';
import { createCapability } from './createCapability';
import { createFargateProfile } from './createFargateProfile';
import { createNodegroup } from './createNodegroup';
import { createSubnets } from './createSubnets';
import { createUpdate } from './createUpdate';
import { defaultAddons } from './defaultAddons';
import { defaultNodegroups } from './defaultNodegroups';
import { defaultUpdates } from './defaultUpdates';
import type { ClusterIdentity } from './identity';
import { seededRandom } from './random';
import type { Cluster, ClusterSpec } from './types';
import { findVersion } from './versions';

const OFFICE = '203.0.113.0/24';

/**
 * A cluster, with what its specification leaves out. What looks random in it
 * follows from its id.
 */
export function createCluster(
  spec: ClusterSpec,
  identity: ClusterIdentity,
  now: Date,
): Cluster {
  const { id, accountId, partition } = identity;
  const random = seededRandom(parseInt(id.slice(7, 14), 16));
  const autoMode = spec.autoMode ?? false;
  const endpointPublicAccess = spec.endpointPublicAccess ?? true;
  const known = {
    ...identity,
    version: spec.version,
    platformVersion:
      spec.platformVersion ??
      findVersion(spec.version)?.platformVersion ??
      'eks.1',
    createdAt: spec.createdAt ? new Date(spec.createdAt) : now,
  };
  const parts = partsOf(spec, known, now, random);
  return {
    ...known,
    status: spec.status ?? 'ACTIVE',
    tags: { ...spec.tags },
    healthIssues: structuredClone(spec.healthIssues ?? []),
    supportType: spec.supportType ?? 'EXTENDED',
    autoMode,
    deletionProtection: spec.deletionProtection ?? false,
    endpointPublicAccess,
    publicAccessCidrs:
      spec.publicAccessCidrs ?? (endpointPublicAccess ? [OFFICE] : []),
    logging: [
      ...(spec.logging ?? (['api', 'audit', 'authenticator'] as const)),
    ],
    encryption: spec.encryption ?? true,
    authenticationMode: spec.authenticationMode ?? 'API',
    zonalShift: spec.zonalShift ?? false,
    zonalShifts: [],
    nodegroups: parts.nodegroups.map(group => createNodegroup(group, known)),
    fargateProfiles: (spec.fargateProfiles ?? []).map(profile =>
      createFargateProfile(profile, known),
    ),
    addons: parts.addons.map(addon => createAddon(addon, known)),
    capabilities: (spec.capabilities ?? []).map(capability =>
      createCapability(capability, known),
    ),
    insights: structuredClone(spec.insights ?? []),
    updates: parts.updates.map(update => createUpdate(update, identity)),
    requestTokens: new Map(),
    subnets: createSubnets(spec.subnets ?? [{}, {}, {}], identity, random),
    features: structuredClone(spec.features ?? []),
    accessEntries: spec.accessEntries ?? [
      `arn:${partition}:iam::${accountId}:role/eks-fleet-kubernetes`,
    ],
    access: structuredClone(spec.access ?? []),
    podIdentityAssociations: structuredClone(
      spec.podIdentityAssociations ?? [],
    ),
    unreachable: spec.unreachable ?? false,
    kubernetes: structuredClone(spec.kubernetes ?? {}),
  };
}

/** What a cluster is made of where its specification does not say. */
function partsOf(
  spec: ClusterSpec,
  known: { version: string; platformVersion: string; createdAt: Date },
  now: Date,
  random: () => number,
) {
  const { version, autoMode = false, status = 'ACTIVE' } = spec;
  const unborn = status === 'CREATING' || status === 'PENDING';
  const nodegroups =
    spec.nodegroups ??
    (autoMode || unborn ? [] : defaultNodegroups(version, random));
  const fargateOnly = nodegroups.length === 0 && !!spec.fargateProfiles?.length;
  return {
    nodegroups,
    addons:
      spec.addons ??
      (unborn ? [] : defaultAddons({ version, autoMode, fargateOnly }, random)),
    updates: spec.updates ?? (unborn ? [] : defaultUpdates(known, now, random)),
  };
}
