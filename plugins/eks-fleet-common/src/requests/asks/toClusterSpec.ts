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

import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { RequestOptions } from '../requestTypes';

/**
 * What a step says of the cluster that it asks for.
 *
 * @public
 */
export interface ClusterRequestInput {
  owner: string;
  reason: string;
  ticket?: string;
  name: string;
  accountId: string;
  region: string;
  environment: string;
  kubernetesVersion?: string;
  network?: JsonObject;
  autoMode?: string[];
  nodeGroups?: JsonObject[];
  addons?: Array<string | JsonObject>;
  gitopsAddons?: string[];
  accessEntries?: JsonObject[];
  supportType?: string;
  publicCidrs?: string[];
  logTypes?: string[];
  zonalShift?: boolean;
  encryptionKeyArn?: string;
  tags?: JsonObject;
  expiresOn?: string;
  deletionProtection?: boolean;
}

/**
 * What forms may offer that a cluster is chosen from.
 *
 * @public
 */
export type ClusterChoices = Pick<RequestOptions, 'cidrPools' | 'versions'>;

/**
 * Whether something is left to what the portal recommends.
 *
 * @public
 */
export function needsChoices(input: ClusterRequestInput): boolean {
  return !input.kubernetesVersion || !hasNetwork(input);
}

/**
 * What is wanted, as the backend takes it. Pure.
 *
 * @param accountId - twelve digits
 * @param choices - what forms may offer, where {@link needsChoices}
 * @throws InputError where nothing is recommended
 *
 * @public
 */
export function toClusterSpec(
  input: ClusterRequestInput,
  accountId: string,
  choices: ClusterChoices | undefined,
): JsonObject {
  const { autoMode, nodeGroups = [], publicCidrs = [] } = input;
  return {
    name: input.name,
    accountId,
    region: input.region,
    environment: input.environment,
    owner: input.owner,
    kubernetesVersion: input.kubernetesVersion ?? recommendedVersion(choices),
    network: hasNetwork(input)
      ? input.network!
      : {
          ...input.network,
          vpcCidr: nextCidr(choices, accountId, input.region),
        },
    compute: {
      ...(autoMode &&
        autoMode.length > 0 && { autoMode: { nodePools: autoMode } }),
      nodeGroups: nodeGroups.map(group => ({
        ...group,
        desiredSize: group.desiredSize ?? group.minSize,
      })),
    },
    addons: (input.addons ?? []).map(addon =>
      typeof addon === 'string' ? { name: addon } : addon,
    ),
    gitopsAddons: input.gitopsAddons ?? [],
    accessEntries: input.accessEntries ?? [],
    upgradePolicy: { supportType: input.supportType ?? 'STANDARD' },
    endpointAccess: {
      private: true,
      public: publicCidrs.length > 0,
      publicCidrs,
    },
    logTypes: input.logTypes ?? ['audit', 'authenticator'],
    zonalShift: input.zonalShift ?? false,
    ...(input.encryptionKeyArn && { encryptionKeyArn: input.encryptionKeyArn }),
    tags: input.tags ?? {},
    ...(input.expiresOn && { expiresOn: input.expiresOn }),
    deletionProtection: input.deletionProtection ?? true,
  };
}

function hasNetwork({ network }: ClusterRequestInput): boolean {
  return Boolean(network?.vpcCidr || network?.vpcId);
}

function recommendedVersion(choices: ClusterChoices | undefined): string {
  const versions = choices?.versions ?? [];
  const chosen =
    versions.find(({ isDefault }) => isDefault) ??
    versions.find(({ state }) => state === 'standard');
  if (!chosen) {
    throw new InputError(
      'kubernetesVersion: is missing, and the portal knows none to recommend',
    );
  }
  return chosen.version;
}

function nextCidr(
  choices: ClusterChoices | undefined,
  accountId: string,
  region: string,
): string {
  const pools = (choices?.cidrPools ?? []).filter(
    ({ accounts, regions }) =>
      (!accounts || accounts.includes(accountId)) &&
      (!regions || regions.includes(region)),
  );
  const next = pools.find(pool => pool.next)?.next;
  if (!next) {
    const why = pools.flatMap(({ problem }) => problem ?? []).join(' ');
    throw new InputError(
      `network.vpcCidr: ${
        pools.length === 0
          ? `there is no pool of addresses for ${accountId} in ${region}; say which block it is to have`
          : `no block is free in ${pools
              .map(({ cidr }) => cidr)
              .join(', ')}. ${why}`.trim()
      }`,
    );
  }
  return next;
}
