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
  ClusterSpec,
  VerdictReason,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { PreflightGround, RequestAsk } from '../ground/types';
import { deny, needsApproval } from '../verdictOf';
import { allOf, counted } from '../words';

/** Whether the cluster is there where it must be, and not where it must not. */
export function clusterThereReasons(
  key: string,
  { operation, spec }: RequestAsk<ClusterSpec>,
  { fleet }: Pick<PreflightGround, 'fleet'>,
): VerdictReason[] {
  const there = fleet.cluster(key);
  const where = `in ${spec.accountId} and ${spec.region}`;
  if (operation === 'create') {
    return there
      ? [
          deny(
            'nameTaken',
            'name',
            `There is a cluster ${spec.name} ${where} already; it must have another name.`,
          ),
        ]
      : [];
  }
  if (!there && operation !== 'delete') {
    return [
      deny('notThere', 'name', `There is no cluster ${spec.name} ${where}.`),
    ];
  }
  if (operation === 'adopt') {
    return there && there.owner !== '' && there.owner !== spec.owner
      ? [
          needsApproval(
            'clusterOfOthers',
            'owner',
            `By its tags ${spec.name} is of ${there.owner}; whoever agrees gives it to ${spec.owner}.`,
          ),
        ]
      : [];
  }
  return operation === 'delete' ? tenantReasons(key, spec, fleet) : [];
}

/** Nobody takes a cluster away from under others. */
function tenantReasons(
  key: string,
  spec: ClusterSpec,
  fleet: PreflightGround['fleet'],
): VerdictReason[] {
  const others = fleet
    .namespacesOn(key)
    .filter(({ owner }) => owner !== spec.owner);
  if (others.length === 0) {
    return [];
  }
  const owners = [
    ...new Set(others.map(({ owner }) => owner || 'nobody known')),
  ];
  return [
    deny(
      'othersLiveThere',
      'name',
      `${counted(others.length, 'namespace')} of others ${
        others.length === 1 ? 'is' : 'are'
      } on ${spec.name}, of ${allOf(owners)}; they must go first.`,
    ),
  ];
}
