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

import type { ConfigMapSpec, WorkloadSpec } from '../../model/kubernetesStory';
import type { Cluster } from '../../model/types';
import { LOCAL_GROUP_VERSIONS } from '../apiResources';
import { kubeBenchConfigMaps } from '../policies/kubeBench';
import { policyObjects } from '../policies/policyObjects';
import {
  aggregatedApi,
  apiServiceObject,
  eksMetricsApiService,
  localApiService,
  type AggregatedApi,
} from './apiServices';
import { appliedObjects } from './appliedObjects';
import { budgetObject } from './budgets';
import { componentsOf, type CustomResource } from './components';
import {
  customResourceDefinition,
  manyCustomResourceDefinitions,
} from './customResourceDefinitions';
import {
  metadataOf,
  type KubernetesObject,
  type MetadataOf,
} from './KubernetesObject';
import { namespaceObjects } from './namespaces';
import { nodeObject } from './nodeObject';
import { NodePlans } from './NodePlans';
import { Pods } from './pods';
import { serviceOf, type PlacedService } from './services';
import { usualWorkloads } from './usualWorkloads';
import { webhookConfigurations } from './webhooks';
import { placeWorkload, type PlacedWorkload } from './workloads';

/** Everything that a cluster's API server knows. */
export interface ClusterObjects {
  /** By plural and group (`pods`, `deployments.apps`), in the order of their keys in etcd. */
  byResource: ReadonlyMap<string, readonly KubernetesObject[]>;
  customResources: CustomResource[];
  aggregatedApis: AggregatedApi[];
}

const known = new WeakMap<Cluster, { key: string; objects: ClusterObjects }>();

/** The objects of a cluster; the same ones until the cluster changes. */
export function objectsOf(cluster: Cluster): ClusterObjects {
  const key = JSON.stringify([
    cluster.id,
    cluster.version,
    cluster.autoMode,
    cluster.autoModeNodes,
    cluster.nodegroups,
    cluster.fargateProfiles,
    cluster.addons,
    cluster.kubernetes,
    cluster.tags.team,
    cluster.createdAt,
  ]);
  const before = known.get(cluster);
  if (before?.key === key) {
    return before.objects;
  }
  const objects = createObjects(cluster);
  known.set(cluster, { key, objects });
  return objects;
}

