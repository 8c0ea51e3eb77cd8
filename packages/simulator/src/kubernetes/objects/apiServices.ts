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

import type { ApiServiceSpec } from '../../model/kubernetesStory';
import type { KubernetesObject, MetadataOf } from './KubernetesObject';
import type { PlacedService } from './services';

/** An API that another server answers. */
export interface AggregatedApi {
  group: string;
  version: string;
  available: boolean;
}

/** What the API server answers itself. */
export function localApiService(
  groupVersion: string,
  metadata: MetadataOf,
): KubernetesObject {
  const [version, group = ''] = groupVersion.split('/').reverse();
  const itself = metadata('APIService', `${version}.${group}`, {
    labels: { 'kube-aggregator.kubernetes.io/automanaged': 'onstart' },
  });
  return {
    metadata: itself,
    spec: { group, version, groupPriorityMinimum: 17_000, versionPriority: 15 },
    status: {
      conditions: [
        {
          type: 'Available',
          status: 'True',
          reason: 'Local',
          message: 'Local APIServices are always available',
          lastTransitionTime: itself.creationTimestamp,
        },
      ],
    },
  };
}

/** EKS answers this one from its own side; no pod of the cluster does. */
export function eksMetricsApiService(metadata: MetadataOf): KubernetesObject {
  return delegated(
    {
      name: 'v1.metrics.eks.amazonaws.com',
      service: { namespace: 'kube-system', name: 'eks-extension-metrics-api' },
    },
    { status: 'True', reason: 'Passed', message: 'all checks passed' },
    metadata,
  );
}

export function apiServiceObject(
  spec: ApiServiceSpec,
  services: PlacedService[],
  metadata: MetadataOf,
): KubernetesObject {
  return delegated(spec, availabilityOf(spec, services), metadata);
}

export function aggregatedApi(
  spec: ApiServiceSpec,
  services: PlacedService[],
): AggregatedApi {
  const [version, ...group] = spec.name.split('.');
  return {
    group: group.join('.'),
    version,
    available: availabilityOf(spec, services).status === 'True',
  };
}

function delegated(
  { name, service }: ApiServiceSpec,
  available: { status: string; reason: string; message: string },
  metadata: MetadataOf,
): KubernetesObject {
  const [version, ...group] = name.split('.');
  const itself = metadata('APIService', name);
  return {
    metadata: itself,
    spec: {
      group: group.join('.'),
      version,
      service: { ...service, port: 443 },
      insecureSkipTLSVerify: true,
      groupPriorityMinimum: 100,
      versionPriority: 100,
    },
    status: {
      conditions: [
        {
          type: 'Available',
          ...available,
          lastTransitionTime: itself.creationTimestamp,
        },
      ],
    },
  };
}

/** As the aggregator words it. */
function availabilityOf(
  { service: { namespace, name } }: ApiServiceSpec,
  services: PlacedService[],
): { status: string; reason: string; message: string } {
  const service = services.find(
    ({ service: { metadata } }) =>
      metadata.namespace === namespace && metadata.name === name,
  );
  if (!service) {
    return {
      status: 'False',
      reason: 'ServiceNotFound',
      message: `service/${name} in "${namespace}" is not present`,
    };
  }
  return service.pods.some(({ ready }) => ready)
    ? { status: 'True', reason: 'Passed', message: 'all checks passed' }
    : {
        status: 'False',
        reason: 'MissingEndpoints',
        message: `endpoints for service/${name} in "${namespace}" have no addresses with port name "https"`,
      };
}
