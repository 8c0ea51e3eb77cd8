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

import type { PolicyName } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { CompleteSnapshot } from '../../types';
import { severityCode } from '../codes';
import { policyKey } from '../policyKey';
import type { ToldPolicy } from './internPolicies';
import type { SnapshotContents } from './SnapshotContents';

/** All policies that a snapshot names, by their keys, with what it says of them. */
export function toldPolicies(
  contents: SnapshotContents,
  snapshot?: CompleteSnapshot,
): Map<string, { name: PolicyName; told?: ToldPolicy }> {
  const told = new Map<string, { name: PolicyName; told?: ToldPolicy }>();
  for (const [key, name] of contents.policies) {
    told.set(key, { name });
  }
  for (const { policy } of snapshot?.tallies ?? []) {
    told.set(policyKey(policy), { name: policy });
  }
  for (const policy of snapshot?.policies ?? []) {
    told.set(policyKey(policy), {
      name: policy,
      told: {
        category: policy.category ?? '',
        description: policy.description ?? '',
        documentation: policy.documentation ?? '',
        remediation: policy.remediation ?? '',
        severity: severityCode(policy.severity),
        title: policy.title ?? '',
      },
    });
  }
  if (snapshot) {
    tellSeverities(told, contents);
  }
  return told;
}

/** Where a policy does not say how severe it is, its results may. */
function tellSeverities(
  told: Map<string, { name: PolicyName; told?: ToldPolicy }>,
  contents: SnapshotContents,
): void {
  const worst = new Map<string, number>();
  for (const { policy, severity } of contents.taken.values()) {
    worst.set(policy, Math.max(worst.get(policy) ?? 0, severity));
  }
  for (const [key, severity] of worst) {
    const entry = told.get(key)!;
    if (severity > 0 && !entry.told?.severity) {
      entry.told = {
        category: '',
        description: '',
        documentation: '',
        remediation: '',
        title: '',
        ...entry.told,
        severity,
      };
    }
  }
}
