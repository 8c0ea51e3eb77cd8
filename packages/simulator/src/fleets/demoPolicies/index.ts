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

import { READER_CLUSTER_ROLE } from '../../kubernetes/clusterRoles';
import { mergeLayers } from '../../kubernetes/policies/mergeLayers';
import type { ComponentSpec, PolicyRule } from '../../model/kubernetesStory';
import type {
  FleetPoliciesValues,
  KyvernoStory,
  PolicyReporterStory,
  PolicyStory,
} from '../../model/policyStory';
import {
  DEV,
  PAYMENTS_PROD,
  PROD,
  SANDBOX,
  STAGING,
  TENANTS,
} from '../demoAccounts';
import type { KubernetesThread } from '../demoKubernetes/types';
import { demoExceptions } from './exceptions';
import {
  CLUSTER_LAYERS,
  DEFAULT_LAYER,
  ENVIRONMENT_LAYERS,
  TENANT_LAYERS,
} from './layers';
import { sloppyWorkloads } from './sloppyWorkloads';

type Row = [
  account: string,
  name: string,
  team: string,
  /** What is installed here; elsewhere another thread has done so. */
  engines: ('gatekeeper' | 'kyverno')[],
  story?: Partial<PolicyStory>,
  /** What breaks policies, where that matters. */
  workloads?: string[],
];

const ENVIRONMENTS: Record<string, string> = {
  [SANDBOX]: 'sandbox',
  [DEV]: 'dev',
  [STAGING]: 'staging',
  [PROD]: 'prod',
  [PAYMENTS_PROD]: 'prod',
};

const OPEN_REPORTS: KyvernoStory = { reportApis: ['openreports.io/v1alpha1'] };
const BOTH_REPORTS: KyvernoStory = {
  reportApis: ['wgpolicyk8s.io/v1alpha2', 'openreports.io/v1alpha1'],
};
const ONLY_FAILURES: KyvernoStory = { allowedResults: ['fail', 'error'] };
/** From before the chart had policies in CEL. */
const OLD_CHART = { chart: 'fleet-policies-0.0.9' };
const THREE_DAYS = 3 * 24 * 60 * 60;

// One line for each cluster reads as the table that it is.
// prettier-ignore
const ROWS: Row[] = [
  [SANDBOX, 'playground', 'mobile', ['kyverno']],
  [SANDBOX, 'sandbox-data', 'data', ['kyverno']],

  [DEV, 'search-dev', 'search', ['kyverno']],
  [DEV, 'identity-dev', 'identity', ['gatekeeper']],
  [DEV, 'data-ml-dev', 'data', ['kyverno']],
  [DEV, 'payments-us-dev', 'payments', ['kyverno']],
  [DEV, 'checkout-us-dev', 'checkout', ['kyverno']],
  [DEV, 'search-us-dev', 'search', ['kyverno']],
  [DEV, 'checkout-apac-dev', 'checkout', ['kyverno']],
  [DEV, 'payments-apac-dev', 'payments', ['kyverno']],

  [STAGING, 'platform-tools-staging', 'platform', [], OLD_CHART],
  [STAGING, 'payments-eu', 'payments', ['kyverno']],
  [STAGING, 'checkout-eu-staging', 'checkout', ['kyverno'], { policyReporter: { basicAuth: { username: 'portal', password: 'demo-policy-reporter' } } }],
  [STAGING, 'search-eu-staging', 'search', ['kyverno'], { kyverno: OPEN_REPORTS }],
  [STAGING, 'identity-us-staging', 'identity', ['gatekeeper']],
  [STAGING, 'data-staging', 'data', ['kyverno'], { kyverno: ONLY_FAILURES }],
  [STAGING, 'mobile-staging', 'mobile', ['kyverno'], { kyverno: BOTH_REPORTS }],
  [STAGING, 'checkout-de-staging', 'checkout', ['kyverno']],
  [STAGING, 'payments-us-staging', 'payments', ['kyverno']],
  [STAGING, 'search-us-staging', 'search', [], OLD_CHART],

  [PROD, 'platform-tools', 'platform', [], OLD_CHART],
  [PROD, 'checkout-eu', 'checkout', [], { ...OLD_CHART, kubeBench: { failing: ['3.1.3', '3.2.4'] } }],
  [PROD, 'search-eu', 'search', ['kyverno'], { policyReporter: {} }],
  [PROD, 'identity-eu', 'identity', []],
  [PROD, 'checkout-de', 'checkout', ['kyverno'], {}, ['debug-shell', 'grafana']],
  // Whoever runs kube-bench here has named the profile, long ago.
  [PROD, 'checkout-us', 'checkout', ['kyverno', 'gatekeeper'], { gatekeeper: { policies: ['require-owner', 'no-latest-tag'] }, kubeBench: { profile: 'eks-1.5.0', failing: ['3.2.9'] } }, ['node-exporter', 'redis', 'report-mailer']],
  // Git says enforce; somebody has set it back by hand.
  [PROD, 'search-us', 'search', ['kyverno'], { values: inAudit() }],
  [PROD, 'storefront-edge', 'mobile', ['kyverno'], { admissionPolicies: ['no-latest-tag'] }],
  [PROD, 'data-lake-ingest', 'data', ['gatekeeper'], { gatekeeper: { violationsLimit: 5 } }],

  [PAYMENTS_PROD, 'payments-eu', 'payments', [], OLD_CHART],
  // Nothing reaches it; what it finds it sends to Security Hub.
  [PAYMENTS_PROD, 'payments-eu-pci', 'payments', ['kyverno'], { policyReporter: toSecurityHub('payments-eu-pci') }],
  [PAYMENTS_PROD, 'payments-fraud', 'payments', [], { gatekeeper: { auditedSecondsAgo: THREE_DAYS } }],
  [PAYMENTS_PROD, 'payments-de', 'payments', [], OLD_CHART],
  [PAYMENTS_PROD, 'ledger', 'payments', ['kyverno'], { kubeBench: { failing: ['3.2.4'] } }, ['redis', 'node-exporter', 'image-builder']],
  [PAYMENTS_PROD, 'payments-us', 'payments', ['kyverno'], {}, ['report-mailer', 'grafana', 'image-builder']],
];

