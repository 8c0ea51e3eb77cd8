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
import { clusterKey } from '../ground/keys';
import type { KnownCluster, PreflightGround } from '../ground/types';
import { deny, needsApproval } from '../verdictOf';

/**
 * Whether the cluster is one that something can be on.
 *
 * @param what - what is to be on it, and the field that names the cluster
 */
export function hostReasons(
  { cluster, environment }: Pick<NamespaceSpec, 'cluster' | 'environment'>,
  { fleet }: Pick<PreflightGround, 'fleet'>,
  what: { kind: string; field: string } = {
    kind: 'namespace',
    field: 'cluster',
  },
): VerdictReason[] {
  const { field } = what;
  const host = fleet.cluster(clusterKey(cluster));
  if (!host) {
    return [
      deny(
        'clusterUnknown',
        field,
        `There is no cluster ${cluster.name} in ${cluster.accountId} and ${cluster.region}.`,
      ),
    ];
  }
  return [
    ...statusReasons(host, field),
    ...environmentReasons(host, environment, what),
  ];
}

function statusReasons(
  { name, status }: KnownCluster,
  field: string,
): VerdictReason[] {
  switch (status) {
    case 'ACTIVE':
    case 'UPDATING':
      return [];
    case 'DELETING':
    case 'FAILED':
      return [
        deny(
          'clusterNotActive',
          field,
          `The cluster ${name} is ${status}; it must be ACTIVE.`,
        ),
      ];
    default:
      return [
        needsApproval(
          'clusterNotActive',
          field,
          `The cluster ${name} is ${
            status || 'in a state that nobody knows'
          }, not ACTIVE.`,
        ),
      ];
  }
}

function environmentReasons(
  host: KnownCluster,
  environment: string,
  { kind }: { kind: string },
): VerdictReason[] {
  if (host.environment === environment) {
    return [];
  }
  return [
    host.environment
      ? deny(
          'environmentDiffers',
          'environment',
          `The cluster ${host.name} is of ${host.environment}, and the ${kind} is to be of ${environment}; both must be the same.`,
        )
      : needsApproval(
          'environmentUnread',
          'environment',
          `Whether the cluster ${host.name} is of ${environment} is not known: it has no such label.`,
        ),
  ];
}
