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

import { arnPartition } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  describeVpcs,
  readIpamPool,
  type AddressBlock,
  type AwsTarget,
  type EksFleetAwsService,
  type IpamPoolContents,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { IpamPool } from '../../config/types';

/** Reads who has which addresses. */
export interface NetworkReader {
  /** All blocks of all VPCs of a target. */
  vpcs(target: AwsTarget, signal?: AbortSignal): Promise<AddressBlock[]>;
  ipamPool(pool: IpamPool, signal?: AbortSignal): Promise<IpamPoolContents>;
}

/** Reads them of EC2, with the credentials and limits of discovery. */
export class AwsNetworkReader implements NetworkReader {
  readonly #aws: Pick<EksFleetAwsService, 'ec2'>;

  constructor(options: { aws: Pick<EksFleetAwsService, 'ec2'> }) {
    this.#aws = options.aws;
  }

  vpcs(target: AwsTarget, signal?: AbortSignal): Promise<AddressBlock[]> {
    return describeVpcs(this.#aws.ec2(target), signal);
  }

  ipamPool(pool: IpamPool, signal?: AbortSignal): Promise<IpamPoolContents> {
    const { accountId, poolId, region } = pool;
    const partition = arnPartition(region);
    return readIpamPool(
      this.#aws.ec2({ partition, accountId, region }),
      poolId,
      signal,
    );
  }
}
