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

import type { ClusterIdentity } from './identity';
import type { Subnet, SubnetSpec } from './subnets';

const ZONES = ['a', 'b', 'c'];

/** A /19 has 8192 addresses, five of which AWS keeps. */
const ADDRESSES_OF_A_BLOCK = 8187;

export function vpcIdOf(cluster: ClusterIdentity): string {
  return `vpc-0${cluster.id.toLowerCase().slice(0, 16)}`;
}

/** The subnets of a cluster, with what their specifications leave out. */
export function createSubnets(
  specs: SubnetSpec[],
  cluster: ClusterIdentity,
  random: () => number,
): Subnet[] {
  return specs.map((spec, index) => ({
    id: spec.id ?? subnetIdOf(cluster, index),
    vpcId: vpcIdOf(cluster),
    availabilityZone: `${cluster.region}${
      spec.zone ?? ZONES[index % ZONES.length]
    }`,
    cidrBlock: spec.cidrBlock ?? `10.0.${32 * (index % 8)}.0/19`,
    availableIpAddressCount:
      spec.availableIpAddressCount ??
      ADDRESSES_OF_A_BLOCK - Math.floor(random() * 3000),
    deleted: spec.deleted ?? false,
  }));
}

function subnetIdOf(cluster: ClusterIdentity, index: number): string {
  return `subnet-0${cluster.id.toLowerCase().slice(index + 1, index + 17)}`;
}
