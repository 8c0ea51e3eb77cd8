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

import type { ClusterSpec, FleetSpec } from '../model/types';
import { seededRandom } from '../model/random';
import { scaledParts } from './scaledParts';
import {
  BASE_CREDENTIALS,
  MANAGEMENT_ACCOUNT_ID,
  backstageRole,
  executorRole,
  kubernetesRole,
  readerRole,
} from './roles';

const REGIONS = [
  'eu-west-1',
  'us-east-1',
  'eu-central-1',
  'ap-southeast-2',
  'us-west-2',
  'eu-west-2',
  'us-east-2',
  'ap-northeast-1',
  'ap-southeast-1',
  'ca-central-1',
  'eu-north-1',
  'eu-west-3',
  'sa-east-1',
  'ap-south-1',
  'ap-northeast-2',
  'us-west-1',
  'ap-northeast-3',
];

const ENVIRONMENTS = ['sandbox', 'dev', 'staging', 'prod'];
const TEAMS = [
  'platform',
  'payments',
  'checkout',
  'search',
  'identity',
  'data',
];
const VERSIONS = [
  '1.34',
  '1.33',
  '1.35',
  '1.32',
  '1.34',
  '1.36',
  '1.33',
  '1.31',
];

export interface FleetSize {
  accounts: number;
  regions: number;
  clustersPerTarget: number;
}

/** Accounts × Regions × clusters in each, all alike enough to be counted. */
export function scaledFleet(
  size: FleetSize,
  seed: number,
  now: Date,
): FleetSpec {
  const random = seededRandom(seed);
  const regions = REGIONS.slice(0, size.regions);
  const accountIds = Array.from({ length: size.accounts }, (_, index) =>
    String(100_000_000_001 + index),
  );
  return {
    credentials: [BASE_CREDENTIALS],
    organizations: [
      {
        id: 'o-scale00001',
        rootId: 'r-scal',
        managementAccountId: MANAGEMENT_ACCOUNT_ID,
      },
    ],
    securityHub: {
      delegatedAdministrator: accountIds[0],
      aggregationRegion: regions[0],
    },
    accounts: [
      {
        id: MANAGEMENT_ACCOUNT_ID,
        name: 'management',
        parentId: 'r-scal',
        roles: [backstageRole, readerRole({ organization: true })],
      },
      ...accountIds.map((id, account) => ({
        id,
        name: `account-${String(account + 1).padStart(3, '0')}`,
        parentId: 'r-scal',
        roles: [readerRole(), executorRole, kubernetesRole(id)],
        clusters: regions.flatMap(region =>
          clustersOf({ account, region, size, random, now }),
        ),
      })),
    ],
  };
}

function clustersOf(options: {
  account: number;
  region: string;
  size: FleetSize;
  random: () => number;
  now: Date;
}): ClusterSpec[] {
  const { account, region, size, random, now } = options;
  return Array.from({ length: size.clustersPerTarget }, (_, index) => {
    const version = pick(VERSIONS, random);
    const createdAt =
      Date.parse('2024-11-01T00:00:00Z') +
      Math.floor(random() * 600 * 86_400) * 1000;
    return {
      name: `cluster-${String(index + 1).padStart(4, '0')}`,
      region,
      version,
      createdAt: new Date(createdAt).toISOString(),
      tags: {
        environment: ENVIRONMENTS[account % ENVIRONMENTS.length],
        team: pick(TEAMS, random),
      },
      ...scaledParts({ version, createdAt, index, now }),
    };
  });
}

function pick<T>(items: T[], random: () => number): T {
  return items[Math.floor(random() * items.length)];
}

/** Reads `AxRxC`; `undefined` for anything else, or what is too large to be meant. */
export function parseFleetSize(text: string): FleetSize | undefined {
  const match = /^(\d{1,4})x(\d{1,2})x(\d{1,5})$/.exec(text);
  if (!match) {
    return undefined;
  }
  const [accounts, regions, clustersPerTarget] = match.slice(1).map(Number);
  return accounts > 0 && regions > 0 && regions <= REGIONS.length
    ? { accounts, regions, clustersPerTarget }
    : undefined;
}
