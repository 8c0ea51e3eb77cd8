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

import { AVAILABILITY_POLICIES } from './availabilityPolicies';
import { POD_POLICIES } from './podPolicies';
import type { LibraryPolicy, PolicyMatch } from './types';

/** The policies of the chart `fleet-policies`, in the order of its values. */
export const POLICY_LIBRARY: readonly LibraryPolicy[] = [
  ...AVAILABILITY_POLICIES,
  ...POD_POLICIES,
];

/** Kinds that a policy looks at, with their API; those that the cluster can have here. */
export const MATCHES: Record<
  PolicyMatch,
  { group: string; version: string; resources: string[]; kinds: string[] }[]
> = {
  budgets: [
    {
      group: 'policy',
      version: 'v1',
      resources: ['poddisruptionbudgets'],
      kinds: ['PodDisruptionBudget'],
    },
  ],
  owned: [
    {
      group: '',
      version: 'v1',
      resources: ['namespaces'],
      kinds: ['Namespace'],
    },
    {
      group: 'apps',
      version: 'v1',
      resources: ['daemonsets', 'deployments', 'statefulsets'],
      kinds: ['DaemonSet', 'Deployment', 'StatefulSet'],
    },
  ],
  pods: [
    { group: '', version: 'v1', resources: ['pods'], kinds: ['Pod'] },
    {
      group: 'apps',
      version: 'v1',
      resources: ['daemonsets', 'deployments', 'statefulsets'],
      kinds: ['DaemonSet', 'Deployment', 'StatefulSet'],
    },
  ],
  removedApis: [
    {
      group: 'flowcontrol.apiserver.k8s.io',
      version: '*',
      resources: ['flowschemas', 'prioritylevelconfigurations'],
      kinds: ['FlowSchema', 'PriorityLevelConfiguration'],
    },
    {
      group: 'admissionregistration.k8s.io',
      version: '*',
      resources: [
        'validatingadmissionpolicies',
        'validatingadmissionpolicybindings',
      ],
      kinds: ['ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding'],
    },
  ],
  scaled: [
    {
      group: 'apps',
      version: 'v1',
      resources: ['deployments', 'statefulsets'],
      kinds: ['Deployment', 'StatefulSet'],
    },
  ],
};

export function kindsOf({ match }: LibraryPolicy): string[] {
  return MATCHES[match].flatMap(({ kinds }) => kinds);
}
