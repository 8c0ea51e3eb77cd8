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
  paginateGetIpamPoolAllocations,
  paginateGetIpamPoolCidrs,
  type EC2Client,
  type IpamPoolAllocation,
} from '@aws-sdk/client-ec2';
import type { AddressBlock, IpamPoolContents } from './types';

/** A block that is on its way out cannot be handed out any more. */
const USABLE = ['provisioned'];

/**
 * What a pool has and who has some of it. EC2 `GetIpamPoolCidrs` and
 * `GetIpamPoolAllocations`, every page.
 *
 * Nothing is allocated here, `AllocateIpamPoolCidr` would write beside Git: a
 * block is chosen, and the VPC that Git brings takes it.
 *
 * @param client - of the pool's account and of the Region of its scope
 * @throws what the SDK throws
 * @public
 */
export async function readIpamPool(
  client: EC2Client,
  poolId: string,
  abortSignal?: AbortSignal,
): Promise<IpamPoolContents> {
  const cidrs: string[] = [];
  for await (const page of paginateGetIpamPoolCidrs(
    { client, pageSize: 1000 },
    { IpamPoolId: poolId },
    { abortSignal },
  )) {
    cidrs.push(
      ...(page.IpamPoolCidrs ?? []).flatMap(({ Cidr, State }) =>
        Cidr && USABLE.includes(`${State}`) ? [Cidr] : [],
      ),
    );
  }
  const allocated: AddressBlock[] = [];
  for await (const page of paginateGetIpamPoolAllocations(
    { client, pageSize: 1000 },
    { IpamPoolId: poolId },
    { abortSignal },
  )) {
    allocated.push(...(page.IpamPoolAllocations ?? []).flatMap(toBlock));
  }
  return { cidrs, allocated };
}

function toBlock(allocation: IpamPoolAllocation): AddressBlock[] {
  const { Cidr, IpamPoolAllocationId, ResourceId, ResourceOwner } = allocation;
  const what = allocation.ResourceType ?? 'allocation';
  const of = ResourceOwner ? ` of ${ResourceOwner}` : '';
  const name = `the ${what} ${ResourceId ?? IpamPoolAllocationId}${of}`;
  return Cidr ? [{ cidr: Cidr, name }] : [];
}
