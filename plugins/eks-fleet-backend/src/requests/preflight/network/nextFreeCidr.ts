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

import type { PreflightGround } from '../ground/types';
import { firstFree } from './addresses';
import { poolsOf, type NetworkPlace } from './poolsOf';
import { inOrder, takenRanges } from './takenRanges';

/** Addresses for a new VPC, or why there are none. */
export type FreeCidr =
  | { cidr: string; pool: string; unread: string[] }
  | { problem: string; unread: string[] };

/**
 * The next free block for a VPC in this place: the first one, of the first of
 * the operator's pools that has room, which overlaps no VPC that is known, no
 * allocation and no reservation. Two that ask at once get the same answer;
 * whoever reserves it first has it.
 */
export function nextFreeCidr(
  ask: NetworkPlace & { requestId?: string },
  ground: Pick<PreflightGround, 'config' | 'network' | 'reservations'>,
): FreeCidr {
  const pools = poolsOf(ask, ground.config.clusters.cidrPools, ground.network);
  const unread = pools.flatMap(pool =>
    'unread' in pool ? [`${pool.name}: ${pool.unread}`] : [],
  );
  const taken = takenRanges(ask, ground);
  for (const pool of pools) {
    if ('unread' in pool) {
      continue;
    }
    const all = inOrder(taken, pool.allocated);
    for (const block of pool.blocks) {
      const cidr = firstFree(block, pool.prefix, all);
      if (cidr) {
        return { cidr, pool: pool.name, unread };
      }
    }
  }
  return {
    problem:
      pools.length === 0
        ? `No pool of addresses is for ${ask.environment} in ${ask.accountId} and ${ask.region}.`
        : `No pool of addresses for ${ask.environment} in ${ask.accountId} and ${ask.region} has room.`,
    unread,
  };
}
