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
import { DEV, PROD, SANDBOX, STAGING } from '../demoAccounts';
import type { KubernetesThread } from './types';

/** Webhooks and APIs that stop pods from coming up, or answer nobody. */
export function admissionThread(): KubernetesThread {
  return {
    // The platform team's check of images: one pod says whether any pod starts.
    [`${PROD}/search-us`]: imagePolicy(),
    [`${PROD}/data-lake-ingest`]: imagePolicy(),
    [`${STAGING}/mobile-staging`]: imagePolicy(),
    [`${STAGING}/search-us-staging`]: {
      components: [{ name: 'kyverno', version: '1.13.4', replicas: 1 }],
    },
    // It has none at all: nothing new starts in this cluster.
    [`${STAGING}/legacy-reports`]: vaultInjector(),
    // What it asks was removed, and nobody removed the webhook.
    [`${DEV}/ci-runners`]: {
      webhooks: [
        {
          kind: 'Mutating',
          configuration: 'runner-admission',
          name: 'pods.runner-admission.acme.example',
          service: { namespace: 'runners', name: 'runner-admission' },
        },
      ],
    },
    [`${SANDBOX}/sandbox-platform`]: {
      webhooks: [
        {
          configuration: 'central-policy',
          name: 'central-policy.acme.example',
          resources: ['pods', 'deployments.apps'],
          url: 'https://policy.acme.example/validate',
          timeoutSeconds: 5,
        },
      ],
    },
    [`${DEV}/data-dev`]: {
      components: [{ name: 'metrics-server', replicas: 1, crashing: 1 }],
    },
    // KEDA is gone; the API that it answered is not.
    [`${DEV}/checkout-us-dev`]: {
      apiServices: [
        {
          name: 'v1beta1.external.metrics.k8s.io',
          service: {
            namespace: 'keda',
            name: 'keda-operator-metrics-apiserver',
          },
        },
      ],
    },
  };
}

function imagePolicy(): KubernetesStory {
  const service = { namespace: 'image-policy', name: 'image-policy-webhook' };
  return {
    namespaces: { 'image-policy': { team: 'platform' } },
    workloads: [
      webhookServer({
        ...service,
        replicas: 1,
        images: {
          webhook: 'registry.acme.example/platform/image-policy:0.7.3',
        },
      }),
    ],
    webhooks: [
      {
        configuration: 'image-policy',
        name: 'pods.image-policy.acme.example',
        resources: ['pods'],
        operations: ['CREATE'],
        service: { ...service, path: '/validate' },
        labels: { 'app.kubernetes.io/name': 'image-policy' },
      },
    ],
  };
}

function vaultInjector(): KubernetesStory {
  const service = { namespace: 'vault', name: 'vault-agent-injector' };
  return {
    namespaces: { vault: { team: 'identity' } },
    workloads: [
      webhookServer({
        ...service,
        replicas: 1,
        crashing: 1,
        images: { 'sidecar-injector': 'hashicorp/vault-k8s:1.4.2' },
      }),
    ],
    webhooks: [
      {
        kind: 'Mutating',
        configuration: 'vault-agent-injector-cfg',
        name: 'vault.hashicorp.com',
        resources: ['pods'],
        operations: ['CREATE'],
        service: { ...service, path: '/mutate' },
        timeoutSeconds: 30,
      },
    ],
  };
}

function webhookServer(spec: WorkloadSpec): WorkloadSpec {
  return {
    labels: { 'app.kubernetes.io/name': spec.name },
    requests: { cpu: '50m', memory: '64Mi' },
    service: { port: 443, targetPort: 8443 },
    ...spec,
  };
}
