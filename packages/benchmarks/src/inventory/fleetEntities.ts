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

import type { Entity } from '@backstage/catalog-model';

export const ACCOUNTS = 10;
export const REGIONS = ['eu-west-1', 'us-east-1', 'eu-central-1', 'eu-west-2'];

const VERSIONS = ['1.31', '1.32', '1.33', '1.34', '1.35'];
const TEAMS = ['platform', 'payments', 'checkout', 'search', 'identity'];
const ENVIRONMENTS = ['sandbox', 'dev', 'staging', 'prod'];

export function accountId(index: number): string {
  return String(100_000_000_001 + index);
}

/**
 * Clusters as the catalog hands them out. Each account, Region, version, team
 * and environment has its share, whatever the number of clusters.
 */
export function fleetEntities(count: number): Entity[] {
  return Array.from({ length: count }, (_, index) => clusterEntity(index));
}

function clusterEntity(index: number): Entity {
  const account = accountId(index % ACCOUNTS);
  const region = pick(REGIONS, index, 3);
  const team = pick(TEAMS, index, 7);
  const name = `${team}-cluster-${String(index).padStart(5, '0')}`;
  const location = `eks-fleet:main/${account}/${region}`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: `${name}-${index.toString(16).padStart(8, '0')}`,
      namespace: 'default',
      title: name,
      annotations: {
        'backstage.io/managed-by-location': location,
        'backstage.io/managed-by-origin-location': location,
        'amazonaws.com/account-id': account,
        'amazonaws.com/arn': `arn:aws:eks:${region}:${account}:cluster/${name}`,
        'eks-fleet.io/region': region,
        'eks-fleet.io/kubernetes-version': pick(VERSIONS, index, 11),
        'eks-fleet.io/platform-version': 'eks.7',
        'eks-fleet.io/status': index % 50 === 0 ? 'UPDATING' : 'ACTIVE',
        'eks-fleet.io/created-at': '2025-01-02T03:04:05Z',
        'eks-fleet.io/support-type': 'EXTENDED',
      },
      labels: {
        environment: pick(ENVIRONMENTS, index, 13),
        'cost-center': `cc-${1000 + (index % 40)}`,
      },
      links: [
        {
          title: 'AWS console',
          url: `https://console.aws.amazon.com/eks/home?region=${region}`,
        },
      ],
    },
    spec: {
      type: 'kubernetes-cluster',
      owner: `group:default/${team}`,
      system: 'storefront',
    },
  };
}

/** Strides without a common factor mix what would else go in step. */
function pick<T>(items: T[], index: number, stride: number): T {
  return items[Math.floor((index * stride) / 10) % items.length];
}
