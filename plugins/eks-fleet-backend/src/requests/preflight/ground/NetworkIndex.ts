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

import { rangeOf, type AddressRange } from '../network/addresses';

/** A block of addresses that somebody has. */
export interface KnownBlock {
  cidr: string;
  /** Of the VPC or the allocation, for whoever reads the verdict. */
  name: string;
  accountId?: string;
  region?: string;
}

/** A place whose VPCs nobody could read. */
export interface UnreadNetwork {
  accountId: string;
  region: string;
  /** As in "forbidden: …". */
  why: string;
}

/** What AWS VPC IPAM says of a pool. */
export type KnownIpamPool =
  | {
      poolId: string;
      cidrs: readonly string[];
      allocated: readonly KnownBlock[];
    }
  | { poolId: string; unread: string };

/** Taken addresses, in order, so that one that is free is found by looking at few. */
export class NetworkIndex {
  readonly taken: readonly AddressRange[];
  readonly unread: readonly UnreadNetwork[];
  readonly #pools: ReadonlyMap<string, KnownIpamPool>;

  constructor(network: {
    blocks: Iterable<KnownBlock>;
    unread?: readonly UnreadNetwork[];
    ipamPools?: readonly KnownIpamPool[];
    /** Besides. */
    taken?: readonly AddressRange[];
  }) {
    const { blocks, taken = [] } = network;
    this.taken = [...inRanges(blocks), ...taken].sort(
      (a, b) => a.from - b.from || a.to - b.to,
    );
    this.unread = network.unread ?? [];
    this.#pools = new Map(
      (network.ipamPools ?? []).map(pool => [pool.poolId, pool]),
    );
  }

  /** The same with addresses that are taken for some other reason. */
  with(blocks: readonly KnownBlock[]): NetworkIndex {
    return blocks.length === 0
      ? this
      : new NetworkIndex({
          blocks: [],
          unread: this.unread,
          ipamPools: [...this.#pools.values()],
          taken: [...this.taken, ...inRanges(blocks)],
        });
  }

  ipamPool(poolId: string): KnownIpamPool | undefined {
    return this.#pools.get(poolId);
  }
}

function inRanges(blocks: Iterable<KnownBlock>): AddressRange[] {
  return [...blocks].flatMap(block => rangeOf(block) ?? []);
}
