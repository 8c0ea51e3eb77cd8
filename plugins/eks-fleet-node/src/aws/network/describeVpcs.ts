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

import { paginateDescribeVpcs, type EC2Client } from '@aws-sdk/client-ec2';
import type { AddressBlock } from './types';

/** A block in one of these states is no VPC's any more. */
const GONE = ['disassociated', 'failed'];

/**
 * The IPv4 blocks of all VPCs of an account in a Region, those that were added
 * later among them. EC2 `DescribeVpcs`, every page.
 *
 * @throws what the SDK throws
 * @public
 */
export async function describeVpcs(
  client: EC2Client,
  abortSignal?: AbortSignal,
): Promise<AddressBlock[]> {
  const blocks: AddressBlock[] = [];
  for await (const { Vpcs } of paginateDescribeVpcs(
    { client, pageSize: 1000 },
    {},
    { abortSignal },
  )) {
    for (const vpc of Vpcs ?? []) {
      const name = `the VPC ${vpc.VpcId} of ${vpc.OwnerId}`;
      const associated = (vpc.CidrBlockAssociationSet ?? [])
        .filter(
          ({ CidrBlockState }) => !GONE.includes(`${CidrBlockState?.State}`),
        )
        .map(({ CidrBlock }) => CidrBlock);
      // The primary block is in the set too; whoever leaves the set out still has it.
      for (const cidr of new Set([vpc.CidrBlock, ...associated])) {
        if (cidr) {
          blocks.push({ cidr, name });
        }
      }
    }
  }
  return blocks;
}
