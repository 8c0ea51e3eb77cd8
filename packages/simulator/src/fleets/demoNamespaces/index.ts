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
import { stringify } from 'yaml';
import { tracked } from '../../argocd/manifests/applyManifests';
import type { WorkloadSpec } from '../../model/kubernetesStory';
import { DEV, PROD, STAGING } from '../demoAccounts';
import type { KubernetesThread } from '../demoKubernetes/types';
import {
  applicationOf,
  bundleOf,
  folderOf,
  projectOf,
  type DemoNamespace,
} from './bundle';

/** On clusters without a policy engine, so that findings stay as they are. */
const NAMESPACES: DemoNamespace[] = [
  {
    team: 'payments',
    environment: 'dev',
    accountId: DEV,
    region: 'eu-west-1',
    cluster: 'payments-dev',
    name: 'payments-load-test',
    costCenter: 'cc-1120',
    expiresInDays: 3,
    quota: { cpu: '8', memory: '16Gi', pods: 40 },
  },
  {
    team: 'checkout',
    environment: 'dev',
    accountId: DEV,
    region: 'eu-west-1',
    cluster: 'checkout-dev',
    name: 'checkout-previews',
    costCenter: 'cc-1040',
    quota: { cpu: '1', memory: '2Gi', pods: 10 },
  },
  {
    team: 'search',
    environment: 'staging',
    accountId: STAGING,
    region: 'ap-southeast-2',
    cluster: 'search-apac-staging',
    name: 'search-relevance',
    costCenter: 'cc-1210',
    expiresInDays: 45,
    quota: { cpu: '4', memory: '8Gi', pods: 20 },
  },
];

/** What teams run in them: the second is close to what it may have. */
const WORKLOADS: Record<string, WorkloadSpec[]> = {
  'payments-load-test': [
    workload('payments-load-test', 'generator', 2, '500m', '512Mi'),
  ],
  'checkout-previews': [
    workload('checkout-previews', 'preview-2231', 2, '200m', '384Mi'),
    workload('checkout-previews', 'preview-2245', 2, '200m', '384Mi'),
    workload('checkout-previews', 'mocks', 2, '50m', '128Mi'),
  ],
};

/** Months before the simulator starts. */
const AGE_DAYS = 60;
const DAY_MS = 86_400_000;

/** What of teams' namespaces is in the fleet repository. */
export function namespaceFiles(now: Date): Record<string, string> {
  return Object.fromEntries(
    NAMESPACES.flatMap(namespace => {
      const folder = folderOf(namespace);
      return [
        [`${folder}/namespace.yaml`, textOf(bundleOf(namespace, now))],
        [`${folder}/project.yaml`, textOf(projectOf(namespace, now))],
      ];
    }),
  );
}

/** The same in the clusters, as Argo CD brought it long ago. */
export function namespaceThread(now: Date): KubernetesThread {
  const made = new Date(now.getTime() - AGE_DAYS * DAY_MS);
  const onClusters = NAMESPACES.map(namespace => {
    const { accountId, cluster, name } = namespace;
    const application = applicationOf(namespace);
    return [
      `${accountId}/${cluster}`,
      {
        manifests: bundleOf(namespace, now).map(manifest =>
          tracked(manifest, application, undefined, made),
        ),
        workloads: WORKLOADS[name] ?? [],
      },
    ] as const;
  });
  return {
    ...Object.fromEntries(onClusters),
    [`${PROD}/platform-tools`]: {
      manifests: NAMESPACES.flatMap(namespace =>
        projectOf(namespace, now).map(manifest =>
          tracked(
            manifest,
            `project-${applicationOf(namespace)}`,
            undefined,
            made,
          ),
        ),
      ),
    },
  };
}

function workload(
  namespace: string,
  name: string,
  replicas: number,
  cpu: string,
  memory: string,
): WorkloadSpec {
  return {
    namespace,
    name,
    replicas,
    images: { [name]: `registry.acme.example/${namespace}/${name}:1.4.0` },
    requests: { cpu, memory },
  };
}

function textOf(manifests: readonly unknown[]): string {
  return manifests.map(manifest => stringify(manifest)).join('---\n');
}
