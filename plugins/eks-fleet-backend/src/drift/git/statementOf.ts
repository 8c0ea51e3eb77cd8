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
import type { WantedVersions } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { z } from 'zod';
import type { ClusterStatement, StatedAddon, StatedNodeGroup } from '../types';

/** A file may have anything in any place: what is no such value is not said. */
const maybe = <T extends z.ZodTypeAny>(type: T) =>
  type.optional().catch(undefined);
const text = maybe(z.string().max(2000));
const flag = maybe(z.boolean());
const texts = maybe(z.array(z.string().max(2000)).min(1).max(500));
const size = maybe(z.number().int());

const nodeGroupSchema = z.object({
  name: z.string(),
  instanceTypes: texts,
  capacityType: text,
  amiType: text,
  minSize: size,
  maxSize: size,
  kubernetesVersion: text,
  releaseVersion: text,
});

const addonSchema = z.object({
  name: z.string(),
  version: text,
  serviceAccountRoleArn: text,
});

const understoodSchema = z.object({
  kubernetesVersion: text,
  upgradePolicy: maybe(z.object({ supportType: text })),
  deletionProtection: flag,
  authenticationMode: text,
  endpointAccess: maybe(
    z.object({ private: flag, public: flag, publicCidrs: texts }),
  ),
  logTypes: texts,
  zonalShift: flag,
  roleArn: text,
  encryptionKeyArn: text,
  network: maybe(
    z.object({ vpcId: text, subnetIds: texts, serviceIpv4Cidr: text }),
  ),
  compute: maybe(
    z.object({
      autoMode: maybe(z.object({ nodePools: texts })),
      nodeGroups: maybe(z.array(nodeGroupSchema).min(1)),
    }),
  ),
  addons: maybe(z.array(addonSchema).min(1)),
  tags: maybe(z.record(z.string(), z.string().max(500))),
});

/** What nobody observes, where Git says something of it. */
const UNOBSERVED = ['accessEntries', 'podIdentityAssociations'] as const;
const UNOBSERVED_OF_GROUPS = [
  'diskSizeGib',
  'labels',
  'taints',
  'nodeRoleArn',
] as const;
const UNOBSERVED_OF_ADDONS = [
  'configuration',
  'podIdentityAssociations',
] as const;

/**
 * What a file says that is understood whole. Pure.
 *
 * @param options - `unsayable` fields that the provisioner has no words for
 */
export function statementOfSpec(
  spec: ClusterSpec,
  options: { unsayable?: ReadonlyArray<'addons' | 'tags'> } = {},
): ClusterStatement {
  const { unsayable = [] } = options;
  const { autoMode, nodeGroups } = spec.compute;
  const unobserved: string[] = UNOBSERVED.filter(
    field => spec[field].length > 0,
  );
  for (const group of nodeGroups) {
    const fields = UNOBSERVED_OF_GROUPS.filter(field =>
      isSaid(group[field]),
    ).map(field => `compute.nodeGroups[${group.name}].${field}`);
    unobserved.push(...fields);
  }
  for (const addon of spec.addons) {
    const fields = UNOBSERVED_OF_ADDONS.filter(field =>
      isSaid(addon[field]),
    ).map(field => `addons[${addon.name}].${field}`);
    unobserved.push(...fields);
  }
  return {
    isWhole: true,
    kubernetesVersion: spec.kubernetesVersion,
    supportType: spec.upgradePolicy.supportType,
    deletionProtection: spec.deletionProtection,
    authenticationMode: spec.authenticationMode,
    endpointAccess: spec.endpointAccess,
    logTypes: spec.logTypes,
    zonalShift: spec.zonalShift,
    roleArn: spec.roleArn,
    encryptionKeyArn: spec.encryptionKeyArn,
    network: {
      ...('vpcId' in spec.network && {
        vpcId: spec.network.vpcId,
        subnetIds: spec.network.subnetIds,
      }),
      serviceIpv4Cidr: spec.network.serviceIpv4Cidr,
    },
    autoMode: {
      isOn: autoMode !== undefined,
      nodePools: autoMode?.nodePools ?? [],
    },
    nodeGroups: nodeGroups.map(statedGroup),
    ...(!unsayable.includes('addons') && {
      addons: spec.addons.map(({ name, serviceAccountRoleArn, version }) => ({
        name,
        version,
        serviceAccountRoleArn,
      })),
    }),
    ...(!unsayable.includes('tags') && { tags: spec.tags }),
    unobserved,
  };
}

/**
 * What can be taken from a file of which only a part is understood: whatever
 * has the right shape, and versions in the places that are configured. Pure.
 *
 * @returns `undefined` where that is nothing
 */
export function statementOfPart(
  understood: Record<string, unknown>,
  versions: WantedVersions | undefined,
): ClusterStatement | undefined {
  const said = understoodSchema.parse(understood);
  const { compute, upgradePolicy, ...rest } = said;
  const { network, endpointAccess } = rest;
  const statement = {
    kubernetesVersion: versions?.version ?? rest.kubernetesVersion,
    supportType: upgradePolicy?.supportType,
    deletionProtection: rest.deletionProtection,
    authenticationMode: rest.authenticationMode,
    endpointAccess: unlessEmpty(endpointAccess),
    logTypes: rest.logTypes,
    zonalShift: rest.zonalShift,
    roleArn: rest.roleArn,
    encryptionKeyArn: rest.encryptionKeyArn,
    network: unlessEmpty(network),
    autoMode: compute?.autoMode && {
      isOn: true,
      nodePools: compute.autoMode.nodePools ?? [],
    },
    nodeGroups: unlessNone(groupsOf(compute?.nodeGroups, versions)),
    addons: unlessNone(addonsOf(rest.addons, versions)),
    tags: unlessEmpty(rest.tags),
  };
  return unlessEmpty(statement)
    ? { isWhole: false, ...statement, unobserved: [] }
    : undefined;
}

function statedGroup(group: StatedNodeGroup): StatedNodeGroup {
  return nodeGroupSchema.parse(group);
}

function groupsOf(
  groups: StatedNodeGroup[] = [],
  versions: WantedVersions | undefined,
): StatedNodeGroup[] {
  const byName = new Map(groups.map(each => [each.name, each]));
  for (const [name, each] of Object.entries(versions?.nodegroups ?? {})) {
    byName.set(name, {
      ...byName.get(name),
      name,
      ...(each.version && { kubernetesVersion: each.version }),
      ...(each.releaseVersion && { releaseVersion: each.releaseVersion }),
    });
  }
  return [...byName.values()];
}

function addonsOf(
  addons: StatedAddon[] = [],
  versions: WantedVersions | undefined,
): StatedAddon[] {
  const byName = new Map(addons.map(each => [each.name, each]));
  for (const [name, version] of Object.entries(versions?.addons ?? {})) {
    byName.set(name, { ...byName.get(name), name, version });
  }
  return [...byName.values()];
}

function isSaid(value: unknown): boolean {
  return typeof value === 'object' && value !== null
    ? Object.keys(value).length > 0
    : value !== undefined;
}

function unlessNone<T>(items: T[]): T[] | undefined {
  return items.length > 0 ? items : undefined;
}

function unlessEmpty<T extends object>(value: T | undefined): T | undefined {
  return value && Object.values(value).some(each => each !== undefined)
    ? value
    : undefined;
}
