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

import type { ReportLoad } from '../../model/policyStory';
import type { KubernetesObject, MetadataOf } from '../objects/KubernetesObject';

const SEVERITIES = ['high', 'medium', 'low', 'critical'];
const CATEGORIES = ['security', 'reliability', 'supply-chain', 'ownership'];

/** What is known of the policy of a number. */
export function loadPolicy(number: number): {
  name: string;
  severity: string;
  category: string;
} {
  return {
    name: `load-policy-${String(number + 1).padStart(2, '0')}`,
    severity: SEVERITIES[number % SEVERITIES.length],
    category: CATEGORIES[number % CATEGORIES.length],
  };
}

/** The policies that a load's results are of. */
export function loadPolicies(
  load: ReportLoad | undefined,
  metadata: MetadataOf,
): KubernetesObject[] {
  return Array.from({ length: load?.resultsEach ?? 0 }, (_, number) => {
    const { name, severity, category } = loadPolicy(number);
    return {
      metadata: metadata('ClusterPolicy', name, {
        annotations: {
          'policies.kyverno.io/title': `Load, policy ${number + 1}`,
          'policies.kyverno.io/category': category,
          'policies.kyverno.io/severity': severity,
        },
        generation: 1,
      }),
      spec: {
        background: true,
        rules: [
          {
            name: 'check',
            match: { any: [{ resources: { kinds: ['Pod'] } }] },
            validate: { failureAction: 'Audit', message: 'To be measured' },
          },
        ],
      },
      status: {
        conditions: [{ type: 'Ready', status: 'True', reason: 'Succeeded' }],
      },
    };
  });
}
