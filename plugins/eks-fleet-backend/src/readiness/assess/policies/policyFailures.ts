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
  FindingPolicy,
  FindingSeverity,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { safeText } from '../../../inventory/safeText';
import type { PolicyFailure } from '../../upgradeSafety';
import { isHop, type AssessmentContext } from '../context';
import { isFresh, listInputs } from '../inputs';
import { isDrained } from '../nodePools';
import { removalOf } from './removedApis';

const BUDGETS = 'kubernetesDisruption';
/** A link that names more resources would be too long. */
const MOST_NAMED = 20;

/**
 * What it means for this target that a policy fails on a resource; `undefined`
 * where that is about a version that is not on the way. An API that a hop no
 * longer serves blocks it. A budget that allows nothing blocks where nodes roll,
 * unless the live budgets were read and keep nobody from leaving.
 */
export function severityOf(
  context: AssessmentContext,
  failure: PolicyFailure,
): FindingSeverity | undefined {
  const { kind, result } = failure;
  const removal = removalOf(failure);
  if (removal !== undefined && !isHop(context, removal)) {
    return undefined;
  }
  if (result !== 'fail') {
    return 'warning';
  }
  if (removal !== undefined) {
    return 'blocking';
  }
  return kind === 'PodDisruptionBudget' && mayHang(context)
    ? context.settings.drain
    : 'warning';
}

/** Whether nodes roll, and nobody has looked at the live budgets. */
function mayHang(context: AssessmentContext): boolean {
  const { documents, pools } = context;
  const live = listInputs(context).find(
    ({ observation }) => observation.kind === BUDGETS,
  );
  const wasLookedAt =
    live !== undefined &&
    isFresh(live.observation) &&
    documents[BUDGETS]?.truncated !== true;
  const rolls = pools.some(isDrained) || !documents.nodegroups;
  return rolls && !wasLookedAt;
}

/** Policies of failures, with the names of the resources where they are few. */
export function listPolicies(failures: PolicyFailure[]): FindingPolicy[] {
  const byId = new Map<string, PolicyFailure[]>();
  for (const failure of failures) {
    const { id } = failure.policy;
    byId.set(id, [...(byId.get(id) ?? []), failure]);
  }
  return [...byId.values()].slice(0, MOST_NAMED).map(own => {
    const [{ policy }] = own;
    const resources = [...new Set(own.map(({ name }) => name))].sort();
    const isNamed =
      resources.length <= MOST_NAMED && resources.every(name => name !== '');
    return {
      id: policy.id,
      name: safeText(policy.name, 500),
      ...(isNamed && { resources }),
    };
  });
}
