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
  CostEstimate,
  RequestVerdict,
  VerdictReason,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { isDeepStrictEqual } from 'node:util';
import { clusterAmounts } from './clusterAmounts';
import { entryOf } from './config/ofEnvironment';
import { clusterCost } from './cost/clusterCost';
import { clusterKey } from './ground/keys';
import type { PreflightGround, RequestAsk } from './ground/types';
import { accessReasons } from './rules/accessReasons';
import { activeReasons } from './rules/activeReasons';
import { approvalReasons } from './rules/approvalReasons';
import { changeReasons } from './rules/changeReasons';
import { clusterThereReasons } from './rules/clusterThereReasons';
import { costReasons } from './rules/costReasons';
import { instanceReasons } from './rules/instanceReasons';
import { networkReasons } from './rules/networkReasons';
import { ownerReasons } from './rules/ownerReasons';
import { placeReasons } from './rules/placeReasons';
import { protectionReasons } from './rules/protectionReasons';
import { quotaReasons } from './rules/quotaReasons';
import { roleReasons } from './rules/roleReasons';
import { tagReasons } from './rules/tagReasons';
import { daysUntil, ttlReasons } from './rules/ttlReasons';
import { unlessSoAlready } from './rules/unlessSoAlready';
import { versionReasons } from './rules/versionReasons';
import { verdictOf } from './verdictOf';

/** Whether an owner may have a cluster, or a change of one. */
export function assessCluster(
  ask: RequestAsk<ClusterSpec>,
  ground: PreflightGround,
  cost: CostEstimate = clusterCost(ask, ground),
): RequestVerdict {
  const { spec } = ask;
  const key = clusterKey(spec);
  return verdictOf([
    ...ownerReasons(spec.owner, ground.owner),
    ...activeReasons(key, ask, ground.reservations),
    ...clusterThereReasons(key, ask, ground),
    ...changeReasons(ask),
    ...unlessSoAlready(ask, each =>
      standardsReasons(each, ground, ask.boundary),
    ),
    ...(ask.operation === 'create' || ask.operation === 'change'
      ? networkReasons(ask, ground)
      : []),
    ...takingReasons(key, ask, ground, cost),
  ]);
}

/** What the operator lays down for any cluster. */
function standardsReasons(
  spec: ClusterSpec,
  ground: PreflightGround,
  boundary: string | undefined,
): VerdictReason[] {
  const { clusters } = ground.config;
  const rules = entryOf(clusters.environments, spec.environment);
  return [
    ...placeReasons(spec, ground),
    ...versionReasons(spec, ground),
    ...instanceReasons(spec, clusters),
    ...tagReasons(spec, clusters),
    ...roleReasons(spec, { ...clusters, boundary }, ground.owner),
    ...accessReasons(spec, clusters, ground.owner),
    ...protectionReasons(spec, rules),
    ...ttlReasons(spec, rules?.maxTtlDays, ground.now),
  ];
}

/** What it takes of what there is, and who has to agree to that. */
function takingReasons(
  key: string,
  ask: RequestAsk<ClusterSpec>,
  ground: PreflightGround,
  cost: CostEstimate,
): VerdictReason[] {
  const { base, operation, spec } = ask;
  const { amounts } = clusterAmounts(spec, ground.config);
  const before = beforeOf(ask, ground);
  const unknownBefore = cost.unknown.some(({ unchanged }) => unchanged);
  const monthlyCost = cost.unknown.length > 0 ? undefined : cost.after.maximum;
  const takes = takesMore(ask);
  return [
    ...(takes ? costReasons(cost, ground.config.clusters.costCeiling) : []),
    ...(takes
      ? quotaReasons(
          {
            key,
            owner: spec.owner,
            after: { ...counted(amounts), monthlyCost },
            before:
              before && (base ?? spec).owner === spec.owner
                ? {
                    ...counted(before),
                    monthlyCost: unknownBefore
                      ? undefined
                      : cost.before.maximum,
                  }
                : {},
            fields: {
              vcpu: 'compute',
              memoryGib: 'compute',
              monthlyCost: 'compute',
            },
          },
          ground,
        )
      : []),
    ...approvalReasons(
      {
        kind: 'cluster',
        operation,
        environment: spec.environment,
        owner: spec.owner,
        after: { ...amounts, monthlyCost },
        before,
        ttlDays: daysUntil(spec.expiresOn, ground.now),
      },
      ground.config.approvals,
    ),
  ];
}

/** What leaves nodes and networks as they are takes nothing, even where nobody knows how much they are. */
function takesMore({
  base,
  operation,
  spec,
}: RequestAsk<ClusterSpec>): boolean {
  if (operation === 'change' && base) {
    return !isDeepStrictEqual(
      [base.compute, base.network, base.owner],
      [spec.compute, spec.network, spec.owner],
    );
  }
  return operation === 'create' || operation === 'adopt';
}

function counted(amounts: { vcpu?: number; memoryGib?: number }) {
  return { clusters: 1, namespaces: 0, ...amounts, storageGib: 0 };
}

function beforeOf(
  { base, operation, spec }: RequestAsk<ClusterSpec>,
  ground: PreflightGround,
) {
  return operation === 'create'
    ? undefined
    : clusterAmounts(base ?? spec, ground.config).amounts;
}
