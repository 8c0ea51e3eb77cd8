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

import type { BudgetSpec, WorkloadSpec } from '../../model/kubernetesStory';
import { seededRandom } from '../../model/random';
import type { Cluster } from '../../model/types';
import { sizeOf } from './instanceTypes';
import { nodeSetsOf } from './nodeSets';

const APPS = ['api', 'web', 'worker', 'cache', 'gateway'];
const WITH_SERVICE = ['api', 'web', 'cache', 'gateway'];

const REQUESTS = [
  { millis: 50, cpu: '50m', memory: '128Mi' },
  { millis: 100, cpu: '100m', memory: '256Mi' },
  { millis: 250, cpu: '250m', memory: '512Mi' },
  { millis: 500, cpu: '500m', memory: '1Gi' },
  { millis: 1000, cpu: '1', memory: '2Gi' },
];

/** As much of the nodes' CPU as usual workloads ask for at most. */
const MOST_OF_NODES = 0.6;

/** What the team of a cluster runs where the story says nothing else. */
export function usualWorkloads(cluster: Cluster): {
  workloads: WorkloadSpec[];
  budgets: BudgetSpec[];
} {
  if (cluster.kubernetes.usualWorkloads === false) {
    return { workloads: [], budgets: [] };
  }
  const random = seededRandom(parseInt(cluster.id.slice(0, 7), 16));
  const namespace = teamNamespace(cluster);
  const names = APPS.slice(0, 2 + Math.floor(random() * 4));
  const millisForEach = (MOST_OF_NODES * cpuMillis(cluster)) / names.length;
  const workloads = names.map((name): WorkloadSpec => {
    const release = `${1 + Math.floor(random() * 4)}.${Math.floor(
      random() * 20,
    )}.0`;
    const replicas = 2 + Math.floor(random() * 5);
    return {
      namespace,
      name,
      kind: name === 'cache' ? 'StatefulSet' : 'Deployment',
      replicas,
      labels: {
        app: name,
        'app.kubernetes.io/name': name,
        'app.kubernetes.io/version': release,
      },
      images: {
        [name]: `registry.acme.example/${namespace}/${name}:${release}`,
      },
      requests: requestsOf(millisForEach / replicas, random),
      service: WITH_SERVICE.includes(name) ? {} : undefined,
    };
  });
  return {
    workloads,
    budgets: names
      .filter(() => random() < 0.6)
      .map(name => ({ namespace, name, workload: name, maxUnavailable: 1 })),
  };
}

/** One of those that fit, or the smallest. */
function requestsOf(
  millis: number,
  random: () => number,
): { cpu: string; memory: string } {
  const fitting = REQUESTS.filter(request => request.millis <= millis);
  const { cpu, memory } =
    fitting[Math.floor(random() * fitting.length)] ?? REQUESTS[0];
  return { cpu, memory };
}

/** Of the nodes that take anything; where there are none, Fargate has enough. */
function cpuMillis(cluster: Cluster): number {
  const open = nodeSetsOf(cluster).filter(({ taints }) => taints.length === 0);
  return open.length === 0
    ? Infinity
    : open.reduce(
        (sum, { instanceType, count }) =>
          sum + 1000 * sizeOf(instanceType).cpus * count,
        0,
      );
}

/** The namespace of the team whose cluster it is. */
export function teamNamespace({ tags }: Cluster): string {
  return /^[a-z][a-z0-9-]{0,29}$/.test(tags.team ?? '') ? tags.team : 'apps';
}
