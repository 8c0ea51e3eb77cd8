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

import {
  reportColumns,
  type TestKind,
  type TestObject,
} from './startPolicyCluster';

export const NOW = new Date('2026-11-29T12:00:00Z');
const NOW_SECONDS = NOW.getTime() / 1000;

/** A result of Kyverno's; it passes. */
export const result = (more: Record<string, unknown> = {}) => ({
  source: 'kyverno',
  policy: 'require-labels',
  rule: 'check-team',
  category: 'Best Practices',
  severity: 'medium',
  result: 'pass',
  scored: true,
  message: 'validation rule passed',
  timestamp: { seconds: NOW_SECONDS - 600, nanos: 0 },
  ...more,
});

type Result = ReturnType<typeof result>;

/** A report on a Deployment of the namespace `shop`. */
export function report(
  name: string,
  results: Result[],
  more: Record<string, unknown> = {},
): TestObject {
  const summary: Record<string, number> = {
    pass: 0,
    fail: 0,
    warn: 0,
    error: 0,
    skip: 0,
  };
  for (const each of results) {
    if (Object.hasOwn(summary, each.result)) {
      summary[each.result] += 1;
    }
  }
  return {
    metadata: {
      name: `uid-${name}`,
      namespace: 'shop',
      uid: `report-${name}`,
      resourceVersion: '1',
    },
    scope: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      namespace: 'shop',
      name,
    },
    summary,
    results,
    ...more,
  };
}

/** A kind of reports, as the API has it. */
export const reportsOf = (
  objects: TestObject[],
  api = 'wgpolicyk8s.io/v1alpha2',
): TestKind => ({
  api,
  kind: api.startsWith('openreports.io') ? 'Report' : 'PolicyReport',
  plural: api.startsWith('openreports.io') ? 'reports' : 'policyreports',
  namespaced: true,
  objects,
  columns: reportColumns,
});

/** A kind without tables, as the API has it. */
export const kindOf = (
  api: string,
  kind: string,
  objects: TestObject[] = [],
  more: Partial<TestKind> = {},
): TestKind => ({
  api,
  kind,
  plural: `${kind.toLowerCase()}s`.replace(/ys$/, 'ies'),
  namespaced: true,
  objects,
  ...more,
});

/** What every cluster has. */
export const namespaces = (
  labels: Record<string, Record<string, string>> = {},
): TestKind => ({
  api: 'v1',
  kind: 'Namespace',
  plural: 'namespaces',
  objects: Object.entries({ shop: {}, ...labels }).map(([name, each]) => ({
    metadata: { name, labels: each },
  })),
});

/** Workloads of the namespace `shop`, one page of each. */
export const workloads = (
  objects: Partial<Record<string, TestObject[]>> = {},
): TestKind[] => [
  kindOf('v1', 'Pod', objects.pods),
  kindOf('apps/v1', 'ReplicaSet', objects.replicasets, {
    columns: ({ metadata, desired = 1 }) => ({
      Name: metadata.name,
      Desired: desired,
    }),
  }),
  kindOf('batch/v1', 'Job', objects.jobs, {
    columns: ({ metadata, status = 'Running', completions = '0/1' }) => ({
      Name: metadata.name,
      Status: status,
      Completions: completions,
    }),
  }),
  kindOf('batch/v1', 'CronJob', objects.cronjobs),
  kindOf('apps/v1', 'Deployment', objects.deployments),
  kindOf('apps/v1', 'StatefulSet', objects.statefulsets),
  kindOf('apps/v1', 'DaemonSet', objects.daemonsets),
];

/** An object of `shop` that something else has made. */
export const madeBy = (
  name: string,
  controller?: { kind: string; name: string; apiVersion?: string },
  more: Record<string, unknown> = {},
): TestObject => ({
  metadata: {
    name,
    namespace: 'shop',
    ...(controller && {
      ownerReferences: [{ ...controller, controller: true }],
    }),
    ...(more.labels ? { labels: more.labels } : {}),
  },
  ...more,
});
