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
import { kindsOf, MATCHES } from './library';
import type { ClusterPolicySetting, LibraryPolicy } from './types';

export const DEFAULT_CHART = 'fleet-policies-0.1.0';

/** Labels of what the chart brings. */
export function chartLabels({ chart = DEFAULT_CHART }: PolicyStory) {
  return {
    'helm.sh/chart': chart,
    'app.kubernetes.io/name': 'fleet-policies',
    'app.kubernetes.io/instance': 'fleet-policies',
    'app.kubernetes.io/managed-by': 'Helm',
    'app.kubernetes.io/part-of': 'fleet-policies',
    'app.kubernetes.io/version': chart.replace(/^.*-(?=\d)/, ''),
  };
}

/** What the chart says of a policy whatever the engine is. */
export function aboutPolicy({ policy, severity }: ClusterPolicySetting) {
  return {
    'eks-fleet.io/category': policy.category,
    'eks-fleet.io/severity': severity,
    'eks-fleet.io/remediation': policy.remediation,
    'eks-fleet.io/documentation': policy.documentation,
  };
}

/** What it says to Kyverno beside that. */
export function kyvernoAnnotations(setting: ClusterPolicySetting) {
  const { policy, severity } = setting;
  return {
    'policies.kyverno.io/title': policy.title,
    'policies.kyverno.io/category': policy.category,
    'policies.kyverno.io/severity': severity,
    'policies.kyverno.io/subject': policy.subject,
    'policies.kyverno.io/description': policy.description,
    ...aboutPolicy(setting),
  };
}

const READY = { type: 'Ready', status: 'True', reason: 'Succeeded' };

const ACTIONS = {
  audit: ['Audit'],
  enforce: ['Deny'],
  warn: ['Warn', 'Audit'],
};

/** `policies.kyverno.io` ValidatingPolicy. */
export function validatingPolicy(
  setting: ClusterPolicySetting,
  story: PolicyStory,
  metadata: MetadataOf,
): KubernetesObject {
  const { policy, mode, excludedNamespaces } = setting;
  const itself = metadata('ValidatingPolicy', policy.name, {
    labels: chartLabels(story),
    annotations: kyvernoAnnotations(setting),
    generation: 1,
  });
  return {
    metadata: itself,
    spec: {
      validationActions: ACTIONS[mode],
      failurePolicy: 'Ignore',
      evaluation: { background: { enabled: !policy.admissionOnly } },
      matchConstraints: {
        resourceRules: resourceRules(policy),
        ...excludedBySelector(excludedNamespaces),
      },
      validations: policy.validations,
    },
    status: {
      conditionStatus: {
        ready: true,
        message: '',
        conditions: [
          {
            type: 'RBACPermissionsGranted',
            status: 'True',
            reason: 'Succeeded',
            message: 'Policy is ready for reporting.',
            lastTransitionTime: itself.creationTimestamp,
          },
        ],
      },
      generated: false,
    },
  };
}

/** `kyverno.io` ClusterPolicy, which Kyverno 1.17 has deprecated. */
export function clusterPolicy(
  setting: ClusterPolicySetting,
  story: PolicyStory,
  metadata: MetadataOf,
): KubernetesObject {
  const { policy, mode, excludedNamespaces } = setting;
  const itself = metadata('ClusterPolicy', policy.name, {
    labels: chartLabels(story),
    annotations: kyvernoAnnotations(setting),
    generation: 1,
  });
  const kinds = policy.match === 'pods' ? ['Pod'] : kindsOf(policy);
  return {
    metadata: itself,
    spec: {
      background: true,
      emitWarning: mode === 'warn',
      rules: [
        {
          name: policy.rule,
          match: { any: [{ resources: { kinds } }] },
          ...(excludedNamespaces.length > 0 && {
            exclude: {
              any: [{ resources: { namespaces: excludedNamespaces } }],
            },
          }),
          skipBackgroundRequests: true,
          validate: {
            failureAction: mode === 'enforce' ? 'Enforce' : 'Audit',
            allowExistingViolations: true,
            message: policy.title,
            cel: { expressions: policy.validations },
          },
        },
      ],
    },
    status: {
      conditions: [
        {
          ...READY,
          message: 'Ready',
          lastTransitionTime: itself.creationTimestamp,
        },
      ],
      rulecount: { generate: 0, mutate: 0, validate: 1, verifyimages: 0 },
    },
  };
}

export function resourceRules({ match }: LibraryPolicy) {
  return MATCHES[match].map(({ group, version, resources }) => ({
    apiGroups: [group],
    apiVersions: [version],
    operations: ['CREATE', 'UPDATE'],
    resources,
  }));
}

export function excludedBySelector(namespaces: string[]) {
  return namespaces.length > 0
    ? {
        namespaceSelector: {
          matchExpressions: [
            {
              key: 'kubernetes.io/metadata.name',
              operator: 'NotIn',
              values: namespaces,
            },
          ],
        },
      }
    : {};
}
