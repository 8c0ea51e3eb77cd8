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
  KnownBlock,
  KnownCluster,
  KnownNamespace,
  Reservation,
} from './internals';

const REGIONS = ['eu-west-1', 'eu-central-1', 'us-east-1', 'us-west-2'];
const ENVIRONMENTS = ['dev', 'test', 'prod'];
const ACCOUNTS = 100;
const TEAMS = 400;

export const OBSERVED_AT = '2026-11-23T11:55:00Z';

export function accountOf(index: number): string {
  return String(100_000_000_000 + (index % ACCOUNTS));
}

export function teamOf(index: number): string {
  return `group:default/team-${index % TEAMS}`;
}

/** Clusters that are alike in no two things that follow each other. */
export function clustersOf(count: number): KnownCluster[] {
  return Array.from({ length: count }, (_, index) => ({
    accountId: accountOf(index),
    region: REGIONS[index % REGIONS.length],
    name: `cluster-${index}`,
    partition: 'aws',
    environment: ENVIRONMENTS[index % ENVIRONMENTS.length],
    owner: teamOf(index * 7),
    version: `1.${31 + (index % 5)}`,
    status: 'ACTIVE',
    amounts: { vcpu: 64 + (index % 64), memoryGib: 256 },
    // Of some, nobody knows.
    ...(index % 10 > 0 && {
      monthlyCostUsd: 2000 + index,
      computeUsdPerMonth: 1500 + index,
      capacity: {
        allocatable: { vcpu: 60, memoryGib: 240 },
        requested: { vcpu: index % 60, memoryGib: index % 240 },
        observedAt: OBSERVED_AT,
        grows: index % 3 === 0,
      },
    }),
    architectures: index % 2 ? ['amd64'] : ['amd64', 'arm64'],
  }));
}

export function namespacesOf(
  clusters: readonly KnownCluster[],
  count: number,
): KnownNamespace[] {
  return Array.from({ length: count }, (_, index) => {
    const { accountId, environment, name, region } =
      clusters[index % clusters.length];
    return {
      cluster: { accountId, region, name },
      name: `namespace-${index}`,
      environment,
      owner: teamOf(index),
      amounts: { vcpu: 2, memoryGib: 4, storageGib: 20 },
      monthlyCostUsd: 60,
    };
  });
}

/** A VPC for each cluster, the addresses of some of which others have too. */
export function vpcsOf(clusters: readonly KnownCluster[]): KnownBlock[] {
  return clusters.map(({ accountId, region, name }, index) => ({
    cidr:
      index % 4 === 0
        ? '10.0.0.0/16'
        : `10.${64 + ((index >> 4) % 128)}.${(index % 16) * 16}.0/20`,
    name: `the VPC of ${name}`,
    accountId,
    region,
  }));
}

export function reservationsOf(count: number): Reservation[] {
  return Array.from({ length: count }, (_, index) => ({
    requestId: `r-${index}`,
    kind: index % 4 ? ('namespace' as const) : ('cluster' as const),
    operation: 'create' as const,
    key:
      index % 4
        ? `namespace/${accountOf(
            index,
          )}/eu-west-1/cluster-${index}/new-${index}`
        : `cluster/${accountOf(index)}/eu-west-1/new-${index}`,
    owner: teamOf(index),
    amounts: { vcpu: 4, memoryGib: 8, storageGib: 0 },
    monthlyCostUsd: 100,
    ...(index % 4 === 0 && {
      vpcCidr: `10.${192 + (index >> 8)}.${index % 256 & 240}.0/20`,
    }),
  }));
}
