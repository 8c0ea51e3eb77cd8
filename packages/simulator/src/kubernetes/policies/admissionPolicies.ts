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

import type { PolicyStory } from '../../model/policyStory';
import type { KubernetesObject, MetadataOf } from '../objects/KubernetesObject';
import {
  chartLabels,
  excludedBySelector,
  kyvernoAnnotations,
  resourceRules,
} from './kyvernoObjects';
import type { ClusterPolicySetting } from './types';

/** A policy that the API server itself enforces, and what puts it into force. */
export function admissionPolicy(
  setting: ClusterPolicySetting,
  story: PolicyStory,
  metadata: MetadataOf,
): { policy: KubernetesObject; binding: KubernetesObject } {
  const { policy, mode, excludedNamespaces } = setting;
  const more = {
    labels: chartLabels(story),
    annotations: kyvernoAnnotations(setting),
    generation: 1,
  };
  return {
    policy: {
      metadata: metadata('ValidatingAdmissionPolicy', policy.name, more),
      spec: {
        failurePolicy: 'Fail',
        matchConstraints: {
          matchPolicy: 'Equivalent',
          namespaceSelector: {},
          objectSelector: {},
          ...excludedBySelector(excludedNamespaces),
          resourceRules: resourceRules(policy).map(rule => ({
            ...rule,
            scope: '*',
          })),
        },
        validations: policy.validations,
      },
      status: { observedGeneration: 1, typeChecking: {} },
    },
    binding: {
      metadata: metadata('ValidatingAdmissionPolicyBinding', policy.name, more),
      spec: {
        policyName: policy.name,
        validationActions: {
          audit: ['Audit'],
          enforce: ['Deny'],
          warn: ['Warn'],
        }[mode],
      },
    },
  };
}
