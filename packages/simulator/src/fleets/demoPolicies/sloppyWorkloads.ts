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
  KubernetesStory,
  WorkloadSpec,
} from '../../model/kubernetesStory';
import { hexFrom } from '../../model/ids';

/** What somebody has put into clusters in a hurry. */
const WORKLOADS: ((team: string) => WorkloadSpec)[] = [
  team => ({
    namespace: team,
    name: 'debug-shell',
    replicas: 1,
    labels: { app: 'debug-shell' },
    images: { shell: 'busybox:latest' },
    requests: 'none',
  }),
  team => ({
    namespace: team,
    name: 'redis',
    kind: 'StatefulSet',
    replicas: 1,
    labels: { app: 'redis' },
    images: { redis: 'redis' },
  }),
  () => ({
    // Nobody says whose it is.
    namespace: 'tools',
    name: 'grafana',
    replicas: 2,
    labels: { app: 'grafana' },
    images: { grafana: 'grafana/grafana:11.2.0' },
    requests: 'none',
  }),
  () => ({
    namespace: 'observability',
    name: 'node-exporter',
    kind: 'DaemonSet',
    labels: { app: 'node-exporter' },
    images: { exporter: 'quay.io/prometheus/node-exporter:v1.8.2' },
    requests: { cpu: '10m', memory: '32Mi' },
    privileges: ['hostNetwork', 'hostPath'],
    toleratesTaints: true,
  }),
  team => ({
    namespace: team,
    name: 'image-builder',
    replicas: 1,
    labels: { app: 'image-builder' },
    images: { buildkit: 'registry.acme.example/platform/buildkit:0.16.0' },
    requests: { cpu: '100m', memory: '256Mi' },
    privileges: ['privileged'],
  }),
  team => ({
    namespace: team,
    name: 'report-mailer',
    replicas: 2,
    labels: { app: 'report-mailer' },
    images: { mailer: `registry.acme.example/${team}/report-mailer:latest` },
    requests: { cpu: '50m', memory: '64Mi' },
  }),
];

/**
 * Those that a cluster has: the named ones, else two to four that follow from
 * its name.
 */
export function sloppyWorkloads(
  cluster: string,
  team: string,
  names?: readonly string[],
): Pick<KubernetesStory, 'namespaces' | 'workloads'> {
  const all = WORKLOADS.map(workload => workload(team));
  const workloads = names
    ? all.filter(({ name }) => names.includes(name))
    : someOf(all, cluster);
  return {
    workloads,
    ...(workloads.some(({ namespace }) => namespace === 'observability') && {
      namespaces: { observability: { team: 'platform' } },
    }),
  };
}

function someOf(all: WorkloadSpec[], cluster: string): WorkloadSpec[] {
  const hex = hexFrom(`sloppy/${cluster}`, all.length + 1);
  const count = 2 + (parseInt(hex[0], 16) % 3);
  return all
    .map((workload, index) => ({ workload, rank: hex[index + 1] }))
    .sort((one, other) => (one.rank < other.rank ? -1 : 1))
    .slice(0, count)
    .map(({ workload }) => workload);
}