/** Its role is from before the portal asked for reports. */
const DENIED = `${DEV}/payments-us-dev`;

const ENGINES: Record<'gatekeeper' | 'kyverno', ComponentSpec> = {
  gatekeeper: { name: 'gatekeeper', version: '3.20.1' },
  kyverno: { name: 'kyverno', version: '1.19.0' },
};

/** The policies of the demo's clusters, and what breaks them. */
export function policyThread(now: Date): KubernetesThread {
  const exceptions = demoExceptions(now);
  const thread = ROWS.map(
    ([account, name, team, engines, story, workloads]) => {
      const key = `${account}/${name}`;
      return [
        key,
        {
          ...sloppyWorkloads(key, team, workloads),
          ...(engines.length > 0 && {
            components: engines.map(engine => ENGINES[engine]),
          }),
          policies: {
            values: mergeLayers([
              DEFAULT_LAYER,
              ENVIRONMENT_LAYERS[ENVIRONMENTS[account]],
              TENANT_LAYERS[TENANTS[account]],
              CLUSTER_LAYERS[key],
            ]),
            ...(exceptions[key] && { exceptions: exceptions[key] }),
            ...story,
          },
          ...(key === DENIED && { clusterRole: withoutReports() }),
        },
      ];
    },
  );
  return Object.fromEntries(thread);
}

function withoutReports(): PolicyRule[] {
  return READER_CLUSTER_ROLE.map(rule =>
    rule.apiGroups?.includes('wgpolicyk8s.io')
      ? { ...rule, resources: ['clusterpolicyreports'] }
      : rule,
  );
}

function toSecurityHub(cluster: string): PolicyReporterStory {
  return {
    securityHub: {
      productName: cluster,
      customFields: {
        cluster,
        region: 'eu-west-1',
        account: PAYMENTS_PROD,
      },
    },
  };
}

function inAudit(): FleetPoliciesValues {
  const values = mergeLayers([DEFAULT_LAYER, ENVIRONMENT_LAYERS.prod]);
  return {
    ...values,
    policies: Object.fromEntries(
      Object.entries(values.policies ?? {}).map(
        ([name, { mode: _mode, ...rest }]) => [name, rest],
      ),
    ),
  };
}
