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
import {
  benchDatabases,
  type BenchDatabase,
} from '../inventory/benchDatabases';
import { startInventory } from '../inventory/startInventory';
import { median, percentile, rounded } from '../measurement/statistics';
import { timed } from '../measurement/time';
import type { Record } from '../measurement/types';
import { fillReadiness } from './fillReadiness';
import { pageQueries } from './pageQueries';

const CLUSTERS = 2_000;
const FINDINGS = 20_000;
const ROUNDS = 200;
const WARM_UP = 20;

/** What the readiness page asks for, at many clusters and findings. */
export async function measurePages(record: Record): Promise<void> {
  for (const database of benchDatabases()) {
    await measureOn(database, record);
  }
}

async function measureOn(
  database: BenchDatabase,
  record: Record,
): Promise<void> {
  const inventory = await startInventory(database, CLUSTERS);
  try {
    const findings = await fillReadiness(inventory.knex);
    if (findings < FINDINGS) {
      throw new Error(`There are ${findings} findings only`);
    }
    // Connections were idle for so long that the server closed them.
    await wait(500);
    const { items: blockers } = await inventory.get<{
      items: Array<{ causeKey: string }>;
    }>('blockers');
    for (const { name, path, as } of pageQueries(blockers[0].causeKey)) {
      const times: number[] = [];
      let found = 0;
      for (let round = -WARM_UP; round < ROUNDS; round++) {
        const { milliseconds, result } = await timed(() =>
          inventory.get<{ items: unknown[]; totalItems?: number }>(path, as),
        );
        if (round >= 0) {
          times.push(milliseconds);
          found = result.totalItems ?? result.items.length;
        }
      }
      record({
        name: `p95 of ${name}, ${database.name}`,
        value: percentile(times, 0.95),
        unit: 'ms',
        bar: database.name === 'PostgreSQL' ? { atMost: 150 } : undefined,
        detail: `${found} found in ${CLUSTERS} clusters and ${findings} findings; median ${rounded(
          median(times),
        )}, ${ROUNDS} requests`,
      });
    }
  } finally {
    await inventory.stop();
  }
}
