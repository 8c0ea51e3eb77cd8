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

import {
  applicationThingKey,
  teamOf,
  type ApplicationSpec,
  type RequestVerdict,
  type VerdictReason,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { selectTargets } from './applications/selectTargets';
import type {
  KnownNamespace,
  PreflightGround,
  RequestAsk,
} from './ground/types';
import { activeReasons } from './rules/activeReasons';
import { applicationNameReasons } from './rules/applicationNameReasons';
import { approvalReasons } from './rules/approvalReasons';
import { ownerReasons } from './rules/ownerReasons';
import { promotionReasons } from './rules/promotionReasons';
import { roomReasons } from './rules/roomReasons';
import { sourceReasons } from './rules/sourceReasons';
import { targetReasons } from './rules/targetReasons';
import { unlessSoAlready } from './rules/unlessSoAlready';
import { verdictOf } from './verdictOf';

/** The key of an application that is described. */
export function applicationKey({
  environment,
  name,
  owner,
}: Pick<ApplicationSpec, 'environment' | 'name' | 'owner'>): string {
  return applicationThingKey({
    team: teamOf(owner) ?? '',
    application: name,
    environment,
  });
}

/** It takes what its namespaces have, and nothing besides. */
const NOTHING = { vcpu: 0, memoryGib: 0, storageGib: 0 };

/** Whether an owner may have an application in an environment, or a change of it. */
export function assessApplication(
  ask: RequestAsk<ApplicationSpec>,
  ground: PreflightGround,
): RequestVerdict {
  const { operation, spec } = ask;
  const { fleet } = ground;
  const key = applicationKey(spec);
  const targets = selectTargets(spec, fleet);
  return verdictOf([
    ...ownerReasons(spec.owner, ground.owner),
    ...activeReasons(key, ask, ground.reservations),
    ...applicationNameReasons(key, ask, { fleet, targets }),
    ...(operation === 'delete' ? [] : targetReasons(ask, targets, ground)),
    ...unlessSoAlready(ask, each => standardsReasons(each, targets, ground)),
    ...approvalReasons(
      {
        kind: 'application',
        operation,
        environment: spec.environment,
        owner: spec.owner,
        after: { ...NOTHING, monthlyCost: 0 },
        before: operation === 'create' ? undefined : NOTHING,
      },
      ground.config.approvals,
    ),
  ]);
}

/** What the operator and the namespaces lay down for any application. */
function standardsReasons(
  spec: ApplicationSpec,
  targets: readonly KnownNamespace[],
  { config, fleet, owner }: PreflightGround,
): VerdictReason[] {
  const rules = config.applications;
  return [
    ...sourceReasons(spec, { owner, rules, targets }),
    ...promotionReasons(spec, fleet),
    ...roomReasons(spec, targets),
  ];
}
