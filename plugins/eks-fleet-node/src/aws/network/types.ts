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

/**
 * A block of IPv4 addresses that somebody has.
 *
 * @public
 */
export interface AddressBlock {
  /** Such as `10.40.0.0/16`. */
  cidr: string;
  /** Of the VPC or the allocation that has it, as people find it in AWS. */
  name: string;
}

/**
 * A pool of AWS VPC IP Address Manager, as it is.
 *
 * @public
 */
export interface IpamPoolContents {
  /** That are provisioned to the pool. */
  cidrs: string[];
  /** What of them somebody has: VPCs, other pools, and what is kept by hand. */
  allocated: AddressBlock[];
}
