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
 * A subnet of a cluster; what is left out follows from the cluster.
 *
 * @public
 */
export interface SubnetSpec {
  id?: string;
  /** A letter; `a`, `b`, `c` in turn by default. */
  zone?: string;
  cidrBlock?: string;
  /** More than enough by default. */
  availableIpAddressCount?: number;
  /** Whether the cluster still names it and EC2 has it no longer. */
  deleted?: boolean;
}

/**
 * @public
 */
export interface Subnet {
  id: string;
  vpcId: string;
  availabilityZone: string;
  cidrBlock: string;
  availableIpAddressCount: number;
  deleted: boolean;
}
