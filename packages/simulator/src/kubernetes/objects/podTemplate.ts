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

import type { WorkloadSpec } from '../../model/kubernetesStory';
import { hexFrom } from '../../model/ids';

/** Labels that tell one workload's pods from another's. */
const SELECTING = [
  'app',
  'k8s-app',
  'control-plane',
  'app.kubernetes.io/name',
  'app.kubernetes.io/instance',
  'app.kubernetes.io/component',
];

export function labelsOf({
  name,
  labels,
}: WorkloadSpec): Record<string, string> {
  return labels ?? { app: name };
}

/** What a workload's selector asks of its pods. */
export function selectorOf(spec: WorkloadSpec): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labelsOf(spec)).filter(([key]) => SELECTING.includes(key)),
  );
}

export function podSpecOf(spec: WorkloadSpec) {
  const {
    name,
    images = { [name]: `registry.acme.example/${name}:1.0.0` },
    initImages = {},
    requests = { cpu: '100m', memory: '128Mi' },
    privileges = [],
  } = spec;
  const [first] = Object.keys(images);
  const init = Object.entries(initImages);
  return {
    ...(init.length > 0 && {
      initContainers: init.map(([container, image]) => ({
        name: container,
        image,
        resources: { requests: { cpu: '25m' } },
      })),
    }),
    containers: Object.entries(images).map(([container, image]) => ({
      name: container,
      image,
      imagePullPolicy: 'IfNotPresent',
      resources:
        container === first
          ? resourcesOf(requests)
          : { requests: { cpu: '25m', memory: '32Mi' } },
      ...(privileges.includes('privileged') && {
        securityContext: { privileged: true },
      }),
    })),
    ...(privileges.includes('hostNetwork') && { hostNetwork: true }),
    ...(privileges.includes('hostPath') && {
      volumes: [{ name: 'host', hostPath: { path: '/', type: '' } }],
    }),
    restartPolicy: 'Always',
    terminationGracePeriodSeconds: 30,
    dnsPolicy: 'ClusterFirst',
    serviceAccountName: name,
    schedulerName: 'default-scheduler',
    ...(spec.toleratesTaints && { tolerations: [{ operator: 'Exists' }] }),
  };
}

function resourcesOf(requests: Required<WorkloadSpec>['requests']) {
  return requests === 'none'
    ? {}
    : { requests, limits: { memory: requests.memory } };
}

const LETTERS = 'bcdfghjklmnpqrstvwxz2456789';

/** Letters as in the names of ReplicaSets and pods. */
export function suffix(text: string, length: number): string {
  const hex = hexFrom(text, 2 * length);
  return Array.from(
    { length },
    (_, index) =>
      LETTERS[
        parseInt(hex.slice(2 * index, 2 * index + 2), 16) % LETTERS.length
      ],
  ).join('');
}
