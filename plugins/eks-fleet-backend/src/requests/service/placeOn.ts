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
  Placement,
  RequestAsk,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  parseQuantity,
  quantityAsNumber,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterRecord } from '../../inventory/types';
import { placeNamespace, type PreflightGround } from '../preflight';

/** Clusters for as much of a namespace as is known, of those that may be read. Pure. */
export function placeOn(
  spec: NonNullable<RequestAsk['spec']>,
  ground: PreflightGround,
  readable: ClusterRecord[],
): Placement[] {
  const wanted = spec as Partial<NamespaceSpec>;
  const found = new Map(
    readable
      .filter(({ origin }) => origin === 'eks-fleet')
      .map(each => [
        `cluster/${each.accountId}/${each.region}/${each.name}`,
        each,
      ]),
  );
  return placeNamespace(
    {
      environment: wanted.environment ?? '',
      vcpu: amount(wanted.quota?.cpuRequests),
      memoryGib: amount(wanted.quota?.memoryRequests, '1Gi'),
      ...(wanted.podSecurity && { policyLevel: wanted.podSecurity.level }),
    },
    ground,
  ).flatMap(({ clusterKey, rank, reasons }): Placement[] => {
    const cluster = found.get(clusterKey);
    return cluster
      ? [
          {
            clusterKey,
            ...(rank !== undefined && { rank }),
            reasons,
            cluster: {
              name: cluster.name,
              accountId: cluster.accountId,
              accountName: cluster.accountName || undefined,
              region: cluster.region,
              arn: cluster.arn,
              entityRef: cluster.entityRef,
              environment: cluster.environment || undefined,
            },
          },
        ]
      : [];
  });
}

function amount(text: string | undefined, unit?: string): number {
  const parsed = text === undefined ? undefined : parseQuantity(text);
  return parsed
    ? quantityAsNumber(parsed, unit ? parseQuantity(unit)! : undefined)
    : 0;
}
