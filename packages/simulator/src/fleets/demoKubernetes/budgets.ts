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

import type { KubernetesStory } from '../../model/kubernetesStory';
import { PAYMENTS_PROD, PROD, STAGING } from '../demoAccounts';
import type { KubernetesThread } from './types';

const WITH_TELEMETRY_GATEWAY = [
  `${PROD}/search-eu`,
  `${PROD}/search-us`,
  `${PROD}/identity-eu`,
  `${PROD}/checkout-us`,
  `${PROD}/data-lake-ingest`,
  `${PAYMENTS_PROD}/payments-eu`,
  `${PAYMENTS_PROD}/payments-de`,
  `${STAGING}/search-eu-staging`,
  `${STAGING}/checkout-eu-staging`,
  `${STAGING}/payments-us-staging`,
];

/** Budgets where a drain would hang. */
export function budgetThread(): KubernetesThread {
  return {
    // As many must stay as there are.
    [`${PROD}/checkout-eu`]: {
      workloads: [
        {
          namespace: 'checkout',
          name: 'api',
          replicas: 3,
          labels: { app: 'api', 'app.kubernetes.io/name': 'api' },
          images: { api: 'registry.acme.example/checkout/api:4.11.0' },
          requests: { cpu: '500m', memory: '1Gi' },
          nodes: 'general',
          service: {},
        },
      ],
      budgets: [
        {
          namespace: 'checkout',
          name: 'api',
          workload: 'api',
          minAvailable: 3,
        },
      ],
    },
    // One template of the platform team, and the same trouble everywhere.
    ...Object.fromEntries(
      WITH_TELEMETRY_GATEWAY.map(cluster => [cluster, telemetryGateway()]),
    ),
    // One replica that may never be away.
    [`${PROD}/search-de`]: singleReplica('search', 'indexer'),
    [`${STAGING}/data-staging`]: singleReplica('data', 'scheduler'),
    // Two of three are healthy, and two must stay.
    [`${PAYMENTS_PROD}/payments-us`]: {
      workloads: [
        {
          namespace: 'payments',
          name: 'settlement',
          replicas: 3,
          crashing: 1,
          requests: { cpu: '250m', memory: '512Mi' },
        },
      ],
      budgets: [
        {
          namespace: 'payments',
          name: 'settlement',
          workload: 'settlement',
          minAvailable: 2,
        },
      ],
    },
    // No pod that two budgets protect can be evicted.
    [`${PROD}/identity-us`]: {
      workloads: [
        {
          namespace: 'identity',
          name: 'sessions',
          kind: 'StatefulSet',
          replicas: 3,
          requests: { cpu: '500m', memory: '2Gi' },
        },
      ],
      budgets: [
        {
          namespace: 'identity',
          name: 'sessions',
          workload: 'sessions',
          maxUnavailable: 1,
        },
        {
          namespace: 'identity',
          name: 'sessions-2024',
          workload: 'sessions',
          minAvailable: 2,
        },
      ],
    },
    [`${PROD}/batch-legacy`]: {
      workloads: [
        {
          namespace: 'queues',
          name: 'queue',
          kind: 'StatefulSet',
          replicas: 3,
          requests: { cpu: '2', memory: '4Gi' },
        },
      ],
      budgets: [
        {
          namespace: 'queues',
          name: 'queue',
          workload: 'queue',
          maxUnavailable: 0,
        },
      ],
      namespaces: { queues: { team: 'platform' } },
    },
    // The pod that EKS did not name when the update of `general` failed.
    [`${STAGING}/mobile-staging`]: {
      workloads: [
        {
          namespace: 'mobile',
          name: 'push-gateway',
          replicas: 2,
          requests: { cpu: '250m', memory: '512Mi' },
          nodes: 'general',
        },
      ],
      budgets: [
        {
          namespace: 'mobile',
          name: 'push-gateway',
          workload: 'push-gateway',
          minAvailable: '100%',
        },
      ],
    },
  };
}

function telemetryGateway(): KubernetesStory {
  const labels = {
    'app.kubernetes.io/name': 'otel-gateway',
    'app.kubernetes.io/instance': 'otel-gateway',
    'app.kubernetes.io/managed-by': 'Helm',
    'helm.sh/chart': 'acme-otel-gateway-1.4.2',
  };
  return {
    namespaces: { observability: { team: 'platform' } },
    workloads: [
      {
        namespace: 'observability',
        name: 'otel-gateway',
        replicas: 2,
        labels,
        images: {
          gateway: 'otel/opentelemetry-collector-contrib:0.136.0',
        },
        requests: { cpu: '500m', memory: '1Gi' },
        service: { port: 4317, targetPort: 4317 },
      },
    ],
    budgets: [
      {
        namespace: 'observability',
        name: 'otel-gateway',
        workload: 'otel-gateway',
        minAvailable: 2,
        labels,
      },
    ],
  };
}

function singleReplica(namespace: string, name: string): KubernetesStory {
  return {
    workloads: [
      {
        namespace,
        name,
        replicas: 1,
        requests: { cpu: '1', memory: '2Gi' },
      },
    ],
    budgets: [{ namespace, name, workload: name, minAvailable: 1 }],
  };
}
