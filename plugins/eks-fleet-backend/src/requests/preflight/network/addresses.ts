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

import {
  formatCidr,
  parseCidr,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** Addresses that somebody has, as numbers; `to` is the first one behind them. */
export interface AddressRange {
  from: number;
  to: number;
  /** Whose they are, for whoever reads the verdict. */
  name: string;
  accountId?: string;
  region?: string;
}

/** `undefined` for what is no block of IPv4 addresses, which no VPC can have. */
export function rangeOf(block: {
  cidr: string;
  name: string;
  accountId?: string;
  region?: string;
}): AddressRange | undefined {
  const cidr = parseCidr(block.cidr);
  if (!cidr) {
    return undefined;
  }
  const { accountId, name, region } = block;
  // AWS answers blocks with their host bits cleared; whoever writes others by hand means all of the block.
  const size = 2 ** (32 - cidr.prefix);
  const from = Math.floor(cidr.base / size) * size;
  return { from, to: from + size, name, accountId, region };
}

/**
 * The first block of a size within a pool that overlaps nothing that is taken;
 * `undefined` where there is no room.
 *
 * @param taken - in order of where they begin; any may overlap others
 */
export function firstFree(
  pool: AddressRange,
  prefix: number,
  taken: readonly AddressRange[],
): string | undefined {
  const size = 2 ** (32 - prefix);
  let base = Math.ceil(pool.from / size) * size;
  for (const range of taken) {
    if (base + size > pool.to || range.from >= base + size) {
      break;
    }
    if (range.to > base) {
      base = Math.ceil(range.to / size) * size;
    }
  }
  return base + size <= pool.to ? formatCidr({ base, prefix }) : undefined;
}

/**
 * Who has some of a block's addresses.
 *
 * @param taken - in order of where they begin
 */
export function overlapping(
  block: AddressRange,
  taken: readonly AddressRange[],
): AddressRange | undefined {
  for (const range of taken) {
    if (range.from >= block.to) {
      return undefined;
    }
    if (range.to > block.from) {
      return range;
    }
  }
  return undefined;
}
