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
  PolicyFailure,
  SafetyCell,
  SafetyPolicy,
  UpgradeSafety,
} from '../upgradeSafety';
import { ago, DAY_MS } from './assessment';

const MINUTE_MS = 60_000;

export const BUDGETS: SafetyPolicy = {
  id: 'b0b0b0b0b0b0b0b0',
  name: 'no-blocking-budget',
  title: 'Disruption budgets let something be disrupted',
  remediation: 'Set `maxUnavailable: 1`.',
};
export const REMOVED: SafetyPolicy = {
  id: 'a1a1a1a1a1a1a1a1',
  name: 'removed-apis',
  title: 'No APIs that the next Kubernetes versions remove',
  remediation: 'Write the manifest in the API that the message names.',
};
export const REPLICAS: SafetyPolicy = {
  id: 'c2c2c2c2c2c2c2c2',
  name: 'require-disruption-budget',
  title: 'Workloads with several replicas have a disruption budget',
  remediation: 'Add a PodDisruptionBudget.',
};

/** A budget of checkout's that lets nothing go. */
export function failure(extra: Partial<PolicyFailure> = {}): PolicyFailure {
  return {
    policy: BUDGETS,
    result: 'fail',
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    namespace: 'checkout',
    name: 'api',
    message:
      'PodDisruptionBudget api allows no disruption: maxUnavailable is 0',
    owner: 'group:default/checkout',
    feed: 'policyReports',
    ...extra,
  };
}

/** An object in an API that 1.34 does not serve any more. */
export function removed(extra: Partial<PolicyFailure> = {}): PolicyFailure {
  return failure({
    policy: REMOVED,
    apiVersion: 'admissionregistration.k8s.io/v1beta1',
    kind: 'ValidatingAdmissionPolicy',
    namespace: '',
    name: 'no-root',
    message:
      'admissionregistration.k8s.io/v1beta1 ValidatingAdmissionPolicy is not served from Kubernetes 1.34 on; use admissionregistration.k8s.io/v1',
    owner: '',
    ...extra,
  });
}

export function unbudgeted(extra: Partial<PolicyFailure> = {}): PolicyFailure {
  return failure({
    policy: REPLICAS,
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    message: 'Deployment api has 3 replicas and no disruption budget',
    ...extra,
  });
}

/** Read five minutes ago, and fresh for another 25. */
export function cell(extra: Partial<SafetyCell> = {}): SafetyCell {
  return {
    policy: BUDGETS,
    feed: 'policyReports',
    observedAt: ago(5 * MINUTE_MS),
    freshUntil: ago(-25 * MINUTE_MS),
    hasResults: true,
    notListed: 0,
    ...extra,
  };
}

/** What of these was found, by policies that were all read lately. */
export function safety(
  failures: PolicyFailure[],
  cells?: SafetyCell[],
): UpgradeSafety {
  return {
    failures,
    cells: cells ?? [
      cell(),
      cell({ policy: REMOVED }),
      cell({ policy: REPLICAS }),
    ],
  };
}

export const DAYS_AGO = (days: number) => ago(days * DAY_MS);
