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

import { seededRandom } from '../model/random';
import type { ClusterSpec } from '../model/types';
import { findVersion } from '../model/versions';
import {
  DEV,
  PAYMENTS_PROD,
  PROD,
  SANDBOX,
  STAGING,
  TENANTS,
} from './demoAccounts';
import { demoStory } from './demoStory';

const IRELAND = 'eu-west-1';
const FRANKFURT = 'eu-central-1';
const VIRGINIA = 'us-east-1';
const SYDNEY = 'ap-southeast-2';

const ENVIRONMENTS: Record<string, string> = {
  [SANDBOX]: 'sandbox',
  [DEV]: 'dev',
  [STAGING]: 'staging',
  [PROD]: 'prod',
  [PAYMENTS_PROD]: 'prod',
};

type Row = [
  account: string,
  region: string,
  name: string,
  version: string,
  team: string,
  system: string,
  more?: Partial<ClusterSpec>,
];

const LONG_NAME = `load_test__${'search_ranking_'.repeat(5)}2026_10_09`
  .padEnd(100, '_x')
  .slice(0, 100);

// One line for each cluster reads as the table that it is.
// prettier-ignore
const ROWS: Row[] = [
  [SANDBOX, IRELAND, 'sandbox-platform', '1.36', 'platform', ''],
  [SANDBOX, IRELAND, 'sandbox-payments', '1.35', 'payments', 'payments'],
  [SANDBOX, IRELAND, 'Playground', '1.35', 'platform', ''],
  [SANDBOX, IRELAND, 'playground', '1.34', 'mobile', 'storefront'],
  [SANDBOX, FRANKFURT, 'sandbox-data', '1.33', 'data', 'data-platform'],
  [SANDBOX, FRANKFURT, LONG_NAME, '1.34', 'search', 'search'],
  [SANDBOX, VIRGINIA, 'sandbox-mobile', '1.36', 'mobile', 'storefront', { autoMode: true }],
  [SANDBOX, VIRGINIA, 'sandbox-checkout', '1.36', 'checkout', 'storefront', { status: 'CREATING' }],
  [SANDBOX, VIRGINIA, 'hackday-2025', '1.31', '', '', { tags: {} }],

  [DEV, IRELAND, 'platform-tools-dev', '1.36', 'platform', ''],
  [DEV, IRELAND, 'payments-dev', '1.35', 'payments', 'payments'],
  [DEV, IRELAND, 'checkout-dev', '1.35', 'checkout', 'storefront'],
  [DEV, IRELAND, 'search-dev', '1.34', 'search', 'search'],
  [DEV, IRELAND, 'identity-dev', '1.35', 'identity', 'identity'],
  [DEV, FRANKFURT, 'data-dev', '1.34', 'data', 'data-platform'],
  [DEV, FRANKFURT, 'data-ml-dev', '1.33', 'data', 'data-platform', { autoMode: true }],
  [DEV, FRANKFURT, 'mobile-dev', '1.35', 'mobile', 'storefront'],
  [DEV, FRANKFURT, 'ci-runners', '1.34', 'platform', ''],
  [DEV, VIRGINIA, 'payments-us-dev', '1.34', 'payments', 'payments'],
  [DEV, VIRGINIA, 'checkout-us-dev', '1.34', 'checkout', 'storefront'],
  [DEV, VIRGINIA, 'search-us-dev', '1.33', 'search', 'search', { supportType: 'STANDARD' }],
  [DEV, VIRGINIA, 'identity-us-dev', '1.32', 'identity', 'identity'],
  [DEV, SYDNEY, 'checkout-apac-dev', '1.34', 'checkout', 'storefront'],
  [DEV, SYDNEY, 'payments-apac-dev', '1.33', 'payments', 'payments'],
  [DEV, SYDNEY, 'search-apac-dev', '1.34', 'search', 'search', {
    status: 'FAILED',
    healthIssues: [
      {
        code: 'Ec2SubnetNotFound',
        message:
          "The subnet IDs 'subnet-0a1b2c3d4e5f60718' that belong to the cluster could not be found.",
        resourceIds: ['subnet-0a1b2c3d4e5f60718'],
      },
    ],
  }],

  [STAGING, IRELAND, 'platform-tools-staging', '1.35', 'platform', ''],
  [STAGING, IRELAND, 'payments-eu', '1.34', 'payments', 'payments'],
  [STAGING, IRELAND, 'checkout-eu-staging', '1.34', 'checkout', 'storefront'],
  [STAGING, IRELAND, 'search-eu-staging', '1.34', 'search', 'search'],
  [STAGING, IRELAND, 'identity-eu-staging', '1.35', 'identity', 'identity', { status: 'UPDATING' }],
  [STAGING, FRANKFURT, 'data-staging', '1.33', 'data', 'data-platform'],
  [STAGING, FRANKFURT, 'mobile-staging', '1.34', 'mobile', 'storefront'],
  [STAGING, FRANKFURT, 'checkout-de-staging', '1.33', 'checkout', 'storefront'],
  [STAGING, VIRGINIA, 'payments-us-staging', '1.34', 'payments', 'payments'],
  [STAGING, VIRGINIA, 'checkout-us-staging', '1.33', 'checkout', 'storefront', { supportType: 'STANDARD' }],
  [STAGING, VIRGINIA, 'search-us-staging', '1.33', 'search', 'search'],
  [STAGING, VIRGINIA, 'identity-us-staging', '1.34', 'identity', 'identity'],
  [STAGING, SYDNEY, 'checkout-apac-staging', '1.32', 'checkout', 'storefront'],
  [STAGING, SYDNEY, 'search-apac-staging', '1.32', 'search', 'search'],
  [STAGING, SYDNEY, 'legacy-reports', '1.31', 'data', 'data-platform', {
    healthIssues: [
      {
        code: 'InsufficientFreeAddresses',
        message:
          'One or more of the subnets of the cluster have fewer than 5 free IP addresses.',
        resourceIds: ['subnet-0f1e2d3c4b5a69788'],
      },
    ],
  }],

  [PROD, IRELAND, 'platform-tools', '1.34', 'platform', ''],
  [PROD, IRELAND, 'checkout-eu', '1.33', 'checkout', 'storefront'],
  [PROD, IRELAND, 'search-eu', '1.34', 'search', 'search'],
  [PROD, IRELAND, 'identity-eu', '1.34', 'identity', 'identity'],
  [PROD, IRELAND, 'storefront-edge', '1.33', 'mobile', 'storefront', { autoMode: true }],
  [PROD, FRANKFURT, 'checkout-de', '1.33', 'checkout', 'storefront'],
  [PROD, FRANKFURT, 'search-de', '1.32', 'search', 'search'],
  [PROD, FRANKFURT, 'data-lake-ingest', '1.32', 'data', 'data-platform'],
  [PROD, VIRGINIA, 'checkout-us', '1.33', 'checkout', 'storefront'],
  [PROD, VIRGINIA, 'search-us', '1.34', 'search', 'search'],
  [PROD, VIRGINIA, 'identity-us', '1.32', 'identity', 'identity'],
  [PROD, VIRGINIA, 'batch-legacy', '1.31', 'platform', ''],
  [PROD, SYDNEY, 'checkout-apac', '1.33', 'checkout', 'storefront'],
  [PROD, SYDNEY, 'search-apac', '1.33', 'search', 'search'],
  [PROD, SYDNEY, 'identity-apac', '1.34', 'identity', 'identity'],

  [PAYMENTS_PROD, IRELAND, 'payments-eu', '1.33', 'payments', 'payments'],
  [PAYMENTS_PROD, IRELAND, 'payments-eu-pci', '1.32', 'payments', 'payments', { endpointPublicAccess: false, unreachable: true }],
  [PAYMENTS_PROD, IRELAND, 'payments-fraud', '1.34', 'payments', 'payments'],
  [PAYMENTS_PROD, FRANKFURT, 'payments-de', '1.33', 'payments', 'payments'],
  [PAYMENTS_PROD, FRANKFURT, 'ledger', '1.34', 'payments', 'payments', { endpointPublicAccess: false }],
  [PAYMENTS_PROD, VIRGINIA, 'payments-us', '1.33', 'payments', 'payments'],
  [PAYMENTS_PROD, VIRGINIA, 'payments-us-batch', '1.31', 'payments', 'payments'],
  [PAYMENTS_PROD, SYDNEY, 'payments-apac', '1.35', 'payments', 'payments'],
  [PAYMENTS_PROD, SYDNEY, 'payments-risk-apac', '1.35', 'data', 'payments'],
];

