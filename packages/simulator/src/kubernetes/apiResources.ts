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

import type { ClusterObjects } from './objects/objectsOf';

export interface ApiResource {
  groupVersion: string;
  plural: string;
  kind: string;
  namespaced: boolean;
}

type Row = [groupVersion: string, plural: string, kind: string];

const CLUSTER_WIDE = [
  'namespaces',
  'nodes',
  'persistentvolumes',
  'mutatingwebhookconfigurations',
  'validatingwebhookconfigurations',
  'validatingadmissionpolicies',
  'validatingadmissionpolicybindings',
  'apiservices',
  'customresourcedefinitions',
];

const ROWS: Row[] = [
  ['v1', 'namespaces', 'Namespace'],
  ['v1', 'nodes', 'Node'],
  ['v1', 'pods', 'Pod'],
  ['v1', 'services', 'Service'],
  ['v1', 'configmaps', 'ConfigMap'],
  ['v1', 'secrets', 'Secret'],
  ['v1', 'limitranges', 'LimitRange'],
  ['v1', 'resourcequotas', 'ResourceQuota'],
  ['v1', 'persistentvolumes', 'PersistentVolume'],
  ['v1', 'persistentvolumeclaims', 'PersistentVolumeClaim'],
  ['v1', 'events', 'Event'],
  [
    'admissionregistration.k8s.io/v1',
    'mutatingwebhookconfigurations',
    'MutatingWebhookConfiguration',
  ],
  [
    'admissionregistration.k8s.io/v1',
    'validatingwebhookconfigurations',
    'ValidatingWebhookConfiguration',
  ],
  [
    'admissionregistration.k8s.io/v1',
    'validatingadmissionpolicies',
    'ValidatingAdmissionPolicy',
  ],
  [
    'admissionregistration.k8s.io/v1',
    'validatingadmissionpolicybindings',
    'ValidatingAdmissionPolicyBinding',
  ],
  [
    'apiextensions.k8s.io/v1',
    'customresourcedefinitions',
    'CustomResourceDefinition',
  ],
  ['apiregistration.k8s.io/v1', 'apiservices', 'APIService'],
  ['apps/v1', 'deployments', 'Deployment'],
  ['apps/v1', 'replicasets', 'ReplicaSet'],
  ['apps/v1', 'statefulsets', 'StatefulSet'],
  ['apps/v1', 'daemonsets', 'DaemonSet'],
  ['autoscaling/v2', 'horizontalpodautoscalers', 'HorizontalPodAutoscaler'],
  ['batch/v1', 'jobs', 'Job'],
  ['batch/v1', 'cronjobs', 'CronJob'],
  ['discovery.k8s.io/v1', 'endpointslices', 'EndpointSlice'],
  ['networking.k8s.io/v1', 'ingresses', 'Ingress'],
  ['networking.k8s.io/v1', 'networkpolicies', 'NetworkPolicy'],
  ['policy/v1', 'poddisruptionbudgets', 'PodDisruptionBudget'],
  ['rbac.authorization.k8s.io/v1', 'rolebindings', 'RoleBinding'],
];

/** The kinds that every API server knows; some of them have no objects here. */
const API_RESOURCES: readonly ApiResource[] = ROWS.map(
  ([groupVersion, plural, kind]) => ({
    groupVersion,
    plural,
    kind,
    namespaced: !CLUSTER_WIDE.includes(plural),
  }),
);

/** Groups and versions of the kinds that every API server knows. */
export const LOCAL_GROUP_VERSIONS: readonly string[] = [
  ...new Set(API_RESOURCES.map(({ groupVersion }) => groupVersion)),
];

/** The kinds that a cluster's API server knows. */
export function apiResourcesOf({
  customResources,
}: ClusterObjects): ApiResource[] {
  return [
    ...API_RESOURCES,
    ...customResources.flatMap(
      ({ group, version, otherVersions = [], plural, kind, namespaced }) =>
        [version, ...otherVersions].map(served => ({
          groupVersion: `${group}/${served}`,
          plural,
          kind,
          namespaced,
        })),
    ),
  ];
}

/** `deployments.apps`, as RBAC's messages name a resource. */
export function qualifiedName(plural: string, group: string): string {
  return group ? `${plural}.${group}` : plural;
}
