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

import type { Knex } from 'knex';
import { withCloud } from '../cloud/SimulatorProcess';
import type { Record } from '../measurement/types';
import { startCatalog, type Catalog } from './startCatalog';

const WRITES =
  /^\s*(insert|update|delete|replace|truncate|with\b.*\b(insert|update|delete))\b/is;

/** What a second scan of an unchanged fleet asks of a real catalog. */
export async function measureSecondScan(record: Record): Promise<void> {
  const options = {
    accounts: 4,
    regions: 5,
    clustersPerTarget: 10,
    latencyMs: 0,
    limits: 'on',
  } as const;
  const total = options.accounts * options.regions * options.clustersPerTarget;

  await withCloud(options, async cloud => {
    const catalog = await startCatalog(options);
    try {
      await catalog.scan();
      await catalog.settled(120);
      record({
        name: 'clusters in the catalog after the first scan',
        value: await catalog.clusters(),
        unit: '',
        bar: { exactly: total },
        detail: 'a real catalog on SQLite',
      });

      await cloud.resetCalls();
      const before = await processingState(catalog.database);
      const statements = await watch(catalog, async () => {
        await catalog.scan();
        await catalog.settled(120);
      });
      const after = await processingState(catalog.database);
      record({
        name: 'clusters described in the second scan',
        value: (await cloud.calls()).described,
        unit: '',
        bar: { exactly: total },
        detail: 'it reads all of them anew',
      });
      const writes = statements.filter(
        sql => WRITES.test(sql) && !/["`]eks_fleet_/i.test(sql),
      );
      record({
        name: 'statements of the second scan that write to the catalog',
        value: writes.length,
        unit: '',
        bar: { exactly: 0 },
        detail: `of ${statements.length} statements${
          writes.length ? `, such as ${writes[0].slice(0, 120)}` : ''
        }`,
      });
      record({
        name: 'entities processed again after the second scan',
        value: [...after].filter(([id, state]) => before.get(id) !== state)
          .length,
        unit: '',
        bar: { exactly: 0 },
        detail: `of ${after.size}, by hashes and times of processing and stitching`,
      });

      await catalog.deleteOne();
      const left = await catalog.clusters();
      await catalog.scan();
      await catalog.settled(120);
      record({
        name: 'clusters in the catalog after one was deleted and a scan',
        value: await catalog.clusters(),
        unit: '',
        bar: { exactly: total },
        detail: `${left} before the scan`,
      });
    } finally {
      await catalog.stop();
    }
  });
}

/** All statements that reach the database while the work is done. */
async function watch(
  { database }: Catalog,
  work: () => Promise<void>,
): Promise<string[]> {
  const statements: string[] = [];
  const listener = ({ sql }: { sql: string }) => {
    statements.push(sql);
  };
  database.on('query', listener);
  try {
    await work();
  } finally {
    database.removeListener('query', listener);
  }
  return statements;
}

/** What the catalog changes whenever it works on an entity. */
async function processingState(database: Knex): Promise<Map<string, string>> {
  const rows: Array<{ entity_id: string }> = await database('refresh_state')
    .leftJoin(
      'final_entities',
      'final_entities.entity_id',
      'refresh_state.entity_id',
    )
    .select(
      'refresh_state.entity_id',
      'refresh_state.unprocessed_hash',
      'refresh_state.result_hash',
      'refresh_state.next_update_at',
      'refresh_state.last_discovery_at',
      'final_entities.hash',
      'final_entities.last_updated_at',
    );
  return new Map(rows.map(row => [row.entity_id, JSON.stringify(row)]));
}
