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

import type { FleetPoliciesValues } from '../../model/policyStory';

/** Values of the chart for all clusters. */
export const DEFAULT_LAYER: FleetPoliciesValues = {
  policies: {
    'removed-apis': { parameters: { targetVersion: '1.36' } },
    'allowed-registries': {
      enabled: true,
      parameters: {
        registries: [
          'registry.acme.example',
          '602401143452.dkr.ecr.*.amazonaws.com',
          'public.ecr.aws',
          'quay.io/argoproj',
          'quay.io/jetstack',
          'reg.kyverno.io',
          'registry.k8s.io',
        ],
      },
    },
  },
};

/** Those of an environment. */
export const ENVIRONMENT_LAYERS: Record<string, FleetPoliciesValues> = {
  dev: {
    policies: {
      // People try things out.
      'no-latest-tag': { enabled: false },
    },
  },
  staging: {
    policies: {
      'no-latest-tag': { mode: 'enforce' },
      'require-requests': { mode: 'warn' },
    },
  },
  prod: {
    policies: {
      'no-blocking-budget': { mode: 'warn' },
      'no-single-replica': { enabled: true },
      'pod-security-baseline': { mode: 'enforce' },
      'require-requests': { mode: 'enforce' },
      'allowed-registries': { mode: 'enforce' },
      'no-latest-tag': { mode: 'enforce' },
    },
  },
};

/** Those of a tenant, by the tag of its clusters. */
export const TENANT_LAYERS: Record<string, FleetPoliciesValues> = {
  payments: {
    policies: {
      // Auditors ask whose each workload is.
      'require-owner': { mode: 'warn' },
    },
  },
};

/** Those of clusters, by `<account>/<name>`. */
export const CLUSTER_LAYERS: Record<string, FleetPoliciesValues> = {
  '222233334444/identity-dev': { engine: 'gatekeeper' },
  '333344445555/identity-us-staging': { engine: 'gatekeeper' },
  '444455556666/identity-eu': { engine: 'gatekeeper' },
  '444455556666/data-lake-ingest': { engine: 'gatekeeper' },
  '666677778888/payments-fraud': { engine: 'gatekeeper' },
  // Its node agents need what the baseline forbids.
  '666677778888/ledger': {
    policies: {
      'pod-security-baseline': {
        exclude: { namespaces: ['kube-system', 'observability'] },
      },
    },
  },
  '444455556666/checkout-us': {
    policies: { 'require-disruption-budget': { mode: 'enforce' } },
  },
};
