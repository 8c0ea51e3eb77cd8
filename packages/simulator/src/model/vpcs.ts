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

import { vpcIdOf } from './createSubnets';
import type { ClusterIdentity } from './identity';
import type { Subnet } from './subnets';

/** A VPC with its blocks of addresses, the first one its primary. */
export interface Vpc {
  id: string;
  cidrBlocks: string[];
}

/**
 * The VPC of a cluster. Its blocks are those of a `/16` that its subnets are
 * in: a VPC has no larger ones.
 */
export function vpcOf(
  cluster: ClusterIdentity & { subnets: readonly Subnet[] },
): Vpc {
  const blocks = cluster.subnets.map(
    ({ cidrBlock }) => `${cidrBlock.split('.').slice(0, 2).join('.')}.0.0/16`,
  );
  return { id: vpcIdOf(cluster), cidrBlocks: [...new Set(blocks)] };
}
