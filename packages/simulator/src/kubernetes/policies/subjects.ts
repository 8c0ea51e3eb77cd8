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

import type { DeprecatedApiSpec } from '../../model/kubernetesStory';
import type { KubernetesObject, MetadataOf } from '../objects/KubernetesObject';
import type { Subject } from './types';

const SUBJECT_RESOURCES: [
  resource: string,
  apiVersion: string,
  kind: string,
][] = [
  ['namespaces', 'v1', 'Namespace'],
  ['pods', 'v1', 'Pod'],
  ['deployments.apps', 'apps/v1', 'Deployment'],
  ['statefulsets.apps', 'apps/v1', 'StatefulSet'],
  ['daemonsets.apps', 'apps/v1', 'DaemonSet'],
  ['poddisruptionbudgets.policy', 'policy/v1', 'PodDisruptionBudget'],
];

/** What policies look at: what the cluster has anyway. */
export function subjectsOf(
  byResource: ReadonlyMap<string, readonly KubernetesObject[]>,
  deprecated: readonly Subject[],
): Subject[] {
  return [
    ...SUBJECT_RESOURCES.flatMap(([resource, apiVersion, kind]) =>
      (byResource.get(resource) ?? []).map(object => ({
        apiVersion,
        kind,
        object,
      })),
    ),
    ...deprecated,
  ];
}

const KINDS_BY_PLURAL: Record<string, string> = {
  flowschemas: 'FlowSchema',
  prioritylevelconfigurations: 'PriorityLevelConfiguration',
  validatingadmissionpolicies: 'ValidatingAdmissionPolicy',
  validatingadmissionpolicybindings: 'ValidatingAdmissionPolicyBinding',
};

/** One object for each deprecated API that somebody asks for. */
export function deprecatedSubjects(
  apis: readonly DeprecatedApiSpec[],
  metadata: MetadataOf,
): Subject[] {
  return apis.flatMap(({ group, version, resource, subresource }) => {
    const kind = KINDS_BY_PLURAL[resource];
    const name = group.startsWith('flowcontrol')
      ? 'batch-queue'
      : 'policy-sync-images';
    return kind && !subresource
      ? [
          {
            apiVersion: `${group}/${version}`,
            kind,
            object: { metadata: metadata(kind, name) },
          },
        ]
      : [];
  });
}