/** What people, scripts and attackers have written into tags, by cluster. */
const ODD_TAGS: Record<string, Record<string, string>> = {
  'sandbox-data': { owner: 'Team Ä/1', 'cost-center': '007' },
  playground: {
    note: '<img src=x onerror="alert(1)"> <b>bold</b>',
    'till-when': '2026-12-31',
  },
  [LONG_NAME]: {
    description: `Ranking experiment ${'0123456789'.repeat(24)}`
      .slice(0, 255)
      .concat('.'),
  },
  'ci-runners': { replicas: '42', factor: '1e3', enabled: 'true', empty: '' },
  'identity-us-staging': { 'opened-for': 'the night shift of 28 November' },
  'data-dev': { query: "'; DROP TABLE clusters; --", team: "data' OR '1'='1" },
  'legacy-reports': {
    yaml: 'a: &anchor\n  - "{{ values.secret }}"\n---\nb: *anchor',
  },
  'batch-legacy': {
    team: '42',
    owner: '=HYPERLINK("http://evil.example","click")',
  },
};

/** No portal sees these until the account trusts it. */
export const HIDDEN_IN_DATA_PROD: ClusterSpec[] = [
  ['lakehouse', IRELAND, '1.33'],
  ['streaming', IRELAND, '1.34'],
  ['feature-store', FRANKFURT, '1.32'],
  ['warehouse-us', VIRGINIA, '1.34'],
].map(([name, region, version]) => ({
  name,
  region,
  version,
  tags: { environment: 'prod', team: 'data', system: 'data-platform' },
  createdAt: '2025-03-04T10:12:00Z',
}));

