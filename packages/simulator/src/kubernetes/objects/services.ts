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

import type {
  KubernetesObject,
  MetadataOf,
  ObjectMetadata,
} from './KubernetesObject';
import type { Pod } from './pods';
import { labelsOf, selectorOf, suffix } from './podTemplate';
import type { PlacedWorkload } from './workloads';

/** As many endpoints as the controller puts into one slice. */
const ENDPOINTS_IN_SLICE = 100;

/** A Service in front of a workload, with its EndpointSlices. */
export interface PlacedService {
  service: KubernetesObject;
  endpointSlices: KubernetesObject[];
  pods: Pod[];
}

export function serviceOf(
  workload: PlacedWorkload,
  metadata: MetadataOf,
): PlacedService | undefined {
  const { spec, pods } = workload;
  if (!spec.service) {
    return undefined;
  }
  const { namespace } = spec;
  const { name = spec.name, port = 80, targetPort = 8080 } = spec.service;
  const service = metadata('Service', name, {
    namespace,
    labels: labelsOf(spec),
  });
  const [third, fourth] = [service.uid.slice(0, 2), service.uid.slice(2, 4)];
  const placed = pods.filter(({ address }) => address !== undefined);
  const slices = Math.max(1, Math.ceil(placed.length / ENDPOINTS_IN_SLICE));
  return {
    pods,
    service: {
      metadata: service,
      spec: {
        type: 'ClusterIP',
        clusterIP: `172.20.${parseInt(third, 16)}.${
          (parseInt(fourth, 16) % 250) + 4
        }`,
        selector: selectorOf(spec),
        ports: [{ name: portName(port), port, targetPort, protocol: 'TCP' }],
      },
      status: { loadBalancer: {} },
    },
    endpointSlices: Array.from({ length: slices }, (_, index) =>
      endpointSlice({
        metadata: metadata(
          'EndpointSlice',
          `${name}-${suffix(`${namespace}/${name}/slice/${index}`, 5)}`,
          {
            namespace,
            generation: 1,
            labels: {
              'endpointslice.kubernetes.io/managed-by':
                'endpointslice-controller.k8s.io',
              'kubernetes.io/service-name': name,
            },
          },
        ),
        port: { name: portName(port), port: targetPort, protocol: 'TCP' },
        pods: placed.slice(
          index * ENDPOINTS_IN_SLICE,
          (index + 1) * ENDPOINTS_IN_SLICE,
        ),
      }),
    ),
  };
}

/** Without any endpoint Kubernetes writes null where lists would be. */
function endpointSlice(options: {
  metadata: ObjectMetadata;
  port: unknown;
  pods: Pod[];
}) {
  const { metadata, port, pods } = options;
  return {
    metadata,
    addressType: 'IPv4',
    endpoints: pods.length === 0 ? null : pods.map(endpoint),
    ports: pods.length === 0 ? null : [port],
  };
}

function endpoint({ metadata, node, ready, address }: Pod) {
  const { namespace, name, uid } = metadata;
  return {
    addresses: [address],
    conditions: { ready, serving: ready, terminating: false },
    nodeName: node?.name,
    zone: node?.zone,
    targetRef: { kind: 'Pod', namespace, name, uid },
  };
}

function portName(port: number): string {
  return port === 443 ? 'https' : 'http';
}
