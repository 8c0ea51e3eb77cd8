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
  CostEstimate,
  NamespaceSpec,
  RequestVerdict,
  VerdictReason,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { isDeepStrictEqual } from 'node:util';
import { ofEnvironment } from './config/ofEnvironment';
import { namespaceCost } from './cost/namespaceCost';
import { clusterKey, namespaceKey } from './ground/keys';
import type { PreflightGround, RequestAsk } from './ground/types';
import { namespaceAmounts } from './namespaceAmounts';
import { isOnOwnCluster, namespaceCounts } from './quota/claims';
import { activeReasons } from './rules/activeReasons';
import { approvalReasons } from './rules/approvalReasons';
import { capacityReasons } from './rules/capacityReasons';
import { costReasons } from './rules/costReasons';
import { hostReasons } from './rules/hostReasons';
import { namespaceAccessReasons } from './rules/namespaceAccessReasons';
import { namespaceNameReasons } from './rules/namespaceNameReasons';
import { ownerReasons } from './rules/ownerReasons';
import { podSecurityReasons } from './rules/podSecurityReasons';
import { quotaReasons } from './rules/quotaReasons';
import { daysUntil, ttlReasons } from './rules/ttlReasons';
import { unlessSoAlready } from './rules/unlessSoAlready';
import { verdictOf } from './verdictOf';

/** Whether an owner may have a namespace, or a change of one. */
export function assessNamespace(
  ask: RequestAsk<NamespaceSpec>,
  ground: PreflightGround,
  cost: CostEstimate = namespaceCost(ask, ground),
): RequestVerdict {
  const { spec } = ask;
  const key = namespaceKey(spec);
  const rules = ground.config.namespaces;
  return verdictOf([
    ...ownerReasons(spec.owner, ground.owner),
    ...activeReasons(key, ask, ground.reservations),
    ...namespaceNameReasons(key, ask, { fleet: ground.fleet, rules }),
    ...(ask.operation === 'delete' ? [] : hostReasons(spec, ground)),
    ...unlessSoAlready(ask, each => standardsReasons(each, ground)),
    ...takingReasons(key, ask, ground, cost),
  ]);
}

/** What the operator lays down for any namespace. */
function standardsReasons(
  spec: NamespaceSpec,
  { config, now, owner }: PreflightGround,
): VerdictReason[] {
  const rules = config.namespaces;
  const { environment } = spec;
  return [
    ...podSecurityReasons(spec, rules),
    ...namespaceAccessReasons(spec, rules, owner),
    ...ttlReasons(spec, ofEnvironment(rules.maxTtlDays, environment), now),
  ];
}

/** What it takes of what there is, and who has to agree to that. */
function takingReasons(
  key: string,
  ask: RequestAsk<NamespaceSpec>,
  ground: PreflightGround,
  cost: CostEstimate,
): VerdictReason[] {
  const { base, operation, spec } = ask;
  const after = namespaceAmounts(spec);
  const isThere = operation !== 'create';
  const before = isThere ? namespaceAmounts(base ?? spec) : undefined;
  const monthlyCost = cost.unknown.length > 0 ? undefined : cost.after.maximum;
  const costBefore = cost.unknown.some(({ unchanged }) => unchanged)
    ? undefined
    : cost.before.maximum;
  const onOwn = isOnOwnCluster(clusterKey(spec.cluster), spec.owner, ground);
  return [
    ...(takesMore(ask)
      ? [
          ...costReasons(cost, undefined),
          ...quotaReasons(
            {
              key,
              owner: spec.owner,
              after: namespaceCounts({ ...after, monthlyCost }, onOwn),
              before:
                before && (base ?? spec).owner === spec.owner
                  ? namespaceCounts(
                      { ...before, monthlyCost: costBefore },
                      onOwn,
                    )
                  : {},
              fields: {
                vcpu: 'quota.cpuRequests',
                memoryGib: 'quota.memoryRequests',
                storageGib: 'quota.storage',
                monthlyCost: 'quota',
              },
            },
            ground,
          ),
          ...capacityReasons(
            spec,
            {
              vcpu: after.vcpu - (before?.vcpu ?? 0),
              memoryGib: after.memoryGib - (before?.memoryGib ?? 0),
            },
            ground,
          ),
        ]
      : []),
    ...approvalReasons(
      {
        kind: 'namespace',
        operation,
        environment: spec.environment,
        owner: spec.owner,
        after: { ...after, monthlyCost },
        before,
        usage: ground.fleet.namespace(key)?.usage,
        ttlDays: daysUntil(spec.expiresOn, ground.now),
      },
      ground.config.approvals,
    ),
  ];
}

/** What leaves the quota as it is takes nothing more. */
function takesMore({
  base,
  operation,
  spec,
}: RequestAsk<NamespaceSpec>): boolean {
  if (operation === 'change' && base) {
    return !isDeepStrictEqual(
      [base.quota, base.owner],
      [spec.quota, spec.owner],
    );
  }
  return operation === 'create' || operation === 'adopt';
}