/** The clusters of each account. */
export function demoClusters(
  seed: number,
  now: Date,
): Map<string, ClusterSpec[]> {
  const random = seededRandom(seed);
  const story = demoStory(now);
  const clusters = new Map<string, ClusterSpec[]>();
  for (const [account, region, name, version, team, system, more] of ROWS) {
    const environment = ENVIRONMENTS[account];
    const cluster: ClusterSpec = {
      name,
      region,
      version,
      platformVersion: platformVersion(version, random),
      createdAt: creationDate(version, random),
      deletionProtection: environment === 'prod',
      tags: {
        environment,
        ...(team && { team }),
        ...(system && { system }),
        ...(TENANTS[account] && { tenant: TENANTS[account] }),
        'cost-center': `cc-${1000 + Math.floor(random() * 40) * 10}`,
        ...ODD_TAGS[name],
      },
      ...more,
      ...story[`${account}/${name}`],
    };
    clusters.set(account, [...(clusters.get(account) ?? []), cluster]);
  }
  return clusters;
}

/** The newest one, or one or two behind. */
function platformVersion(version: string, random: () => number): string {
  const newest = Number(findVersion(version)?.platformVersion.split('.')[1]);
  return `eks.${newest - Math.floor(random() * 3)}`;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Some time in the three years before the version's standard support ended. */
function creationDate(version: string, random: () => number): string {
  const latest = Math.min(
    Date.parse(findVersion(version)!.endOfStandardSupport),
    Date.parse('2026-11-01'),
  );
  const milliseconds = latest - random() * 1000 * DAY_MS;
  return new Date(Math.floor(milliseconds / 1000) * 1000).toISOString();
}
