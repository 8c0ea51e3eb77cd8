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

import { setTimeout as wait } from 'node:timers/promises';
import { withCloud, type SimulatorProcess } from '../cloud/SimulatorProcess';
import {
  benchDatabases,
  type BenchDatabase,
} from '../inventory/benchDatabases';
import { timed, until } from '../measurement/time';
import type { Record } from '../measurement/types';
import { describeClusters } from './describeClusters';
import { startPortal, type Portal } from './startPortal';

const CLOUD = {
  accounts: 10,
  regions: 5,
  clustersPerTarget: 10,
  latencyMs: 20,
  limits: 'on',
} as const;
const CLUSTERS = CLOUD.accounts * CLOUD.regions * CLOUD.clustersPerTarget;

/** What is collected of AWS, of each cluster. */
export const AWS_KINDS = [
  'nodegroups',
  'fargateProfiles',
  'addons',
  'capabilities',
  'insights',
  'updates',
  'subnets',
];

/** Asked once a day for a Region and version, not for a cluster. */
const SHARED = ['DescribeAddonVersions', 'DescribeClusterVersions'];

/** A full buckets' time at the default limits, and some more. */
const BUCKETS_FILL_MS = 3_000;

/** One full round over a fleet that was just found, at the default limits. */
export async function measureCollection(record: Record): Promise<void> {
  for (const database of benchDatabases()) {
    await withCloud(CLOUD, cloud => measureOn(cloud, database, record));
  }
}

async function measureOn(
  cloud: SimulatorProcess,
  database: BenchDatabase,
  record: Record,
): Promise<void> {
  const targets = await describeClusters(CLOUD);
  await wait(BUCKETS_FILL_MS);
  await cloud.resetCalls();
  const portal = await startPortal({ database, targets });
  try {
    const { milliseconds } = await timed(() => collectAll(portal, CLUSTERS));
    const { perOperation, refused, peakInFlight } = await cloud.calls();
    const eks = Object.entries(perOperation.eks ?? {});
    const shared = sum(eks.filter(([name]) => SHARED.includes(name)));
    record({
      name: `full round of ${CLUSTERS} clusters, ${database.name}`,
      value: milliseconds / 1000,
      unit: 's',
      bar: { atMost: 90 },
      detail: `${CLOUD.accounts} accounts × ${CLOUD.regions} Regions, 20 ms a call, default limits; ${peakInFlight} calls at once`,
    });
    record({
      name: `calls refused in a full round, ${database.name}`,
      value: refused,
      unit: '',
      bar: { exactly: 0 },
      detail: 'answered with 429',
    });
    record({
      name: `EKS calls for a cluster, ${database.name}`,
      value: (sum(eks) - shared) / CLUSTERS,
      unit: '',
      bar: { atMost: 18 },
      detail: `3 node groups, 6 add-ons, 2 insights, one unseen update; besides ${shared} calls for versions, and ${sum(
        Object.entries(perOperation.ec2 ?? {}),
      )} of EC2`,
    });
  } finally {
    await portal.stop();
  }
}

/** Starts a portal's tasks, until each kind of each cluster was observed. */
export async function collectAll(
  { knex, tasks }: Portal,
  clusters: number,
  kinds: string[] = AWS_KINDS,
): Promise<void> {
  tasks.start();
  await until(
    async () => {
      const row = await knex('observations')
        .whereIn('kind', kinds)
        .whereNot('observed_at', '')
        .count({ count: '*' })
        .first();
      return Number(row?.count) === clusters * kinds.length;
    },
    {
      what: `${kinds.length} kinds of ${clusters} clusters to be observed`,
      timeoutSeconds: 300,
    },
  );
}

function sum(counts: Array<[string, number]>): number {
  return counts.reduce((total, [, count]) => total + count, 0);
}
