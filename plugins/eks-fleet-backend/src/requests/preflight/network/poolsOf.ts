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

import type { CidrPool } from '../config/types';
import type { NetworkIndex } from '../ground/NetworkIndex';
import { rangeOf, type AddressRange } from './addresses';

/** Where a VPC is to be. */
export interface NetworkPlace {
  accountId: string;
  region: string;
  environment: string;
}

/** A pool of addresses for new VPCs, as it is now. */
export type OpenPool =
  | {
      name: string;
      prefix: number;
      blocks: AddressRange[];
      /** What of it is taken, as the pool itself says, in order. */
      allocated: AddressRange[];
    }
  | { name: string; unread: string };

/** The pools that a VPC in this place can be of, in the operator's order. */
export function poolsOf(
  place: NetworkPlace,
  pools: readonly CidrPool[],
  network: NetworkIndex,
): OpenPool[] {
  return pools
    .filter(pool => isFor(pool, place))
    .map(pool => openPool(pool, network));
}

function isFor(pool: CidrPool, place: NetworkPlace): boolean {
  return (
    (pool.accounts?.includes(place.accountId) ?? true) &&
    (pool.regions?.includes(place.region) ?? true) &&
    (pool.environments?.includes(place.environment) ?? true)
  );
}

function openPool(pool: CidrPool, network: NetworkIndex): OpenPool {
  if ('cidr' in pool) {
    const { cidr, prefix } = pool;
    return {
      name: cidr,
      prefix,
      blocks: inRanges([{ cidr, name: cidr }]),
      allocated: [],
    };
  }
  const { poolId } = pool.ipam;
  const known = network.ipamPool(poolId);
  if (!known || 'unread' in known) {
    return { name: poolId, unread: known?.unread ?? 'nobody has read it yet' };
  }
  return {
    name: poolId,
    prefix: pool.prefix,
    blocks: inRanges(known.cidrs.map(cidr => ({ cidr, name: poolId }))),
    allocated: inRanges(known.allocated),
  };
}

function inRanges(
  blocks: ReadonlyArray<{ cidr: string; name: string }>,
): AddressRange[] {
  return blocks
    .flatMap(block => rangeOf(block) ?? [])
    .sort((a, b) => a.from - b.from);
}
