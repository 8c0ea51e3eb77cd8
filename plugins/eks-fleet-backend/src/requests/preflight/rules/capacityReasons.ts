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

import type {
  NamespaceSpec,
  VerdictReason,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { freeCapacity } from '../ground/freeCapacity';
import { clusterKey } from '../ground/keys';
import type { Amounts, PreflightGround } from '../ground/types';
import { needsApproval, note } from '../verdictOf';
import { amount } from '../words';

/** Whether the cluster has room for what a namespace takes besides what it had. */
export function capacityReasons(
  { cluster }: Pick<NamespaceSpec, 'cluster'>,
  more: Required<Pick<Amounts, 'vcpu' | 'memoryGib'>>,
  { fleet }: Pick<PreflightGround, 'fleet'>,
): VerdictReason[] {
  const host = fleet.cluster(clusterKey(cluster));
  if (!host || (more.vcpu <= 0 && more.memoryGib <= 0)) {
    return [];
  }
  const free = freeCapacity(host);
  if (!free) {
    return [
      needsApproval(
        'capacityUnread',
        'quota',
        `How much room ${host.name} has is not known: its nodes and pods were not read.`,
      ),
    ];
  }
  if (more.vcpu <= free.vcpu && more.memoryGib <= free.memoryGib) {
    return [];
  }
  const message = `${amount(more.vcpu)} vCPUs and ${amount(
    more.memoryGib,
  )} GiB of memory are asked for, and ${host.name} has ${amount(
    Math.max(0, free.vcpu),
  )} and ${amount(Math.max(0, free.memoryGib))} GiB that no pod requests`;
  return [
    host.capacity?.grows
      ? note(
          'capacityGrows',
          'quota',
          `${message}; more nodes come when pods wait.`,
        )
      : needsApproval(
          'capacityShort',
          'quota',
          `${message}; nodes must be added first.`,
        ),
  ];
}
