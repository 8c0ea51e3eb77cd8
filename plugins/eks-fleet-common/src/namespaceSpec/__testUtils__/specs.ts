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

import type { NamespaceSpec } from '../types';

/** The least that a namespace takes; everything else counts as something. */
export const LEAST = {
  name: 'checkout',
  cluster: {
    accountId: '111122223333',
    region: 'eu-west-1',
    name: 'orders-prod',
  },
  environment: 'prod',
  owner: 'group:default/payments',
  podSecurity: { level: 'restricted' },
  quota: {
    cpuRequests: '4',
    memoryRequests: '8Gi',
    memoryLimits: '16Gi',
    pods: 40,
  },
  project: { sourceRepos: ['https://github.com/acme/checkout'] },
};

/** {@link LEAST} with what counts as something written out. */
export const LEAST_CHECKED: NamespaceSpec = {
  ...LEAST,
  podSecurity: { level: 'restricted', version: 'latest' },
  quota: {
    ...LEAST.quota,
    gpus: 0,
    storage: '0',
    persistentVolumeClaims: 0,
    loadBalancers: 0,
    nodePorts: 0,
  },
  limits: {
    default: { memory: '512Mi' },
    defaultRequest: { cpu: '100m', memory: '128Mi' },
    min: {},
    max: {},
  },
  network: {
    allowFromNamespaces: [],
    allowFromIngress: false,
    allowToNamespaces: [],
    allowToInternet: false,
    allowToCidrs: [],
  },
  access: [],
  podIdentityAssociations: [],
  labels: {},
  lifecycle: 'active',
};