function createObjects(cluster: Cluster): ClusterObjects {
  const metadata = metadataOf(cluster);
  const components = componentsOf(cluster);
  const usual = usualWorkloads(cluster);
  const story = cluster.kubernetes;

  const nodes = NodePlans.create(cluster);
  const pods = Pods.create(cluster, metadata, nodes);
  const workloads = replaced([
    ...components.flatMap(component => component.workloads),
    ...usual.workloads,
    ...(story.workloads ?? []),
  ]).map(spec => placeWorkload(spec, { metadata, pods }));
  const services = workloads
    .map(workload => serviceOf(workload, metadata))
    .filter((service): service is PlacedService => service !== undefined);
  const budgets = replacedBudgets([
    ...components.flatMap(component => component.budgets ?? []),
    ...usual.budgets,
    ...(story.budgets ?? []),
  ]);
  const webhooks = [
    ...components.flatMap(component => component.webhooks ?? []),
    ...(story.webhooks ?? []),
  ];
  const apiServices = [
    ...components.flatMap(component => component.apiServices ?? []),
    ...(story.apiServices ?? []),
  ];
  const ofWorkloads = new Map<string, KubernetesObject[]>([
    [
      'namespaces',
      namespaceObjects(
        cluster,
        workloads.map(({ spec }) => spec.namespace),
        metadata,
      ),
    ],
    ['nodes', nodes.all().map(plan => nodeObject(plan, cluster, metadata))],
    ['pods', workloads.flatMap(workload => workload.pods.map(podObject))],
    ['services', services.map(({ service }) => service)],
    [
      'endpointslices.discovery.k8s.io',
      services.flatMap(({ endpointSlices }) => endpointSlices),
    ],
    ['deployments.apps', controllersOf(workloads, 'Deployment')],
    ['statefulsets.apps', controllersOf(workloads, 'StatefulSet')],
    ['daemonsets.apps', controllersOf(workloads, 'DaemonSet')],
    ['replicasets.apps', workloads.flatMap(({ replicaSets }) => replicaSets)],
    [
      'poddisruptionbudgets.policy',
      budgets.map(budget => budgetObject(budget, workloads, metadata)),
    ],
  ]);
  const policies = policyObjects(cluster, ofWorkloads, metadata);
  const customResources = [
    ...components.flatMap(component => component.customResources ?? []),
    ...policies.customResources,
  ];
  const groupVersions = new Set([
    ...LOCAL_GROUP_VERSIONS,
    ...customResources.flatMap(({ group, version, otherVersions = [] }) =>
      [version, ...otherVersions].map(served => `${group}/${served}`),
    ),
  ]);
  const byResource = new Map<string, KubernetesObject[]>([
    ...ofWorkloads,
    ...policies.byResource,
    ...appliedObjects(story.manifests ?? [], ofWorkloads, metadata),
    [
      'configmaps',
      [
        ...(story.configMaps ?? []).map(spec => configMap(spec, metadata)),
        ...(story.policies?.kubeBench
          ? kubeBenchConfigMaps(
              cluster,
              story.policies.kubeBench,
              ofWorkloads.get('nodes') ?? [],
              metadata,
            )
          : []),
      ],
    ],
    [
      'mutatingwebhookconfigurations.admissionregistration.k8s.io',
      webhookConfigurations('Mutating', webhooks, metadata),
    ],
    [
      'validatingwebhookconfigurations.admissionregistration.k8s.io',
      webhookConfigurations('Validating', webhooks, metadata),
    ],
    [
      'apiservices.apiregistration.k8s.io',
      [
        ...[...groupVersions].map(groupVersion =>
          localApiService(groupVersion, metadata),
        ),
        eksMetricsApiService(metadata),
        ...apiServices.map(spec => apiServiceObject(spec, services, metadata)),
      ],
    ],
    [
      'customresourcedefinitions.apiextensions.k8s.io',
      [
        ...customResources.map(resource =>
          customResourceDefinition(resource, metadata),
        ),
        ...(story.customResourceDefinitions
          ? manyCustomResourceDefinitions(
              story.customResourceDefinitions,
              metadata,
            )
          : []),
      ],
    ],
  ]);
  for (const objects of byResource.values()) {
    sortByKey(objects);
  }
  return {
    byResource,
    customResources,
    aggregatedApis: apiServices.map(spec => aggregatedApi(spec, services)),
  };
}

function configMap(
  { namespace, name, labels, data }: ConfigMapSpec,
  metadata: MetadataOf,
): KubernetesObject & { data: Record<string, string> } {
  return { metadata: metadata('ConfigMap', name, { namespace, labels }), data };
}

function podObject({ metadata, spec, status }: KubernetesObject) {
  return { metadata, spec, status };
}

function controllersOf(
  workloads: PlacedWorkload[],
  kind: string,
): KubernetesObject[] {
  return workloads
    .filter(({ spec }) => (spec.kind ?? 'Deployment') === kind)
    .map(({ controller }) => controller);
}

/** Later ones take the place of earlier ones of the same name. */
function replaced(specs: WorkloadSpec[]): WorkloadSpec[] {
  return lastOf(
    specs,
    ({ kind = 'Deployment', namespace, name }) =>
      `${kind}/${namespace}/${name}`,
  );
}

function replacedBudgets<T extends { namespace: string; name: string }>(
  specs: T[],
): T[] {
  return lastOf(specs, ({ namespace, name }) => `${namespace}/${name}`);
}

function lastOf<T>(items: T[], nameOf: (item: T) => string): T[] {
  return [...new Map(items.map(item => [nameOf(item), item])).values()];
}

/** What an object's key ends with, by which lists are sorted and continued. */
export function keyOf({ metadata }: KubernetesObject): string {
  return metadata.namespace
    ? `${metadata.namespace}/${metadata.name}`
    : metadata.name;
}

function sortByKey(objects: KubernetesObject[]): void {
  const keys = new Map(objects.map(object => [object, keyOf(object)]));
  objects.sort((one, other) => (keys.get(one)! < keys.get(other)! ? -1 : 1));
}
