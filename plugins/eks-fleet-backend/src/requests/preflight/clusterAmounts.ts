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

import type { ClusterSpec } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { RequestConfig } from './config/types';
import type { Amounts } from './ground/types';
import { instanceSize, type InstanceSize } from './instances';
import { allOf } from './words';

/** What a cluster's nodes come to at most, and why that cannot be told. */
export interface ClusterAmounts {
  amounts: Amounts;
  unknown: Array<{ field: string; why: string }>;
}

/** Adds up the largest that each node group, and Auto Mode, can become. */
export function clusterAmounts(
  { compute }: Pick<ClusterSpec, 'compute'>,
  config: Pick<RequestConfig, 'clusters' | 'costs'>,
): ClusterAmounts {
  const { instanceSizes } = config.clusters;
  const unknown: ClusterAmounts['unknown'] = [];
  const sum: InstanceSize = { vcpu: 0, memoryGib: 0 };
  const add = (nodes: number, types: readonly string[], field: string) => {
    const sizes = types.map(type => instanceSize(type, instanceSizes));
    const nameless = types.filter((_, index) => !sizes[index]);
    if (nameless.length > 0) {
      unknown.push({
        field,
        why: `how large ${allOf(
          nameless,
        )} is; eksFleet.requests.clusters.instanceSizes can say it`,
      });
      return;
    }
    // Of several types, the largest one may be chosen each time.
    sum.vcpu += nodes * Math.max(...sizes.map(size => size!.vcpu));
    sum.memoryGib += nodes * Math.max(...sizes.map(size => size!.memoryGib));
  };
  compute.nodeGroups.forEach(({ instanceTypes, maxSize }, index) =>
    add(maxSize, instanceTypes, `compute.nodeGroups[${index}].instanceTypes`),
  );
  if (compute.autoMode) {
    const { autoMode } = config.costs;
    if (autoMode) {
      add(autoMode.maximumNodes, [autoMode.instanceType], 'compute.autoMode');
    } else {
      unknown.push({
        field: 'compute.autoMode',
        why: 'how many nodes Auto Mode runs; eksFleet.requests.costs.autoMode can say what is taken to be so',
      });
    }
  }
  return { amounts: unknown.length === 0 ? sum : {}, unknown };
}
