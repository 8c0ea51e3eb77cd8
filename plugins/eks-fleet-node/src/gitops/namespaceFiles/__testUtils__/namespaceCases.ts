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
  checkNamespaceSpec,
  type NamespaceSpec,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { ConfigReader } from '@backstage/config';
import {
  locateNamespace,
  placeOfNamespace,
} from '../../config/locateNamespace';
import { readFleetRepositories } from '../../config/readFleetRepositories';
import type { NamespaceFileContext } from '../types';

export const ROLE = 'arn:aws:iam::111122223333:role/team-payments-checkout';

/** All of what can be asked for. */
export const FULL = checked({
  name: 'checkout',
  cluster: {
    accountId: '111122223333',
    region: 'eu-west-1',
    name: 'orders-prod',
  },
  environment: 'prod',
  owner: 'group:default/payments',
  costCenter: 'cc-4711',
  podSecurity: { level: 'baseline', version: 'v1.34' },
  quota: {
    cpuRequests: '8',
    memoryRequests: '16Gi',
    memoryLimits: '32Gi',
    cpuLimits: '16',
    gpus: 1,
    pods: 60,
    storage: '200Gi',
    persistentVolumeClaims: 6,
    loadBalancers: 1,
  },
  limits: {
    default: { cpu: '1', memory: '512Mi' },
    defaultRequest: { cpu: '100m', memory: '256Mi' },
    min: { memory: '16Mi' },
    max: { cpu: '4', memory: '8Gi' },
  },
  network: {
    allowFromNamespaces: ['storefront'],
    allowFromIngress: true,
    allowToNamespaces: ['orders', 'ledger'],
    allowToInternet: true,
    allowToCidrs: [
      { cidr: '10.60.4.0/24', ports: [5432] },
      { cidr: '10.70.0.0/16' },
    ],
  },
  access: [
    { kubernetesGroup: 'team-payments', level: 'edit' },
    { kubernetesGroup: 'team-support', level: 'view' },
    { principalArn: ROLE, level: 'edit' },
  ],
  podIdentityAssociations: [{ serviceAccount: 'checkout', roleArn: ROLE }],
  project: {
    sourceRepos: [
      'https://github.com/acme/checkout',
      'https://github.com/acme-charts/*',
    ],
  },
  capsuleTenant: 'payments',
  expiresOn: '2027-03-31',
  labels: { 'acme.io/tier': 'gold' },
});

/** As little as can be asked for. */
export const LITTLE = checked({
  name: 'n',
  cluster: { accountId: '444455556666', region: 'cn-north-1', name: 'y' },
  environment: 'on',
  owner: 'group:default/no',
  podSecurity: { level: 'restricted' },
  quota: {
    cpuRequests: '1',
    memoryRequests: '1Gi',
    memoryLimits: '1Gi',
    pods: 10,
  },
  project: { sourceRepos: [] },
});

export const DELETING: NamespaceSpec = { ...FULL, lifecycle: 'deleting' };

const SETTINGS = {
  ingressNamespaces: ['ingress'],
  ingressCidrs: ['10.40.192.0/18'],
};

/** Where configuration has it that files of a namespace are. */
export function contextOf(
  spec: NamespaceSpec,
  rule: object = { settings: SETTINGS },
): NamespaceFileContext {
  const repositories = readFleetRepositories(
    new ConfigReader({
      eksFleet: {
        fleetRepositories: [
          {
            id: 'fleet',
            url: 'https://github.com/acme/fleet',
            branch: 'main',
            namespaces: rule,
          },
        ],
      },
    } as any),
  );
  const located = locateNamespace(repositories, placeOfNamespace(spec));
  if ('notLocated' in located) {
    throw new Error(located.notLocated);
  }
  const { directory, place, settings } = located.folder;
  return { directory, place, settings, requestId: 'a1b2c3' };
}

/** As it is after it was checked. */
export function checked(value: object): NamespaceSpec {
  const result = checkNamespaceSpec(value);
  if ('problems' in result) {
    throw new Error(JSON.stringify(result.problems));
  }
  return result.spec;
}
