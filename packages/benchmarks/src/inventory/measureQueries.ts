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

import { median, percentile, rounded } from '../measurement/statistics';
import type { Record } from '../measurement/types';
import { timed } from '../measurement/time';
import type { BenchDatabase } from './benchDatabases';
import { QUERIES, type Query } from './queries';
import { startInventory, type Inventory } from './startInventory';

const FEW = 50;
const MANY = 5_000;
const ROUNDS = 200;
const WARM_UP = 20;

/** `/clusters?limit=50` at many clusters, and the same at few beside it. */
export async function measureQueries(
  database: BenchDatabase,
  record: Record,
): Promise<void> {
  const few = await startInventory(database, FEW);
  const many = await startInventory(database, MANY);
  try {
    for (const query of QUERIES) {
      const { atFew, atMany, found } = await interleaved(few, many, query);
      const name = `${query.name}, ${database.name}`;
      const p95 = percentile(atMany, 0.95);
      const p95AtFew = percentile(atFew, 0.95);
      record({
        name: `p95 of /clusters?limit=50: ${name}`,
        value: p95,
        unit: 'ms',
        bar: { atMost: 50 },
        detail: `${found} of ${MANY} clusters match; median ${rounded(
          median(atMany),
        )}, ${ROUNDS} requests`,
      });
      record({
        name: `times the p95 at ${FEW} clusters: ${name}`,
        value: p95 / p95AtFew,
        unit: '×',
        bar: { atMost: 3 },
        detail: `p95 ${rounded(p95AtFew)} ms at ${FEW}; of medians ${rounded(
          median(atMany) / median(atFew),
        )} ×`,
      });
    }
  } finally {
    await many.stop();
    await few.stop();
  }
}

async function interleaved(few: Inventory, many: Inventory, query: Query) {
  const ask = async (inventory: Inventory) =>
    timed(() => inventory.list(query.query ?? '', query.as));
  for (let i = 0; i < WARM_UP; i++) {
    await ask(few);
    await ask(many);
  }
  const atFew: number[] = [];
  const atMany: number[] = [];
  let found = 0;
  for (let round = 0; round < ROUNDS; round++) {
    atFew.push((await ask(few)).milliseconds);
    const { milliseconds, result } = await ask(many);
    atMany.push(milliseconds);
    found = result.totalItems;
  }
  return { atFew, atMany, found };
}
