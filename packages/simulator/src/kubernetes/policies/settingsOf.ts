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

import type { FleetPoliciesValues } from '../../model/policyStory';
import { POLICY_LIBRARY } from './library';
import type { ClusterPolicySetting } from './types';

/** The policies that values switch on, each as it is set there. */
export function settingsOf({
  policies = {},
}: FleetPoliciesValues): ClusterPolicySetting[] {
  return POLICY_LIBRARY.filter(
    ({ name, defaults }) => policies[name]?.enabled ?? defaults.enabled,
  ).map(policy => {
    const { mode, severity, parameters, exclude } = policies[policy.name] ?? {};
    const { defaults } = policy;
    return {
      policy,
      mode: mode ?? 'audit',
      severity: severity ?? policy.severity,
      parameters: { ...defaults.parameters, ...parameters },
      excludedNamespaces: exclude?.namespaces ?? defaults.excludedNamespaces,
      excludedResources: exclude?.resources ?? [],
    };
  });
}
