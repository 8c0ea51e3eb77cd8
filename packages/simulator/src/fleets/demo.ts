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

import type { AccountSpec, FleetSpec } from '../model/types';
import { PROD, SANDBOX } from './demoAccounts';
import { demoAlarms } from './demoAlarms';
import { demoAlerts } from './demoAlerts';
import { demoClusters, HIDDEN_IN_DATA_PROD } from './demoClusters';
import { namespaceFiles } from './demoNamespaces';
import { demoGithub } from './demoRepository/demoGithub';
import { demoGitops } from './demoRepository/demoGitops';
import { policyLayerFiles } from './demoRepository/policyFiles';
import { Past } from './demoStory/types';
import {
  BASE_CREDENTIALS,
  MANAGEMENT_ACCOUNT_ID,
  backstageRole,
  executorRole,
  kubernetesRole,
  readerRole,
} from './roles';

const ROOT = 'r-acme';
const UNITS = {
  sandbox: 'ou-acme-sandbox01',
  workloads: 'ou-acme-workloads1',
  nonprod: 'ou-acme-nonprod01',
  prod: 'ou-acme-prod00001',
};

/**
 * Acme: a company with sandbox, dev, staging and prod, seven teams, and the
 * troubles that come with them. One account does not trust the portal, one is
 * suspended, one Region throttles without end, one is forbidden by policy.
 */
export function demoFleet(seed: number, now: Date): FleetSpec {
  const clusters = demoClusters(seed, now);
  const account = (
    id: string,
    name: string,
    parentId: string,
    more: Partial<AccountSpec> = {},
  ): AccountSpec => ({
    id,
    name,
    email: `aws+${name}@acme.example`,
    parentId,
    roles: [readerRole(), kubernetesRole(id), executorRole],
    clusters: clusters.get(id),
    alarms: demoAlarms(id, clusters.get(id), new Past(now)),
    ...more,
  });
  const gitops = demoGitops(clusters);
  return {
    // So that the insights of the story stop something.
    settings: { insightEnforcement: true },
    gitops,
    github: demoGithub(gitops, {
      ...policyLayerFiles(clusters),
      ...namespaceFiles(now),
    }),
    alerts: demoAlerts(new Past(now)),
    securityHub: {
      delegatedAdministrator: PROD,
      aggregationRegion: 'eu-west-1',
      // The sandbox is nobody's, and the youngest Region was forgotten.
      off: [{ accountId: SANDBOX }, { region: 'ap-southeast-2' }],
      reviews: [
        {
          control: 'EKS.1',
          resource: `arn:aws:eks:eu-west-1:${PROD}:cluster/checkout-eu`,
          workflow: 'SUPPRESSED',
          note: {
            Text: 'Only our offices are let in; agreed in SEC-2204.',
            UpdatedBy: `arn:aws:iam::${PROD}:role/security-engineer`,
            UpdatedAt: new Date(now.getTime() - 40 * 86_400_000).toISOString(),
          },
        },
      ],
    },
    credentials: [BASE_CREDENTIALS],
    organizations: [
      {
        id: 'o-acme00001',
        rootId: ROOT,
        managementAccountId: MANAGEMENT_ACCOUNT_ID,
        organizationalUnits: [
          { id: UNITS.sandbox, name: 'Sandbox', parentId: ROOT },
          { id: UNITS.workloads, name: 'Workloads', parentId: ROOT },
          {
            id: UNITS.nonprod,
            name: 'Non-production',
            parentId: UNITS.workloads,
          },
          { id: UNITS.prod, name: 'Production', parentId: UNITS.workloads },
        ],
      },
    ],
    accounts: [
      account(MANAGEMENT_ACCOUNT_ID, 'acme-management', ROOT, {
        roles: [backstageRole, readerRole({ organization: true })],
      }),
      account('111122223333', 'acme-sandbox', UNITS.sandbox, {
        organizationDenies: [
          { actions: ['eks:*'], regions: ['ap-southeast-2'] },
        ],
      }),
      account('222233334444', 'acme-dev', UNITS.nonprod),
      account('333344445555', 'acme-staging', UNITS.nonprod),
      account('444455556666', 'acme-prod', UNITS.prod),
      account('555566667777', 'data-prod', UNITS.prod, {
        roles: [
          readerRole({
            trusts: ['arn:aws:iam::555566667777:role/data-platform'],
          }),
          kubernetesRole('555566667777'),
        ],
        clusters: HIDDEN_IN_DATA_PROD,
      }),
      account('666677778888', 'payments-prod', UNITS.prod),
      account('777788889999', 'acme-legacy', UNITS.workloads, {
        state: 'SUSPENDED',
      }),
    ],
    standingFaults: [
      {
        match: {
          service: 'eks',
          accountId: '444455556666',
          region: 'ap-southeast-2',
        },
        effect: 'throttle',
      },
    ],
  };
}
