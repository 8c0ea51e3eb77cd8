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

export interface ApiResource {
  groupVersion: string;
  plural: string;
  kind: string;
  namespaced: boolean;
}

type Row = [groupVersion: string, plural: string, kind: string];

const CLUSTER_WIDE = ['nodes', 'namespaces', 'persistentvolumes'];

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
  ['apps/v1', 'deployments', 'Deployment'],
  ['apps/v1', 'replicasets', 'ReplicaSet'],
  ['apps/v1', 'statefulsets', 'StatefulSet'],
  ['apps/v1', 'daemonsets', 'DaemonSet'],
  ['autoscaling/v2', 'horizontalpodautoscalers', 'HorizontalPodAutoscaler'],
  ['batch/v1', 'jobs', 'Job'],
  ['batch/v1', 'cronjobs', 'CronJob'],
  ['networking.k8s.io/v1', 'ingresses', 'Ingress'],
  ['policy/v1', 'poddisruptionbudgets', 'PodDisruptionBudget'],
];

/** The kinds that the API server knows; most of them have no objects here. */
export const API_RESOURCES: readonly ApiResource[] = ROWS.map(
  ([groupVersion, plural, kind]) => ({
    groupVersion,
    plural,
    kind,
    namespaced: !CLUSTER_WIDE.includes(plural),
  }),
);
