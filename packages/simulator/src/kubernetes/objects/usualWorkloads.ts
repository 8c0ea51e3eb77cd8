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

import { seededRandom } from '../../model/random';
import type { BudgetSpec, WorkloadSpec } from '../../model/kubernetesStory';
import type { Cluster } from '../../model/types';

const APPS = ['api', 'web', 'worker', 'cache', 'gateway'];
const WITH_SERVICE = ['api', 'web', 'cache', 'gateway'];

const REQUESTS = [
  { cpu: '100m', memory: '256Mi' },
  { cpu: '250m', memory: '512Mi' },
  { cpu: '500m', memory: '1Gi' },
  { cpu: '1', memory: '2Gi' },
];

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
  const workloads = names.map((name): WorkloadSpec => {
    const release = `${1 + Math.floor(random() * 4)}.${Math.floor(
      random() * 20,
    )}.0`;
    return {
      namespace,
      name,
      kind: name === 'cache' ? 'StatefulSet' : 'Deployment',
      replicas: 2 + Math.floor(random() * 5),
      labels: {
        app: name,
        'app.kubernetes.io/name': name,
        'app.kubernetes.io/version': release,
      },
      images: {
        [name]: `registry.acme.example/${namespace}/${name}:${release}`,
      },
      requests: REQUESTS[Math.floor(random() * REQUESTS.length)],
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

/** The namespace of the team whose cluster it is. */
export function teamNamespace({ tags }: Cluster): string {
  return /^[a-z][a-z0-9-]{0,29}$/.test(tags.team ?? '') ? tags.team : 'apps';
}
