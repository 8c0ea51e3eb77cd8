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

import { formatCidr, parseCidr, sizeOf, type Cidr } from './cidr';

/**
 * The subnets of a VPC, one of each kind for each zone.
 *
 * @public
 */
export interface VpcSubnets {
  privateCidrs: string[];
  publicCidrs: string[];
}

/**
 * Divides a VPC: its first quarters are private, one for each zone, of its
 * last quarter each zone has a fourth that is public. What is left stays free.
 * A `/16` gives private `/18` and public `/20`.
 *
 * @public
 */
export function subnetsOf(
  vpcCidr: string,
  availabilityZones: 2 | 3,
): VpcSubnets {
  const vpc = parseCidr(vpcCidr);
  if (!vpc) {
    throw new Error(`${vpcCidr} is no block of IPv4 addresses`);
  }
  const last = part(vpc, 3);
  const zones = Array.from({ length: availabilityZones }, (_, zone) => zone);
  return {
    privateCidrs: zones.map(zone => formatCidr(part(vpc, zone))),
    publicCidrs: zones.map(zone => formatCidr(part(last, zone))),
  };
}

/** One of the four parts of a block, from 0. */
function part({ base, prefix }: Cidr, index: number): Cidr {
  const quarter = { base, prefix: prefix + 2 };
  return { ...quarter, base: base + index * sizeOf(quarter) };
}
