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

import type { DeprecatedApiSpec } from '../model/kubernetesStory';
import type { Cluster } from '../model/types';
import { hexFrom } from '../model/ids';
import { findVersion } from '../model/versions';

const SERVERS = 2;

/**
 * The metrics of a cluster's API servers. Two of them stand behind one
 * endpoint and take turns, and each knows only what it was asked for itself.
 */
export class ApiServerMetrics {
  readonly #scrapes = new WeakMap<Cluster, number>();

  /** What the server whose turn it is has to say, in Prometheus' text format. */
  scrape(cluster: Cluster): string {
    const count = this.#scrapes.get(cluster) ?? 0;
    this.#scrapes.set(cluster, count + 1);
    const server = count % SERVERS;
    const requested = (cluster.kubernetes.deprecatedApis ?? []).filter(
      // The first one to be asked has not met what one of two knows.
      ({ seenBy }) => seenBy === 'both' || server === SERVERS - 1,
    );
    return [
      ...buildInfo(cluster),
      ...admissionWebhooks(cluster),
      ...deprecatedApis(requested),
      ...requestTotals(cluster, server),
      ...latencies(),
      ...processFacts(cluster, server),
      '',
    ].join('\n');
  }
}

function buildInfo(cluster: Cluster): string[] {
  const [major, minor] = cluster.version.split('.');
  const patch = findVersion(cluster.version)?.patchVersion ?? cluster.version;
  return [
    ...head(
      'kubernetes_build_info',
      'gauge',
      "[ALPHA] A metric with a constant '1' value labeled by major, minor, git version, git commit, git tree state, build date, Go version, and compiler from which Kubernetes was built, and platform on which it is running.",
    ),
    `kubernetes_build_info{${labels({
      build_date: '2026-10-14T02:11:43Z',
      compiler: 'gc',
      git_commit: cluster.id.toLowerCase(),
      git_tree_state: 'clean',
      git_version: `v${patch}-eks-${cluster.id.toLowerCase().slice(0, 7)}`,
      go_version: 'go1.25.3',
      major,
      minor,
      platform: 'linux/amd64',
    })}} 1`,
  ];
}

function admissionWebhooks(cluster: Cluster): string[] {
  return [
    ...head(
      'apiserver_admission_webhook_request_total',
      'counter',
      '[ALPHA] Admission webhook request total, identified by name and broken out for each admission type and whether the request was rejected or not.',
    ),
    ...(cluster.kubernetes.webhooks ?? []).map(
      ({ name }) =>
        `apiserver_admission_webhook_request_total{${labels({
          code: '200',
          name,
          operation: 'CREATE',
          rejected: 'false',
          type: 'admit',
        })}} 42`,
    ),
  ];
}

/** A series is there once a request came; without any there is no help text either. */
function deprecatedApis(requested: DeprecatedApiSpec[]): string[] {
  if (requested.length === 0) {
    return [];
  }
  return [
    ...head(
      'apiserver_requested_deprecated_apis',
      'gauge',
      '[STABLE] Gauge of deprecated APIs that have been requested, broken out by API group, version, resource, subresource, and removed_release.',
    ),
    ...requested.map(
      ({ group, version, resource, subresource = '', removedRelease = '' }) =>
        `apiserver_requested_deprecated_apis{${labels({
          group,
          removed_release: removedRelease,
          resource,
          subresource,
          version,
        })}} 1`,
    ),
  ];
}

const RESOURCES = [
  'configmaps',
  'deployments',
  'endpoints',
  'leases',
  'nodes',
  'pods',
  'secrets',
  'services',
];
const VERBS = ['GET', 'LIST', 'WATCH', 'PATCH', 'PUT'];

function requestTotals(cluster: Cluster, server: number): string[] {
  return [
    ...head(
      'apiserver_request_total',
      'counter',
      '[STABLE] Counter of apiserver requests broken out for each verb, dry run value, group, version, resource, scope, component, and HTTP response code.',
    ),
    ...RESOURCES.flatMap(resource =>
      VERBS.map(
        verb =>
          `apiserver_request_total{${labels({
            code: '200',
            component: 'apiserver',
            dry_run: '',
            group: '',
            resource,
            scope: 'cluster',
            subresource: '',
            verb,
            version: 'v1',
          })}} ${parseInt(
            hexFrom(`${cluster.id}/${server}/${resource}/${verb}`, 6),
            16,
          )}`,
      ),
    ),
  ];
}

const BUCKETS = ['0.005', '0.025', '0.1', '0.5', '1', '5', '30', '+Inf'];

function latencies(): string[] {
  const name = 'apiserver_request_duration_seconds';
  const of = (resource: string) =>
    labels({ resource, scope: 'cluster', verb: 'LIST' });
  return [
    ...head(
      name,
      'histogram',
      '[STABLE] Response latency distribution in seconds for each verb, dry run value, group, version, resource, subresource, scope and component.',
    ),
    ...RESOURCES.flatMap(resource => [
      ...BUCKETS.map(
        (le, index) =>
          `${name}_bucket{${of(resource)},le="${le}"} ${100 + index}`,
      ),
      `${name}_sum{${of(resource)}} 1.8446744073709552e+02`,
      `${name}_count{${of(resource)}} ${100 + BUCKETS.length - 1}`,
    ]),
  ];
}

/** The two servers started at different times: that is how they can be told apart. */
function processFacts(cluster: Cluster, server: number): string[] {
  const start = cluster.createdAt.getTime() / 1000 + 3600 * (server + 1);
  return [
    ...head(
      'process_start_time_seconds',
      'gauge',
      'Start time of the process since unix epoch in seconds.',
    ),
    `process_start_time_seconds ${start.toExponential()}`,
    ...head('go_goroutines', 'gauge', 'Number of goroutines that exist.'),
    `go_goroutines ${2500 + server}`,
  ];
}

function head(name: string, type: string, help: string): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
}

function labels(values: Record<string, string>): string {
  return Object.entries(values)
    .map(
      ([name, value]) =>
        `${name}="${value
          .replaceAll('\\', '\\\\')
          .replaceAll('"', '\\"')
          .replaceAll('\n', '\\n')}"`,
    )
    .join(',');
}
